import type { IDataObject } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { editorContext, runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';

const device = (operation: string, parameters: IDataObject = {}) => ({
	resource: 'device',
	operation,
	deviceId: byId(7),
	...parameters,
});
const run = async (operation: string, parameters: IDataObject = {}) =>
	await runNode({ parameters: device(operation, parameters) as never, credential });

describe('approval', () => {
	it.each([
		['approve', 'APPROVE', '12, 15,12', [12, 15]],
		['reject', 'REJECT', '={{ [12, 15] }}', [12, 15]],
		['approve', 'APPROVE', '={{ 12 }}', [12]],
	])('%s sends %s with each id once, from %j', async (operation, mode, deviceIds, ids) => {
		const scope = ninjaOne().post(`/v2/devices/approval/${mode}`, { devices: ids }).reply(204);
		const { json } = await run(operation, { deviceIds });
		expect(json).toEqual([{ success: true, deviceIds: ids, approval: mode }]);
		expect(scope.isDone()).toBe(true);
	});

	it.each([
		['approve', 'APPROVE', 0],
		['reject', 'REJECT', 1],
	])('%s after a lost answer leaves %s unsent %d times', async (operation, mode, unsent) => {
		const path = `/v2/devices/approval/${mode}`;
		const scope = ninjaOne().post(path).reply(502).post(path).reply(204);
		const { error } = await run(operation, { deviceIds: '12' });
		expect(scope.pendingMocks()).toHaveLength(unsent);
		expect(error?.message ?? 'may have been carried out').toMatch(/may have been carried out/);
	});

	it.each(['={{ "" }}', '={{ [] }}', '12,x'])('sends nothing for the ids %j', async (deviceIds) => {
		const scope = ninjaOne().post(/.*/).reply(204);
		const { error } = await run('approve', { deviceIds });
		expect(error?.message).toMatch(/Parameter "Device IDs"/);
		expect(scope.isDone()).toBe(false);
	});
});

describe('the owner of a device', () => {
	const uid = '5d0c2b6e-7f31-4f0a-9a54-0c8f1f6d2e11';

	it('is set by uid, and set again when the answer is lost', async () => {
		const path = `/v2/device/7/owner/${uid}`;
		const scope = ninjaOne().post(path).reply(502).post(path).reply(204);
		const { json } = await run('setOwner', { ownerUid: byId(uid) });
		expect(json).toEqual([{ success: true, deviceId: 7, ownerUid: uid }]);
		expect(scope.isDone()).toBe(true);
	});

	it('is not set from something that is no uid', async () => {
		const scope = ninjaOne().post(/.*/).reply(204);
		const { error } = await run('setOwner', { ownerUid: byId('5001') });
		expect(error?.message).toMatch(/Parameter "Owner" is not a valid UID/);
		expect(scope.isDone()).toBe(false);
	});

	it('is picked by name from technicians and end users', async () => {
		const { searchUsers } = new NinjaOne().methods.listSearch;
		ninjaOne()
			.get('/v2/users')
			.reply(200, [
				{ uid, firstName: 'Jo', lastName: 'Doe', email: 'jo@a.example', userType: 'END_USER' },
				{ uid: 'other', firstName: 'Al', email: 'al@a.example', userType: 'TECHNICIAN' },
			]);
		expect(await searchUsers.call(editorContext(credential), 'doe')).toEqual({
			results: [{ name: 'Jo Doe (jo@a.example)', value: uid, description: 'End user' }],
		});
	});

	it('is removed, again when the answer is lost', async () => {
		const path = '/v2/device/7/owner';
		const scope = ninjaOne().delete(path).reply(503).delete(path).reply(204);
		expect((await run('removeOwner')).json).toEqual([{ success: true, deviceId: 7 }]);
		expect(scope.isDone()).toBe(true);
	});
});

describe('a reboot', () => {
	it('carries its reason in the body', async () => {
		const scope = ninjaOne().post('/v2/device/7/reboot/NORMAL', { reason: 'Patches' }).reply(204);
		const { json } = await run('reboot', { mode: 'NORMAL', reason: 'Patches' });
		expect(json).toEqual([{ success: true, deviceId: 7, mode: 'NORMAL' }]);
		expect(scope.isDone()).toBe(true);
	});

	it('without a reason carries an empty body, by force too, and asks for no name unless told to', async () => {
		const scope = ninjaOne().post('/v2/device/7/reboot/FORCED', {}).reply(204);
		expect((await run('reboot', { mode: 'FORCED' })).json).toMatchObject([{ success: true }]);
		expect(scope.isDone()).toBe(true);
	});

	it('is sent once when the answer is lost', async () => {
		const path = '/v2/device/7/reboot/NORMAL';
		const scope = ninjaOne().post(path).reply(502).post(path).reply(204);
		const { error } = await run('reboot', { mode: 'NORMAL' });
		expect(error?.message).toMatch(/not sent again/);
		expect(scope.pendingMocks()).toHaveLength(1);
	});
});

describe("the device's name", () => {
	const dangerous = [
		['decommission', {}, 'POST', '/v2/device/7/decommission'],
		['resetPolicyOverrides', {}, 'DELETE', '/v2/device/7/policy/overrides'],
		['reboot', { mode: 'FORCED', demandName: true }, 'POST', '/v2/device/7/reboot/FORCED'],
	] as const;

	describe.each(dangerous)('before %s with %j', (operation, parameters, method, path) => {
		const given = async (confirmationName: string, row: IDataObject, more: IDataObject = {}) => {
			const reads = ninjaOne()
				.get('/v2/device/7')
				.reply(200, row as never);
			const acts = ninjaOne().intercept(path, method).reply(204);
			const result = await run(operation, { ...parameters, confirmationName, ...more });
			return { ...result, read: reads.isDone(), acted: acts.isDone() };
		};

		it('must be given', async () => {
			const { error, read, acted } = await given('', { id: 7 });
			expect(error?.message).toMatch(/Parameter "Display Name" is empty.*exactly as NinjaOne/);
			expect(error?.description).toMatch(/turn off "Demand Display Name"/);
			expect([read, acted]).toEqual([false, false]);
		});

		it.each(['srv-01', 'SRV-0', 'SRV-011', '7'])('must match: %j does not', async (name) => {
			const { error, acted } = await given(name, { id: 7, displayName: 'SRV-01' });
			expect(error?.message).toMatch(/Parameter "Display Name".*is not the name of this device/);
			expect(error?.message).not.toContain('SRV-01,');
			expect(acted).toBe(false);
		});

		it.each([
			{ displayName: 'SRV-01', systemName: 'other' },
			{ systemName: 'SRV-01', dnsName: 'other' },
			{ dnsName: 'SRV-01' },
		])('is the first of %j', async (names) => {
			const { json, acted } = await given('SRV-01', { id: 7, ...names });
			expect(json).toMatchObject([{ success: true, deviceId: 7 }]);
			expect(acted).toBe(true);
		});

		it('is not asked for when the demand is off', async () => {
			const { json, read } = await given('', {}, { demandName: false });
			expect(json).toMatchObject([{ success: true, deviceId: 7 }]);
			expect(read).toBe(false);
		});

		it('is checked in a dry run too, which then shows the request', async () => {
			const row = { id: 7, displayName: 'SRV-01' };
			const dry = { options: { dryRun: true } };
			const wrong = await given('SRV-02', row, dry);
			expect(wrong.error?.message).toMatch(/"Display Name"/);
			const right = await given('SRV-01', row, dry);
			expect(right.json).toEqual([expect.objectContaining({ dryRun: true, method, url: path })]);
			expect(right.acted).toBe(false);
		});
	});
});

describe('an update of the warranty', () => {
	it('sends epoch seconds, and only the ends that are given', async () => {
		const start = Date.UTC(2026, 0, 1) / 1000;
		const scope = ninjaOne()
			.patch('/v2/device/7', { displayName: 'X', warranty: { startDate: start } })
			.reply(204);
		const { json } = await run('update', {
			updateFields: { displayName: 'X', warrantyStart: '2026-01-01T00:00:00Z' },
		});
		expect(json).toEqual([
			{ success: true, deviceId: 7, updated: ['displayName', 'warrantyStart'] },
		]);
		expect(scope.isDone()).toBe(true);
	});
});

describe('what a device consists of', () => {
	it.each([
		['getDisks', '/v2/device/7/disks'],
		['getVolumes', '/v2/device/7/volumes'],
		['getProcessors', '/v2/device/7/processors'],
		['getNetworkInterfaces', '/v2/device/7/network-interfaces'],
		['getSoftware', '/v2/device/7/software'],
		['getActiveJobs', '/v2/device/7/jobs'],
	])('%s is a list that a Limit limits', async (operation, path) => {
		ninjaOne()
			.get(path)
			.times(2)
			.reply(200, [{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
		const all = await run(operation, { returnAll: true, output: 'raw' });
		expect(all.json).toHaveLength(3);
		const two = await run(operation, { returnAll: false, limit: 2, output: 'raw' });
		expect(two.json).toEqual([{ name: 'a' }, { name: 'b' }]);
		expect(two.hints).toHaveLength(1);
	});

	it.each([
		['getLastLoggedOnUser', '/v2/device/7/last-logged-on-user', { userName: 'CORP\\jo' }],
		['getPolicyOverrides', '/v2/device/7/policy/overrides', { overrides: ['PATCHING'] }],
	])('%s is one item', async (operation, path, answer) => {
		ninjaOne().get(path).reply(200, answer);
		expect((await run(operation)).json).toEqual([answer]);
	});

	it('comes with the state of BitLocker where asked for', async () => {
		const scope = ninjaOne().get('/v2/device/7/volumes?include=bl').reply(200, []);
		await run('getVolumes', { includeBitLocker: true, returnAll: true });
		expect(scope.isDone()).toBe(true);
	});
});
