import { apps } from '../simulator/oauth/apps';
import { CredentialStore, simulatorCredential } from '../test/harness/credentials';
import { signIn } from '../test/harness/signIn';

/** A saved credential for a simulator, without a token yet. */
export const credentialFor = (url: string) => new CredentialStore(simulatorCredential(url));

/** A credential to which a technician has connected: NinjaOne runs scripts for people only. */
export const technicianFor = async (url: string) =>
	await signIn(simulatorCredential(url, { grantType: 'pkce' }));

/** The body of the token request that n8n makes of that credential. */
export const tokenRequest = new URLSearchParams({
	grant_type: 'client_credentials',
	client_id: apps.full.clientId,
	client_secret: apps.full.clientSecret,
	scope: 'monitoring management',
}).toString();
