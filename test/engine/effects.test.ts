import { del, patch, post } from '../../api/endpoint';
import { call } from '../../api/request';
import { locator } from '../../operations/locator';
import { operation } from '../../operations/operation';
import { runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';
import { operationsNode } from '../harness/nodeTypes';

const fields = {
	deviceId: locator({
		displayName: 'Device',
		description: 'A device',
		picker: { method: 'searchDevices', search: async () => await Promise.resolve({ results: [] }) },
		example: '1',
		page: 'deviceDashboard',
	}),
};
const look = (name: string) => ({ name, action: `${name} device`, description: name, fields });

const rebootCall = post('/v2/device/{id}/reboot/NORMAL', {
	effect: 'dispatch',
	undocumented: 'for this test',
});
const overridesCall = del('/v2/device/{id}/policy/overrides', { effect: 'destroy' });
const createCall = post('/v2/device/{id}/things', { undocumented: 'for this test' });
const updateCall = patch('/v2/device/{id}');

/** One operation of each effect that changes something. */
const nodeType = operationsNode({
	trial: {
		name: 'Trial',
		description: 'Operations for this test',
		operations: {
			dispatch: operation({
				...look('Reboot'),
				endpoints: [rebootCall],
				request: ({ deviceId }) => call(rebootCall, { path: { id: deviceId }, body: {} }),
				done: ({ deviceId }) => ({ deviceId }),
			}),
			destroy: operation({
				...look('Reset Overrides'),
				endpoints: [overridesCall],
				request: ({ deviceId }) => call(overridesCall, { path: { id: deviceId } }),
				done: ({ deviceId }) => ({ deviceId }),
			}),
			create: operation({
				...look('Create'),
				endpoints: [createCall],
				request: ({ deviceId }) => call(createCall, { path: { id: deviceId }, body: { a: 1 } }),
				done: ({ deviceId }) => ({ deviceId }),
			}),
			stray: operation({
				...look('Stray'),
				endpoints: [updateCall],
				request: ({ deviceId }) => call(createCall, { path: { id: deviceId }, body: {} }),
			}),
		},
	},
});

const run = async (name: string, options = {}) =>
	await runNode({
		nodeType,
		parameters: { resource: 'trial', operation: name, deviceId: byId(7), options },
		credential,
	});

const routes = {
	dispatch: ['POST', '/v2/device/7/reboot/NORMAL'],
	destroy: ['DELETE', '/v2/device/7/policy/overrides'],
	create: ['POST', '/v2/device/7/things'],
} as const;
const each = Object.entries(routes).map(([name, [method, path]]) => [name, method, path] as const);

describe.each(each)('an operation with effect %s', (name, method, path) => {
	it('is sent again after 429, since nothing was done', async () => {
		const scope = ninjaOne().intercept(path, method).reply(429).intercept(path, method).reply(204);
		const { json } = await run(name);
		expect(json).toEqual([{ success: true, deviceId: 7 }]);
		expect(scope.isDone()).toBe(true);
	});

	it.each([502, 503, 504])('is sent once when NinjaOne answers %d', async (status) => {
		const scope = ninjaOne()
			.intercept(path, method)
			.reply(status)
			.intercept(path, method)
			.reply(204);
		const { error } = await run(name);
		expect(error?.message).toMatch(/may have been carried out, so it was not sent again/);
		expect(error?.description).toMatch(/look at the device or its activities/);
		expect(scope.pendingMocks()).toHaveLength(1);
	});

	it.each(['ECONNRESET', 'ECONNABORTED', 'ETIMEDOUT'])('is sent once after %s', async (code) => {
		const scope = ninjaOne()
			.intercept(path, method)
			.replyWithError(Object.assign(new Error(code), { code }))
			.intercept(path, method)
			.reply(204);
		const { error } = await run(name);
		expect(error?.message).toMatch(/not sent again/);
		expect(scope.pendingMocks()).toHaveLength(1);
	});

	it('is sent once when a web page comes in place of an answer', async () => {
		const page = '<html>Please wait</html>';
		const scope = ninjaOne()
			.intercept(path, method)
			.reply(200, page, { 'Content-Type': 'text/html' })
			.intercept(path, method)
			.reply(204);
		await run(name);
		expect(scope.pendingMocks()).toHaveLength(1);
	});

	it('is not sent in a dry run', async () => {
		const { json } = await run(name, { dryRun: true });
		expect(json[0]).toMatchObject({ dryRun: true, method, url: path });
	});
});

describe('an operation', () => {
	it('cannot send what it does not declare', async () => {
		const { error } = await run('stray');
		expect(error?.message).toMatch(/does not declare POST \/v2\/device\/\{id\}\/things/);
	});
});
