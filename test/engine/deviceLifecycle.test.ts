import type { IDataObject } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { runNode } from '../harness/engine';
import { byId } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });
const inMilliseconds = withSimulator({
	devices: 5,
	organizations: 1,
	maintenanceUnit: 'iso or milliseconds',
});

const run = async (parameters: IDataObject, on: Simulator = simulator) =>
	await runNode({
		parameters: { resource: 'device', ...parameters } as never,
		credential: credentialFor(on),
	});

/** A Windows device that is in contact. */
const windows = () => {
	const device = simulator.state.devices
		.all()
		.find(({ nodeClass, offline }) => nodeClass === 'WINDOWS_WORKSTATION' && !offline);
	if (!device) throw new Error('The simulator has no such device');
	return device;
};
const deviceOf = (id: number) => simulator.state.devices.get(id);
const changes = () => simulator.requests.all().filter(({ method }) => method !== 'GET');

describe('approval', () => {
	it('lets devices in, turns others away, and refuses what does not wait', async () => {
		const [a, b, c] = [0, 0, 0].map(
			() => simulator.state.addDevice({ approvalStatus: 'PENDING' }).id,
		);
		await run({ operation: 'approve', deviceIds: `${a},${b}` });
		expect([a, b].map((id) => deviceOf(id)?.approvalStatus)).toEqual(['APPROVED', 'APPROVED']);
		await run({ operation: 'reject', deviceIds: `={{ [${c}] }}` });
		expect(deviceOf(c)).toBeUndefined();
		const { error } = await run({ operation: 'reject', deviceIds: String(a) });
		expect(error?.message).toMatch(/does not wait for approval/);
	});
});

describe('the owner', () => {
	it('is set and removed', async () => {
		const { id } = windows();
		const owner = simulator.state.users.all().find(({ userType }) => userType === 'END_USER');
		await run({ operation: 'setOwner', deviceId: byId(id), ownerUid: byId(owner?.uid) });
		expect(deviceOf(id)?.assignedOwnerUid).toBe(owner?.uid);
		await run({ operation: 'removeOwner', deviceId: byId(id) });
		expect(deviceOf(id)?.assignedOwnerUid).toBeUndefined();
	});
});

describe('maintenance', () => {
	const set = { operation: 'setMaintenance', deviceId: byId(2), disabledFeatures: ['ALERTS'] };

	it.each([
		['now', {}, 'IN_MAINTENANCE'],
		['later', { start: '2100-01-01T08:00:00Z' }, 'PENDING'],
	])('%s is confirmed with what NinjaOne shows, and cancelled', async (_, when, status) => {
		const { json } = await run({ ...set, ...when, reason: 'Move' });
		expect(json).toMatchObject([
			{ success: true, confirmed: true, maintenance: { status, reasonMessage: 'Move' } },
		]);
		await run({ operation: 'cancelMaintenance', deviceId: byId(2) });
		expect(deviceOf(2)?.maintenance).toBeUndefined();
	});

	const later = { ...set, start: '2100-01-01T08:00:00Z' };

	it('in seconds is refused where they are read as milliseconds; as ISO 8601 it is confirmed', async () => {
		const { error } = await run(later, inMilliseconds);
		expect(error?.message).toMatch(/refuses a maintenance in the past.*"Start".*2100-01-01T08/);
		const right = await run({ ...later, timeFormat: 'iso' }, inMilliseconds);
		expect(right.json).toMatchObject([{ confirmed: true }]);
	});
});

describe('an update', () => {
	it('sets the warranty in epoch seconds', async () => {
		const { id } = windows();
		await run({
			operation: 'update',
			deviceId: byId(id),
			updateFields: { warrantyStart: '2026-01-01T00:00:00Z', warrantyEnd: '2029-01-01T00:00:00Z' },
		});
		expect(deviceOf(id)?.references?.warranty).toEqual({
			startDate: Date.UTC(2026, 0, 1) / 1000,
			endDate: Date.UTC(2029, 0, 1) / 1000,
		});
		await run({
			operation: 'update',
			deviceId: byId(id),
			updateFields: { warrantyFulfillment: '2025-12-15T00:00:00Z' },
		});
		expect(changes().at(-1)?.body).toEqual({
			warranty: { manufacturerFulfillmentDate: Date.UTC(2025, 11, 15) / 1000 },
		});
	});
});

describe('what cannot be undone', () => {
	it('is not done to a device with another name', async () => {
		const { id } = windows();
		const wrong = { deviceId: byId(id), confirmationName: 'SRV-01' };
		for (const operation of ['decommission', 'resetPolicyOverrides']) {
			const { error } = await run({ operation, ...wrong });
			expect(error?.message).toMatch(/Parameter "Display Name"/);
		}
		await run({ operation: 'reboot', mode: 'FORCED', demandName: true, ...wrong });
		expect(changes().filter(({ path }) => path.startsWith('/v2/'))).toEqual([]);
		expect(deviceOf(id)).toBeDefined();
	});

	it('is done to the device with this name', async () => {
		const { id, displayName } = simulator.state.addDevice({ displayName: 'Old server' });
		const named = { deviceId: byId(id), confirmationName: displayName };
		const device = simulator.state.devices.get(id);
		if (device) simulator.state.policyOverrides.toChange(device).push('PATCHING');
		const read = { operation: 'getPolicyOverrides', deviceId: byId(id) };
		expect((await run(read)).json).toEqual([
			{ overrides: expect.arrayContaining(['PATCHING']) as unknown },
		]);
		await run({ operation: 'resetPolicyOverrides', ...named });
		expect((await run(read)).json).toEqual([{ overrides: [] }]);
		await run({ operation: 'decommission', ...named });
		expect(deviceOf(id)).toBeUndefined();
	});
});

describe('rejecting devices', () => {
	/** The device is gone afterwards, so a repeat would be refused although the order was carried out. */
	it('is not repeated after a lost answer', async () => {
		const { id } = simulator.state.addDevice({ approvalStatus: 'PENDING' });
		simulator.faults.add({ kind: 'cut', when: 'after', path: /approval/ });
		const { error } = await run({ operation: 'reject', deviceIds: String(id) });
		const arrived = changes().filter(({ path }) => path.startsWith('/v2/'));
		expect(arrived.map(({ acted }) => acted)).toEqual([true]);
		expect(error?.message).toMatch(/may have been carried out, so it was not sent again/);
	});
});

describe('what a device consists of', () => {
	it.each([
		['getDisks', { name: expect.any(String), size: expect.any(Number) }],
		['getVolumes', { capacity: expect.any(Number), bitLockerStatus: expect.anything() }],
		['getProcessors', { numCores: expect.any(Number) }],
		['getNetworkInterfaces', { ipAddress: expect.any(Array) }],
		['getSoftware', { name: expect.any(String), version: expect.any(String) }],
	])('%s gives rows', async (operation, row) => {
		const { json } = await run({
			operation,
			deviceId: byId(windows().id),
			returnAll: true,
			includeBitLocker: true,
		});
		expect(json[0]).toMatchObject(row);
		expect(Object.keys(json[0]).length).toBeLessThanOrEqual(10);
	});

	it('its last user is one item', async () => {
		const deviceId = byId(windows().id);
		const user = await run({ operation: 'getLastLoggedOnUser', deviceId });
		expect(user.json).toEqual([expect.objectContaining({ userName: expect.any(String) })]);
	});

	it('its jobs are those that run', async () => {
		const { id } = windows();
		await run({ operation: 'reboot', mode: 'NORMAL', deviceId: byId(id) });
		const { json } = await run({ operation: 'getActiveJobs', deviceId: byId(id), returnAll: true });
		expect(json).toEqual([expect.objectContaining({ deviceId: id, uid: expect.any(String) })]);
	});
});

describe('a Windows service', () => {
	const service = (operation: string, more: IDataObject = {}) =>
		run({
			resource: 'windowsService',
			operation,
			deviceId: byId(windows().id),
			serviceName: { __rl: true, mode: 'name', value: 'Spooler' },
			...more,
		});
	const spooler = async () => {
		const filters = { name: 'spooler' };
		return (await service('getMany', { returnAll: true, filters })).json[0];
	};

	it('is configured, started, paused, restarted and stopped', async () => {
		await service('configure', { startType: 'DEMAND_START' });
		expect(await spooler()).toMatchObject({ name: 'Spooler', startType: 'DEMAND_START' });
		for (const [operation, state] of [
			['start', 'RUNNING'],
			['pause', 'PAUSED'],
			['restart', 'RUNNING'],
			['stop', 'STOPPED'],
		]) {
			await service(operation);
			expect(await spooler()).toMatchObject({ state });
		}
	});

	it('that the device does not have is an error', async () => {
		const serviceName = { __rl: true, mode: 'name', value: 'NoSuchService' };
		expect((await service('start', { serviceName })).error?.message).toMatch(/no such record/);
	});
});
