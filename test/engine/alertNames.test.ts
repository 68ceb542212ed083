import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });

const run = async (
	operation: string,
	parameters: IDataObject = {},
	items: IDataObject[] = [{}],
) => {
	const { json, error } = await runNode({
		parameters: { resource: 'alert', operation, ...parameters } as never,
		items,
		credential: credentialFor(simulator),
	});
	if (error) throw new Error(error.message);
	return json;
};
const fleet = { scope: 'fleet', returnAll: true };
const bare = { severity: undefined, priority: undefined, userId: undefined, withoutDevice: true };
const calls = (path: string) => simulator.requests.matching({ path }).length;

beforeEach(() => {
	simulator.state.alerts.clear();
});

describe('an alert that NinjaOne gives without severity, priority, user and device', () => {
	it('has the names and the organization of its device all the same', async () => {
		const device = simulator.state.devices.get(5);
		simulator.state.triggerAlert(5, bare);
		expect(await run('getMany', fleet)).toMatchObject([
			{
				deviceId: 5,
				deviceName: device?.displayName ?? device?.systemName,
				organizationId: device?.organizationId,
				organizationName: simulator.state.organizations.get(device?.organizationId ?? 0)?.name,
			},
		]);
	});

	it('costs one list of devices and one of organizations, however many alerts and items', async () => {
		for (let id = 1; id <= 50; id++) simulator.state.triggerAlert(id, bare);
		const rows = await run('getMany', fleet, [{}, {}, {}]);
		expect(rows.length).toBeGreaterThanOrEqual(120);
		expect(rows.every(({ deviceName, organizationName }) => deviceName && organizationName)).toBe(
			true,
		);
		expect([calls('/v2/devices'), calls('/v2/organizations')]).toEqual([1, 1]);
	});

	it('of one device costs no list of the fleet', async () => {
		simulator.state.triggerAlert(5, bare);
		await run('getMany', { scope: 'device', deviceId: 5, returnAll: true });
		const [{ query }] = simulator.requests.matching({ path: '/v2/devices' });
		expect(query.df).toMatch(/id.*5/);
	});

	it('is reset under the name of its device', async () => {
		simulator.state.triggerAlert(5, bare);
		const reset = { preview: false, deviceFilters: { deviceIds: '5' } };
		const [row] = await run('resetMany', reset);
		expect(row).toMatchObject({ success: true, deviceId: 5 });
		expect([row.deviceName, row.organizationName].every(Boolean)).toBe(true);
		expect(simulator.state.alerts.size).toBe(0);
	});

	it('is found by filters that say nothing of a severity, and not by one that does', async () => {
		simulator.state.triggerAlert(5, bare);
		const preview = async (alertFilters: IDataObject) =>
			(await run('resetMany', { preview: true, alertFilters })).length;
		expect(await preview({})).toBe(1);
		expect(await preview({ severities: ['MAJOR'] })).toBe(0);
		expect(await preview({ severities: ['NONE'] })).toBe(0);
	});

	it('is as NinjaOne gives it in raw output, with nothing looked up', async () => {
		const { uid } = simulator.state.triggerAlert(5, bare);
		const [row] = await run('getMany', { ...fleet, output: 'raw' });
		expect(row).toMatchObject({ uid, deviceId: 5 });
		expect(row).not.toHaveProperty('deviceName');
		expect(calls('/v2/devices')).toBe(0);
	});
});

describe('an alert with its device', () => {
	it('needs no list of devices', async () => {
		simulator.state.triggerAlert(5);
		const [row] = await run('getMany', fleet);
		expect([row.deviceName, row.organizationName].every(Boolean)).toBe(true);
		expect(calls('/v2/devices')).toBe(0);
	});
});

describe('the code of a message', () => {
	it('is told of alerts and activities', async () => {
		const data = { message: { code: 'agent_cond_cpu', params: { value: 97 } } };
		simulator.state.triggerAlert(5, { data });
		expect(await run('getMany', fleet)).toMatchObject([{ code: 'agent_cond_cpu' }]);
		const [activity] = await run('getMany', {
			resource: 'activity',
			scope: 'fleet',
			returnAll: false,
			limit: 1,
		});
		expect(activity.code).toBe('agent_cond_cpu');
	});

	it.each([undefined, {}, { message: 'text' }, { message: {} }])(
		'is left out where the data is %j',
		async (data) => {
			simulator.state.triggerAlert(5, { data: data as never });
			const [row] = await run('getMany', fleet);
			expect(row).not.toHaveProperty('code');
		},
	);
});
