import { type Fault } from '../../simulator';
import { eachTest } from './client';

const session = eachTest();
const strike = (fault: Fault) => session().simulator.faults.add(fault);
const organizations = () => session().call('/v2/organizations');
const update = () =>
	session().call('/v2/device/5', { method: 'PATCH', json: { displayName: 'Changed' } });
const updates = () => session().simulator.requests.matching({ method: 'PATCH' });
const isChanged = () => session().simulator.state.devices.get(5)?.displayName === 'Changed';

describe('a fault', () => {
	it('strikes once, unless it is told otherwise', async () => {
		strike({ kind: 'throttle' });
		expect((await organizations()).status).toBe(429);
		expect((await organizations()).status).toBe(200);
	});

	it('strikes as many times as told', async () => {
		strike({ kind: 'throttle', times: 2 });
		const answers = [await organizations(), await organizations(), await organizations()];
		expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
	});

	it('strikes until cleared', async () => {
		strike({ kind: 'throttle', times: Infinity });
		for (let turn = 0; turn < 5; turn++) expect((await organizations()).status).toBe(429);
		session().simulator.faults.clear();
		expect((await organizations()).status).toBe(200);
	});

	it('lets the first requests pass', async () => {
		strike({ kind: 'throttle', skip: 2 });
		const answers = [await organizations(), await organizations(), await organizations()];
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
	});

	it('strikes only the method and the path that it names', async () => {
		strike({ kind: 'status', method: 'PATCH', path: /^\/v2\/device\/\d+$/ });
		strike({ kind: 'throttle', path: '/v2/locations' });
		expect((await organizations()).status).toBe(200);
		expect((await session().call('/v2/device/5')).status).toBe(200);
		expect((await update()).status).toBe(502);
		expect((await session().call('/api/v2/locations?pageSize=1')).status).toBe(429);
	});

	it('takes its turn behind one that was added before', async () => {
		strike({ kind: 'throttle' });
		strike({ kind: 'status', status: 503 });
		const answers = [await organizations(), await organizations(), await organizations()];
		expect(answers.map(({ status }) => status)).toEqual([429, 503, 200]);
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

	it('strikes the token endpoint too', async () => {
		strike({ kind: 'status', status: 503, path: '/ws/oauth/token' });
		const call = { method: 'POST', form: { grant_type: 'client_credentials' } } as const;
		expect((await session().send('/ws/oauth/token', call)).status).toBe(503);
	});
});

describe('throttling', () => {
	it.each([
		[undefined, undefined],
		[3, '3'],
		['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
	])('with a retry time of %s', async (retryAfterSeconds, header) => {
		strike({ kind: 'throttle', ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
		const { status, headers } = await update();
		expect([status, headers['retry-after']]).toEqual([429, header]);
		expect(isChanged()).toBe(false);
	});

	it.each([
		[undefined, 200],
		[403, 403],
	])('by an HTML page with status %s', async (status, expected) => {
		strike({ kind: 'throttlePage', ...(status !== undefined && { status }) });
		const answer = await update();
		expect(answer.status).toBe(expected);
		expect(answer.headers['content-type']).toContain('text/html');
		expect(answer.body).toContain('<html>');
		expect(isChanged()).toBe(false);
		expect(updates()).toMatchObject([{ acted: false, fault: 'throttlePage', status: expected }]);
	});
});

describe('an error status', () => {
	it('before the server acted leaves everything as it was', async () => {
		strike({ kind: 'status', status: 503 });
		expect(await update()).toMatchObject({ status: 503, body: { resultCode: 'FAILURE' } });
		expect(isChanged()).toBe(false);
		expect(updates()).toMatchObject([{ acted: false, fault: 'status', status: 503 }]);
	});

	it('after the server acted hides that it did', async () => {
		strike({ kind: 'status', when: 'after' });
		expect(await update()).toMatchObject({ status: 502, body: { resultCode: 'FAILURE' } });
		expect(isChanged()).toBe(true);
		expect(updates()).toMatchObject([{ acted: true, fault: 'status', status: 502 }]);
	});
});

describe('a cut connection', () => {
	it('before the server acted: arrived, not done, not answered', async () => {
		strike({ kind: 'cut' });
		await expect(update()).rejects.toThrow();
		expect(isChanged()).toBe(false);
		expect(updates()).toMatchObject([
			{ acted: false, fault: 'cut', status: 0, body: { displayName: 'Changed' } },
		]);
	});

	it('after the server acted: arrived, done, not answered', async () => {
		strike({ kind: 'cut', when: 'after' });
		await expect(update()).rejects.toThrow();
		expect(isChanged()).toBe(true);
		expect(updates()).toMatchObject([{ acted: true, fault: 'cut', status: 0 }]);
	});

	it('midway: the answer begins and breaks off', async () => {
		strike({ kind: 'cut', when: 'midway' });
		await expect(organizations()).rejects.toThrow();
		expect((await organizations()).status).toBe(200);
	});

	it('lets a caller who tries again be counted', async () => {
		strike({ kind: 'cut', when: 'after', times: 2 });
		await expect(update()).rejects.toThrow();
		await expect(update()).rejects.toThrow();
		expect((await update()).status).toBe(204);
		expect(updates().filter(({ acted }) => acted)).toHaveLength(3);
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
		const { authority } = session().simulator;
		const fresh = authority.issue({
			clientId: 'simulator-full',
			scopes: ['monitoring'],
		}).access_token;
		const headers = { authorization: `Bearer ${fresh}` };
		expect((await session().send('/v2/organizations', { headers })).status).toBe(200);
	});

	it('revokeApp: the token dies, and there are no new ones', async () => {
		strike({ kind: 'revokeApp' });
		expect((await organizations()).status).toBe(401);
		const form = { grant_type: 'client_credentials', client_id: 'simulator-full' };
		const answer = await session().send('/ws/oauth/token', { method: 'POST', form });
		expect(answer).toMatchObject({ status: 404, body: { resultCode: 'Client app not exist' } });
	});

	it('revokeApp on the token endpoint: the app that asks is the one that is gone', async () => {
		strike({ kind: 'revokeApp', path: '/ws/oauth/token' });
		const form = { grant_type: 'client_credentials', client_id: 'simulator-read-only' };
		const answer = await session().send('/ws/oauth/token', { method: 'POST', form });
		expect(answer.status).toBe(404);
		expect((await organizations()).status).toBe(200);
	});
});
