import { type Scope, scopes } from '../../contracts';

export type Grant = 'authorization_code' | 'client_credentials' | 'refresh_token';

/** A client app, as an administrator sets it up. */
export interface App {
	clientId: string;
	/** Native apps have none. */
	clientSecret?: string;
	scopes: readonly Scope[];
	grants: readonly Grant[];
	/** Any address on loopback is accepted, too. */
	redirectUris: readonly string[];
}

const user: readonly Grant[] = ['authorization_code', 'refresh_token'];
const machine: readonly Grant[] = ['client_credentials'];

function app(name: string, rights: Pick<App, 'scopes' | 'grants'>): App & { clientSecret: string } {
	const clientId = `simulator-${name}`;
	return { clientId, clientSecret: `${clientId}-secret`, redirectUris: [], ...rights };
}

/** The apps that are there from the start. */
export const apps = {
	/** May do everything, in both ways of signing in. */
	full: app('full', { scopes, grants: [...user, ...machine] }),
	readOnly: app('read-only', { scopes: ['monitoring'], grants: machine }),
	/** For people only. */
	user: app('user', { scopes, grants: user }),
	/** For people only; without a secret, so PKCE is a must. */
	native: { ...app('native', { scopes, grants: user }), clientSecret: undefined },
};
