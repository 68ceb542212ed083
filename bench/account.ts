import { apps } from '../simulator/oauth/apps';
import { CredentialStore, simulatorCredential } from '../test/harness/credentials';

/** A saved credential for a simulator, without a token yet. */
export const credentialFor = (url: string) => new CredentialStore(simulatorCredential(url));

/** The body of the token request that n8n makes of that credential. */
export const tokenRequest = new URLSearchParams({
	grant_type: 'client_credentials',
	client_id: apps.full.clientId,
	client_secret: apps.full.clientSecret,
	scope: 'monitoring management',
}).toString();
