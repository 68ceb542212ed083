import { apps, type Fault } from '../../simulator';
import { bearerOf, eachTest } from './client';

const session = eachTest();
const strike = (fault: Fault) => session().simulator.faults.add(fault);
const organizations = () => session().call('/v2/organizations');
const update = () =>
	session().call('/v2/device/5', { method: 'PATCH', json: { displayName: 'Changed' } });
const updates = () => session().simulator.requests.matching({ method: 'PATCH' });
const isChanged = () => session().simulator.state.devices.get(5)?.displayName === 'Changed';
const token = (clientId: string) =>
	session().send('/ws/oauth/token', {
		method: 'POST',
		form: { grant_type: 'client_credentials', client_id: clientId },
	});

describe('a fault', () => {
	it.each<[string, Fault[], number[]]>([
		['once', [{ kind: 'throttle' }], [429, 200, 200]],
		['as often as it says', [{ kind: 'throttle', times: 2 }], [429, 429, 200]],
		['always', [{ kind: 'throttle', times: Infinity }], [429, 429, 429]],
		['after the first requests', [{ kind: 'throttle', skip: 2 }], [200, 200, 429]],
		[
			'after one that was added before',
			[{ kind: 'throttle' }, { kind: 'status', status: 503 }],
			[429, 503, 200],
		],
	])('strikes %s', async (_case, faults, statuses) => {
		for (const fault of faults) strike(fault);
		const answers = [await organizations(), await organizations(), await organizations()];
		expect(answers.map(({ status }) => status)).toEqual(statuses);
		session().simulator.faults.clear();
		expect((await organizations()).status).toBe(200);
	});

	it('strikes only the method and the path that it names, the token endpoint too', async () => {
		strike({ kind: 'status', method: 'PATCH', path: /^\/v2\/device\/\d+$/ });
		strike({ kind: 'throttle', path: '/v2/locations' });
		strike({ kind: 'status', status: 503, path: '/ws/oauth/token' });
		expect((await organizations()).status).toBe(200);
		expect((await session().call('/v2/device/5')).status).toBe(200);
		expect((await update()).status).toBe(502);
		expect((await session().call('/api/v2/locations?pageSize=1')).status).toBe(429);
		expect((await token(apps.full.clientId)).status).toBe(503);
	});

	it('can come with the request that it strikes', async () => {
		const headers = { 'x-simulator-fault': '{"kind":"throttle","retryAfterSeconds":7}' };
		const answer = await session().call('/v2/organizations', { headers });
		expect([answer.status, answer.headers['retry-after']]).toEqual([429, '7']);
		expect((await organizations()).status).toBe(200);
	});

	it.each(['{"kind":"earthquake"}', '{', '{"kind":"cut","volume":11}'])(
		'that cannot be understood is refused: %s',
		async (fault) => {
			const headers = { 'x-simulator-fault': fault };
			expect((await session().call('/v2/organizations', { headers })).status).toBe(400);
		},
	);
});

describe('an answer', () => {
	const failure = expect.objectContaining({ resultCode: 'FAILURE' });
	const page = expect.stringContaining('<html>');
	const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
	it.each<[Fault, { status: number; body: unknown; retryAfter?: string; acted?: boolean }]>([
		[{ kind: 'throttle' }, { status: 429, body: failure }],
		[
			{ kind: 'throttle', retryAfterSeconds: 3 },
			{ status: 429, body: failure, retryAfter: '3' },
		],
		[
			{ kind: 'throttle', retryAfterSeconds: date },
			{ status: 429, body: failure, retryAfter: date },
		],
		[{ kind: 'throttlePage' }, { status: 200, body: page }],
		[
			{ kind: 'throttlePage', status: 403 },
			{ status: 403, body: page },
		],
		[
			{ kind: 'status', status: 503 },
			{ status: 503, body: failure },
		],
		[
			{ kind: 'status', when: 'after' },
			{ status: 502, body: failure, acted: true },
		],
	])('of %j', async (fault, { status, body, retryAfter, acted = false }) => {
		strike(fault);
		const answer = await update();
		expect(answer).toMatchObject({ status, body });
		expect(answer.headers['retry-after']).toBe(retryAfter);
		expect(isChanged()).toBe(acted);
		expect(updates()).toMatchObject([{ acted, fault: fault.kind, status }]);
	});
});

describe('a cut connection', () => {
	it.each([
		['before', false],
		['after', true],
	] as const)('%s the server acted: arrived, not answered', async (when, acted) => {
		strike({ kind: 'cut', when });
		await expect(update()).rejects.toThrow();
		expect(isChanged()).toBe(acted);
		const body = { displayName: 'Changed' };
		expect(updates()).toMatchObject([{ acted, fault: 'cut', status: 0, body }]);
	});

	it('midway: the answer begins and breaks off', async () => {
		strike({ kind: 'cut', when: 'midway' });
		await expect(organizations()).rejects.toThrow();
		expect((await organizations()).status).toBe(200);
	});
});

describe('a request without an answer', () => {
	it('hangs until the simulator stops', async () => {
		strike({ kind: 'hang' });
		const waiting = expect(update()).rejects.toThrow();
		while (updates().length === 0) await organizations();
		expect((await organizations()).status).toBe(200);
		await session().simulator.stop();
		await waiting;
		expect(isChanged()).toBe(false);
	});

	it('is late where latency was asked for', async () => {
		strike({ kind: 'latency', ms: 60 });
		const start = performance.now();
		expect((await organizations()).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThan(55);
	});
});

describe('the end of a sign-in', () => {
	it('expireToken: this request is the first to be refused, and so is every other until a new token', async () => {
		strike({ kind: 'expireToken', path: '/v2/organizations' });
		expect((await session().call('/v2/locations')).status).toBe(200);
		expect(await organizations()).toMatchObject({ status: 401, body: { error_code: 10 } });
		expect((await session().call('/v2/locations')).status).toBe(401);
		const headers = { authorization: bearerOf(session().simulator, apps.full) };
		expect((await session().send('/v2/organizations', { headers })).status).toBe(200);
	});

	it('revokeApp: the token dies, and there are no new ones', async () => {
		strike({ kind: 'revokeApp' });
		expect((await organizations()).status).toBe(401);
		expect(await token(apps.full.clientId)).toMatchObject({
			status: 404,
			body: { resultCode: 'Client app not exist' },
		});
	});

	it('revokeApp on the token endpoint: the app that asks is the one that is gone', async () => {
		strike({ kind: 'revokeApp', path: '/ws/oauth/token' });
		expect((await token(apps.readOnly.clientId)).status).toBe(404);
		expect((await organizations()).status).toBe(200);
	});
});
