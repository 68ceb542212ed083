import nock from 'nock';
import type { TypedCredential } from './credentials';

// It begins to intercept when it is loaded, and makes every request slower that it lets through.
if (nock.isActive()) nock.restore();

afterEach(() => {
	nock.cleanAll();
	if (nock.isActive()) nock.restore();
});

/** A server that nock stands for until the end of the test. */
export function mockServer(address: string): nock.Scope {
	if (!nock.isActive()) nock.activate();
	nock.disableNetConnect();
	nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])/);
	return nock(address);
}

export const server = 'https://eu.ninjarmm.com';
/** Stands for a real token in all tests, so that its absence from outputs and errors can be checked. */
export const bearer = 'bearer-that-must-not-be-seen';
export const secret = 'secret-that-must-not-be-seen';

export const credential: TypedCredential = {
	region: 'eu.ninjarmm.com',
	clientId: 'client-1',
	clientSecret: secret,
	apiScopes: 'monitoring management',
};

/** NinjaOne over nock, with a token to be had. */
export function ninjaOne(): nock.Scope {
	const scope = mockServer(server);
	scope.persist().post('/ws/oauth/token').reply(200, {
		access_token: bearer,
		token_type: 'Bearer',
		expires_in: 3600,
		scope: 'monitoring management',
	});
	return mockServer(server);
}

export const byId = (value: unknown) => ({ __rl: true, mode: 'id', value }) as never;
