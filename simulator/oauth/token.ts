import { createHash } from 'node:crypto';
import { type Scope, ScopeSchema } from '../../contracts';
import { oauthError, unknownApp } from '../refusal';
import type { App, Grant } from './apps';
import type { Authority } from './authority';

/** The fields of a form. */
export type Form = Record<string, string | undefined>;

/** Answers the token endpoint: tokens for a grant, or the refusal that NinjaOne gives. */
export function grantTokens(authority: Authority, form: Form) {
	const grant = grantOf(form);
	const app = authority.app(form.client_id ?? '');
	if (!app) throw unknownApp();
	if (app.clientSecret !== undefined && form.client_secret !== app.clientSecret) {
		throw oauthError(401, 'invalid_client', 'Client authentication failed');
	}
	if (!app.grants.includes(grant)) {
		throw oauthError(400, 'unauthorized_client', `The app does not allow the grant ${grant}`);
	}
	return grants[grant](authority, app, form);
}

type Exchange = (authority: Authority, app: App, form: Form) => ReturnType<Authority['issue']>;

const grants: Record<Grant, Exchange> = {
	client_credentials: (authority, { clientId, scopes }, form) =>
		authority.issue({ clientId, scopes: form.scope ? scopesOf(form.scope, scopes) : scopes }),

	authorization_code(authority, { clientId, clientSecret }, form) {
		const consent = authority.redeem(form.code ?? '');
		if (consent?.clientId !== clientId) throw invalidGrant('The code is unknown, used or expired');
		if (form.redirect_uri !== consent.redirectUri) throw invalidGrant('The redirect_uri differs');
		const proven = consent.codeChallenge
			? challengeOf(form.code_verifier ?? '') === consent.codeChallenge
			: clientSecret !== undefined;
		if (!proven) throw invalidGrant('The code_verifier does not fit the code_challenge');
		const { scopes, userId } = consent;
		return authority.issue({ clientId, scopes, userId });
	},

	// A scope that is sent along changes nothing: the new token can do what the old one could.
	refresh_token(authority, { clientId }, form) {
		const tokens = authority.refresh(form.refresh_token ?? '', clientId);
		if (!tokens) throw invalidGrant('The refresh token is unknown, used or expired');
		return tokens;
	},
};

function grantOf({ grant_type: type = '' }: Form): Grant {
	if (Object.hasOwn(grants, type)) return type as Grant;
	throw oauthError(400, 'unsupported_grant_type', `Unsupported grant type: ${type}`);
}

/**
 * The scopes asked for, separated by blanks.
 * @throws a refusal when one of them is unknown, or not among those that the app may have
 */
export function scopesOf(asked: string, allowed: readonly Scope[]): Scope[] {
	return asked
		.split(' ')
		.filter(Boolean)
		.map((name) => {
			const scope = ScopeSchema.safeParse(name);
			if (scope.success && allowed.includes(scope.data)) return scope.data;
			throw oauthError(400, 'invalid_scope', `The app does not allow the scope ${name}`);
		});
}

/** PKCE, method S256. */
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

const invalidGrant = (description: string) => oauthError(400, 'invalid_grant', description);
