import type { Fault } from '../../simulator';
import { runNode } from '../harness/engine';
import { byId } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';
import { timeouts } from '../harness/timeouts.js';

const simulator = withSimulator({ organizations: 2, devices: 30 });

const getDevice = { resource: 'device', operation: 'get', deviceId: byId(1), output: 'raw' };
const rename = {
	resource: 'device',
	operation: 'update',
	deviceId: byId(1),
	updateFields: { displayName: 'renamed' },
};
const run = async (parameters: object) =>
	await runNode({ parameters: parameters as never, credential: credentialFor(simulator) });

/** Every switch of the simulator that passes by itself. */
const passing: Array<[string, Fault]> = [
	['a throttled answer', { kind: 'throttle' }],
	['a throttled answer with Retry-After', { kind: 'throttle', retryAfterSeconds: 2 }],
	[
		'a throttled answer with a date in Retry-After',
		{ kind: 'throttle', retryAfterSeconds: 'Wed, 21 Oct 2015 07:28:00 GMT' },
	],
	['a throttle page', { kind: 'throttlePage' }],
	['a throttle page with 403', { kind: 'throttlePage', status: 403 }],
	['502', { kind: 'status', status: 502 }],
	['503', { kind: 'status', status: 503 }],
	['504 after NinjaOne acted', { kind: 'status', status: 504, when: 'after' }],
	['a connection cut before NinjaOne acted', { kind: 'cut', when: 'before' }],
	['a connection cut after NinjaOne acted', { kind: 'cut', when: 'after' }],
	['a token that expires', { kind: 'expireToken' }],
	['latency', { kind: 'latency', ms: 5 }],
];

describe('a node is not troubled by', () => {
	it.each(passing)('%s, when it reads', async (_, fault) => {
		simulator.faults.add({ ...fault, path: '/v2/device/1' });
		const { json, error } = await run(getDevice);
		expect(error).toBeUndefined();
		expect(json[0].id).toBe(1);
		expect(simulator.faults.all()).toEqual([]);
	});

	it.each(passing)('%s, when it writes a state', async (_, fault) => {
		simulator.faults.add({ ...fault, path: '/v2/device/1' });
		const { json, error } = await run(rename);
		expect(error).toBeUndefined();
		expect(json).toEqual([{ success: true, deviceId: 1, updated: ['displayName'] }]);
	});

	it('a body that is cut in the middle', async () => {
		simulator.faults.add({ kind: 'cut', when: 'midway', path: '/v2/devices' });
		const { json, error } = await run({
			resource: 'device',
			operation: 'getMany',
			returnAll: true,
		});
		expect([json.length > 25, error]).toEqual([true, undefined]);
	});

	it('a server that never answers, once the timeout is over', async () => {
		simulator.faults.add({ kind: 'hang', path: '/v2/device/1' });
		const { json } = await run({ ...getDevice, options: { timeoutSeconds: 7 } });
		expect(json[0].id).toBe(1);
		expect(timeouts).toEqual([7000]);
	});
});

describe('a node says clearly that', () => {
	it('the app was revoked', async () => {
		simulator.faults.add({ kind: 'revokeApp', path: '/v2/device/1' });
		const { error } = await run(getDevice);
		simulator.authority.restoreApp('simulator-full');
		expect(error?.description).toMatch(/removed or revoked/);
	});

	it('NinjaOne keeps failing', async () => {
		simulator.faults.add({ kind: 'status', status: 503, times: 'always', path: '/v2/device/1' });
		const { error } = await run(getDevice);
		expect(error?.message).toMatch(/No answer from NinjaOne 6 times: a gateway .* \(HTTP 503\)/);
	});
});
