import { randomBytes } from 'node:crypto';
import type { Scope, Token } from '../../contracts';
import type { Settings } from '../options';
import { type App, apps } from './apps';

/** What a token stands for. Without a user it is a machine's. */
export interface Access {
	clientId: string;
	scopes: readonly Scope[];
	userId?: number;
}

/** What was asked for on the consent page, until it is exchanged for tokens. */
export interface Consent extends Access {
	redirectUri: string;
	codeChallenge?: string;
}

/** Milliseconds in which a code must be exchanged. */
const codeLife = 60_000;

interface Expiring<Value> {
	value: Value;
	/** Epoch milliseconds. */
	until: number;
}

/** Gives out codes and tokens, and knows what they stand for. */
export interface Authority {
	app(clientId: string): App | undefined;
	addApp(app: App): void;
	/** The app is gone, and all its tokens with it. */
	revokeApp(clientId: string): void;
	restoreApp(clientId: string): void;
	/** Kills every access token, and the refresh tokens too if so wished. */
	expireTokens(options?: { refresh?: boolean }): void;
	code(consent: Consent): string;
	/** A code works once. */
	redeem(code: string): Consent | undefined;
	issue(access: Access): Token;
	/** New tokens for a refresh token, which dies. */
	refresh(token: string, clientId: string): Token | undefined;
	access(token: string): Access | undefined;
}

export function createAuthority({ now, tokenLifetimeSeconds }: Settings): Authority {
	const known = new Map<string, App>(Object.values(apps).map((app) => [app.clientId, app]));
	const revoked = new Set<string>();
	const codes = new Map<string, Expiring<Consent>>();
	const tokens = new Map<string, Expiring<Access>>();
	const refreshTokens = new Map<string, Access>();

	const issue = (access: Access): Token => {
		const lasting = access.userId !== undefined && access.scopes.includes('offline_access');
		const bearer = opaque();
		tokens.set(bearer, { value: access, until: now() + tokenLifetimeSeconds * 1000 });
		const refresh = lasting ? { refresh_token: opaque() } : {};
		if (refresh.refresh_token) refreshTokens.set(refresh.refresh_token, access);
		return {
			access_token: bearer,
			token_type: 'Bearer',
			expires_in: tokenLifetimeSeconds,
			scope: access.scopes.join(' '),
			...refresh,
		};
	};

	return {
		app: (clientId) => (revoked.has(clientId) ? undefined : known.get(clientId)),
		addApp: (app) => known.set(app.clientId, app),
		revokeApp(clientId) {
			revoked.add(clientId);
			drop(tokens, ({ value }) => value.clientId === clientId);
			drop(refreshTokens, (access) => access.clientId === clientId);
		},
		restoreApp: (clientId) => void revoked.delete(clientId),
		expireTokens({ refresh = false } = {}) {
			tokens.clear();
			if (refresh) refreshTokens.clear();
		},
		code(consent) {
			const code = opaque();
			codes.set(code, { value: consent, until: now() + codeLife });
			return code;
		},
		redeem(code) {
			const consent = alive(codes.get(code), now());
			codes.delete(code);
			return consent;
		},
		issue,
		refresh(token, clientId) {
			const access = refreshTokens.get(token);
			if (access?.clientId !== clientId) return undefined;
			refreshTokens.delete(token);
			return issue(access);
		},
		access: (token) => alive(tokens.get(token), now()),
	};
}

/** Unlike the data, tokens are not reproducible: nothing may depend on them. */
const opaque = () => randomBytes(24).toString('base64url');

const alive = <Value>(kept: Expiring<Value> | undefined, now: number) =>
	kept && kept.until > now ? kept.value : undefined;

function drop<Value>(kept: Map<string, Value>, is: (value: Value) => boolean) {
	for (const [name, value] of kept) if (is(value)) kept.delete(name);
}
