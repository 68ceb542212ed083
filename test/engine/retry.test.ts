import { runNode } from '../harness/engine';
import { bearer, byId, credential, mockServer, ninjaOne, server } from '../harness/nock';
import { onNextWait, waits } from '../harness/waits';

const getDevice = { resource: 'device', operation: 'get', deviceId: byId(7), output: 'raw' };
const updateDevice = {
	resource: 'device',
	operation: 'update',
	deviceId: byId(7),
	updateFields: { displayName: 'x' },
};
const uid = '0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e';
const resetAlert = { resource: 'alert', operation: 'reset', alertUid: byId(uid) };
const page = '<html><body>Too many requests</body></html>';

describe('a read', () => {
	it.each([429, 502, 503, 504])('is repeated after HTTP %d', async (status) => {
		ninjaOne().get('/v2/device/7').reply(status).get('/v2/device/7').reply(200, { id: 7 });
		expect((await runNode({ parameters: getDevice, credential })).json).toEqual([{ id: 7 }]);
		expect(waits).toHaveLength(1);
	});

	it('waits as long as Retry-After says', async () => {
		ninjaOne()
			.get('/v2/device/7')
			.reply(429, undefined, { 'Retry-After': '17' })
			.get('/v2/device/7')
			.reply(200, { id: 7 });
		await runNode({ parameters: getDevice, credential });
		expect(waits[0]).toBeGreaterThanOrEqual(17_000);
		expect(waits[0]).toBeLessThanOrEqual(17_000 * 1.25);
	});

	it.each([200, 403])('is repeated after a throttle page in HTML with HTTP %d', async (status) => {
		ninjaOne()
			.get('/v2/device/7')
			.reply(status, page, { 'Content-Type': 'text/html' })
			.get('/v2/device/7')
			.reply(200, { id: 7 });
		expect((await runNode({ parameters: getDevice, credential })).json).toEqual([{ id: 7 }]);
	});

	it('is repeated when its JSON was cut, rather than taken for text', async () => {
		ninjaOne()
			.get('/v2/device/7')
			.reply(200, '{"id": 7, "displayNa', { 'Content-Type': 'application/json' })
			.get('/v2/device/7')
			.reply(200, { id: 7 });
		expect((await runNode({ parameters: getDevice, credential })).json).toEqual([{ id: 7 }]);
	});

	it.each(['ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND'])('is repeated after %s', async (code) => {
		ninjaOne()
			.get('/v2/device/7')
			.replyWithError(Object.assign(new Error(code), { code }))
			.get('/v2/device/7')
			.reply(200, { id: 7 });
		expect((await runNode({ parameters: getDevice, credential })).json).toEqual([{ id: 7 }]);
	});

	it('gives up after six tries and says so', async () => {
		ninjaOne().get('/v2/device/7').times(6).reply(429);
		const { error, run } = await runNode({ parameters: getDevice, credential });
		expect(error?.message).toMatch(/too many requests after 6 tries/);
		expect(error?.httpCode).toBe('429');
		expect(waits).toHaveLength(5);
		expect(JSON.stringify(run)).not.toContain(bearer);
	});

	it('does not sit out a Retry-After of an hour, and reports it instead', async () => {
		ninjaOne().get('/v2/device/7').reply(429, undefined, { 'Retry-After': '3600' });
		const { error } = await runNode({ parameters: getDevice, credential });
		expect(error?.message).toMatch(/asks to wait 3600 s/);
		expect(waits).toHaveLength(0);
	});

	it('is not repeated once it is refused', async () => {
		const scope = ninjaOne().get('/v2/device/7').twice().reply(400, {});
		await runNode({ parameters: getDevice, credential });
		expect(scope.isDone()).toBe(false);
	});

	it('renews a token that has expired, and goes on', async () => {
		ninjaOne()
			.get('/v2/device/7')
			.reply(401, { error: 'not_authenticated', error_code: 10 })
			.get('/v2/device/7')
			.reply(200, { id: 7 });
		expect((await runNode({ parameters: getDevice, credential })).json).toEqual([{ id: 7 }]);
		expect(waits).toHaveLength(0);
	});

	it('waits for the token endpoint, too, when that is throttled', async () => {
		mockServer(server)
			.post('/ws/oauth/token')
			.reply(429)
			.post('/ws/oauth/token')
			.reply(200, { access_token: bearer, token_type: 'Bearer', expires_in: 3600 })
			.get('/v2/device/7')
			.reply(200, { id: 7 });
		expect((await runNode({ parameters: getDevice, credential })).json).toEqual([{ id: 7 }]);
		expect(waits).toHaveLength(1);
	});

	it('stops at once when the execution is cancelled during a wait', async () => {
		const scope = ninjaOne().get('/v2/device/7').reply(503).get('/v2/device/7').reply(200, {});
		const { json } = await runNode({
			parameters: getDevice,
			credential,
			onStart: (cancel) => onNextWait(cancel),
		});
		expect(json).toEqual([]);
		expect(scope.isDone()).toBe(false);
	});
});

describe('a write', () => {
	it('to a full state is repeated after a lost answer', async () => {
		ninjaOne()
			.patch('/v2/device/7')
			.replyWithError(Object.assign(new Error('cut'), { code: 'ECONNRESET' }))
			.patch('/v2/device/7', { displayName: 'x' })
			.reply(204);
		const { json } = await runNode({ parameters: updateDevice, credential });
		expect(json).toEqual([{ success: true, deviceId: 7, updated: ['displayName'] }]);
	});

	it('that finds its target gone after a lost answer has been carried out', async () => {
		ninjaOne()
			.delete(`/v2/alert/${uid}`)
			.reply(502)
			.delete(`/v2/alert/${uid}`)
			.reply(404, { resultCode: 'alert_not_found' });
		const { json } = await runNode({ parameters: resetAlert, credential });
		expect(json).toEqual([{ success: true, alertUid: uid }]);
	});

	it('that finds its target gone at once, or after a 429, has not', async () => {
		ninjaOne()
			.delete(`/v2/alert/${uid}`)
			.reply(429)
			.delete(`/v2/alert/${uid}`)
			.reply(404, { resultCode: 'alert_not_found' });
		const { error } = await runNode({ parameters: resetAlert, credential });
		expect(error?.message).toMatch(/alert_not_found/);
	});
});
