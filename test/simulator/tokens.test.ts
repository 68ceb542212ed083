import { FailureSchema, type Token, TokenSchema } from '../../contracts';
import { apps } from '../../simulator';
import { eachTest } from './client';

const clock = { ms: Date.UTC(2026, 0, 15) };
const session = eachTest({ now: () => clock.ms, tokenLifetimeSeconds: 100 });

const credentials = ({ clientId, clientSecret }: typeof apps.full) => ({
	client_id: clientId,
	client_secret: clientSecret,
});
const machine = { grant_type: 'client_credentials', ...credentials(apps.full) };

const token = (form: Record<string, string>) =>
	session().send<Token & { error: string }>('/ws/oauth/token', { method: 'POST', form });
const organizations = (bearer: string) =>
	session().send('/v2/organizations', { headers: { authorization: `Bearer ${bearer}` } });

describe('client credentials', () => {
	it('gives a token with every scope of the app when none is asked for, and no refresh token', async () => {
		const { status, body } = await token(machine);
		expect(status).toBe(200);
		expect(TokenSchema.parse(body)).toMatchObject({
			token_type: 'Bearer',
			expires_in: 100,
			scope: 'monitoring management control offline_access',
		});
		expect(body.refresh_token).toBeUndefined();
	});

	it('gives the scopes that are asked for, in a token that the API takes', async () => {
		const { body } = await token({ ...machine, scope: 'monitoring management' });
		expect(body.scope).toBe('monitoring management');
		expect((await organizations(body.access_token)).status).toBe(200);
	});

	it.each<[string, Record<string, string>, number, string]>([
		[
			'a scope that the app does not allow',
			{ ...credentials(apps.readOnly), scope: 'monitoring management' },
			400,
			'invalid_scope',
		],
		['an app that is for people only', credentials(apps.user), 400, 'unauthorized_client'],
		['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
		['an unknown grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
	])('refuses %s', async (_case, change, expected, error) => {
		const { status, body } = await token({ ...machine, ...change });
		expect([status, body.error]).toEqual([expected, error]);
	});

	it('does not know a wrong client id, as in a wrong region', async () => {
		const { status, body } = await token({ ...machine, client_id: 'nobody' });
		expect(status).toBe(404);
		expect(FailureSchema.parse(body)).toMatchObject({
			resultCode: 'Client app not exist',
			incidentId: expect.stringMatching(/^WEB_MGMT_SERVICE-/),
		});
	});

	it('takes a form alone', async () => {
		const { status } = await session().send('/ws/oauth/token', { method: 'POST', json: machine });
		expect(status).toBe(415);
	});

	it('gives a token that lives as long as it says', async () => {
		const { body } = await token(machine);
		clock.ms += 99_000;
		expect((await organizations(body.access_token)).status).toBe(200);
		clock.ms += 1_000;
		expect((await organizations(body.access_token)).status).toBe(401);
	});

	it('does not sign in an app that was revoked, until it is restored', async () => {
		const { authority } = session().simulator;
		const { body } = await token(machine);
		authority.revokeApp(apps.full.clientId);
		expect((await token(machine)).status).toBe(404);
		expect((await organizations(body.access_token)).status).toBe(401);
		authority.restoreApp(apps.full.clientId);
		expect((await token(machine)).status).toBe(200);
	});
});

describe('refresh', () => {
	const signedIn = (...scopes: ('monitoring' | 'management' | 'offline_access')[]) =>
		session().simulator.authority.issue({ clientId: apps.full.clientId, scopes, userId: 5001 });
	const refresh = (refreshToken = '') =>
		token({ grant_type: 'refresh_token', refresh_token: refreshToken, ...credentials(apps.full) });

	it('gives new tokens, with the scopes as before, and kills the old refresh token at once', async () => {
		expect(signedIn('monitoring').refresh_token).toBeUndefined();
		const first = signedIn('monitoring', 'offline_access');
		const second = await refresh(first.refresh_token);
		expect(second).toMatchObject({ status: 200, body: { scope: 'monitoring offline_access' } });
		expect(second.body.access_token).not.toBe(first.access_token);
		expect((await organizations(second.body.access_token)).status).toBe(200);
		expect(await refresh(first.refresh_token)).toMatchObject({
			status: 400,
			body: { error: 'invalid_grant' },
		});
		expect((await refresh(second.body.refresh_token)).status).toBe(200);
	});

	it('takes no refresh token of another app', async () => {
		const { refresh_token: stolen = '' } = signedIn('monitoring', 'offline_access');
		const form = { grant_type: 'refresh_token', refresh_token: stolen, ...credentials(apps.user) };
		expect((await token(form)).body.error).toBe('invalid_grant');
	});

	it('fails once all sign-ins were ended', async () => {
		const { refresh_token: kept } = signedIn('monitoring', 'offline_access');
		session().simulator.authority.expireTokens({ refresh: true });
		expect((await refresh(kept)).body.error).toBe('invalid_grant');
	});
});
