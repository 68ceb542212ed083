import { createHash, randomBytes } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { request } from 'undici';
import { CredentialStore, resolveCredential, type TypedCredential } from './credentials';

const redirectUri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

/** Connects a technician to a credential for a simulator as n8n's button does: consent page, code, token. */
export async function signIn(typed: TypedCredential): Promise<CredentialStore> {
	const { authUrl, accessTokenUrl, scope, clientId, clientSecret } = resolveCredential(
		typed,
	) as Record<string, string>;
	const verifier = randomBytes(32).toString('base64url');
	const consent = await request(authUrl, {
		query: {
			response_type: 'code',
			client_id: clientId,
			redirect_uri: redirectUri,
			scope,
			state: 'state-1',
			code_challenge: createHash('sha256').update(verifier).digest('base64url'),
			code_challenge_method: 'S256',
			// The simulator's way to press "Allow".
			auto: 'allow',
		},
	});
	await consent.body.dump();
	const back = new URL(String(consent.headers.location));
	const { body } = await request(accessTokenUrl, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			code: String(back.searchParams.get('code')),
			redirect_uri: redirectUri,
			client_id: clientId,
			client_secret: clientSecret,
			code_verifier: verifier,
		}).toString(),
	});
	return new CredentialStore(typed, (await body.json()) as IDataObject);
}
