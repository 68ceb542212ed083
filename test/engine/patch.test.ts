import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runNode } from '../harness/engine';
import { byId } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 300, organizations: 4 });

const execute = async (parameters: object, items: IDataObject[] = [{}]) =>
	await runNode({
		parameters: { resource: 'patch', ...parameters } as INodeParameters,
		items,
		credential: credentialFor(simulator),
	});
const list = async (parameters: object) =>
	(await execute({ operation: 'getMany', scope: 'fleet', returnAll: true, ...parameters })).json;
const calls = (path: RegExp) => simulator.requests.matching({ path });

/** An online Windows device that has patches to install. */
async function deviceWithPatches(kind = 'os') {
	const approved = await list({ kind, state: 'approved' });
	const online = approved.find(
		({ deviceId }) => !simulator.state.devices.get(Number(deviceId))?.offline,
	);
	return Number(online?.deviceId);
}

describe('Get Many of patches', () => {
	it.each([
		['os', 'pending', 'MANUAL'],
		['os', 'approved', 'APPROVED'],
		['os', 'rejected', 'REJECTED'],
		['os', 'installed', 'INSTALLED'],
		['os', 'failed', 'FAILED'],
		['software', 'approved', 'APPROVED'],
		['software', 'installed', 'INSTALLED'],
	])('%s in the state %s have the status %s alone', async (kind, state, status) => {
		const rows = await list({ kind, state });
		expect(rows.length).toBeGreaterThan(0);
		expect(new Set(rows.map((row) => row.status))).toEqual(new Set([status]));
	});

	it("never ignores a filter, also where NinjaOne's list does not know it", async () => {
		const all = await list({ kind: 'os', state: 'installed' });
		const severity = String(all.find((row) => row.severity)?.severity);
		const wanted = all.filter((row) => row.severity === severity);
		const rows = await list({
			kind: 'os',
			state: 'installed',
			patchFilters: { severity: severity.toLowerCase() },
		});
		expect(rows).toEqual(wanted);
		expect(wanted.length).toBeLessThan(all.length);
		expect(calls(/os-patch-installs/).every(({ query }) => !('severity' in query))).toBe(true);
	});

	it('by time of installation keeps to both ends', async () => {
		const all = await list({ kind: 'os', state: 'installed' });
		const times = all.map(({ installedAt }) => Number(installedAt)).sort((a, b) => a - b);
		const middle = times[Math.floor(times.length / 2)];
		const rows = await list({
			kind: 'os',
			state: 'installed',
			patchFilters: { installedAfter: new Date(middle * 1000).toISOString() },
		});
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.length).toBeLessThan(all.length);
		expect(rows.every(({ installedAt }) => Number(installedAt) >= Math.floor(middle))).toBe(true);
	});

	it('of one device come from its own list', async () => {
		const deviceId = await deviceWithPatches();
		const rows = await list({
			kind: 'os',
			state: 'notInstalled',
			scope: 'device',
			deviceId: byId(deviceId),
		});
		expect(rows.length).toBeGreaterThan(0);
		expect(calls(/\/v2\/device\/\d+\/os-patches/)).toHaveLength(1);
	});

	it('keep to a limit although rows are dropped here', async () => {
		const { json, hints } = await execute({
			operation: 'getMany',
			scope: 'fleet',
			kind: 'os',
			state: 'installed',
			returnAll: false,
			limit: 2,
			patchFilters: { installedAfter: '2001-01-01T00:00:00Z' },
		});
		expect([json.length, hints.length]).toEqual([2, 1]);
	});
});

describe('applying patches', () => {
	it('waits for the end and tells what was installed and what failed, and the reports agree', async () => {
		const deviceId = await deviceWithPatches();
		const device = { scope: 'device', deviceId: byId(deviceId) };
		const approved = await list({ kind: 'os', state: 'approved', ...device });
		const { json } = await execute({ operation: 'applyOs', deviceId: byId(deviceId), wait: true });
		const [{ outcome, installed, failed }] = json as Array<{
			outcome: string;
			installed: string[];
			failed: string[];
		}>;
		expect(['success', 'failure']).toContain(outcome);
		expect(outcome === 'failure').toBe(failed.length > 0);
		expect(installed.length + failed.length).toBe(approved.length);
		expect(await list({ kind: 'os', state: 'approved', ...device })).toEqual([]);
	});

	it('of software is a call of its own', async () => {
		const deviceId = await deviceWithPatches('software');
		const { json } = await execute({
			operation: 'applySoftware',
			deviceId: byId(deviceId),
			wait: true,
		});
		expect(json[0]).toMatchObject({ deviceId, installed: expect.any(Array) });
		expect(calls(/patch\/software\/apply$/)).toHaveLength(1);
	});

	it('without waiting returns at once', async () => {
		const { json } = await execute({ operation: 'scanOs', deviceId: byId(5) });
		expect(json[0]).toMatchObject({ outcome: 'dispatched' });
		expect(calls(/activities/)).toHaveLength(0);
	});

	it("on a device that takes no patches says so in NinjaOne's words", async () => {
		const unfit = simulator.state.devices.all().find(({ nodeClass }) => /NMS/.test(nodeClass));
		const { error } = await execute({ operation: 'scanOs', deviceId: byId(unfit?.id) });
		expect(error?.message).toMatch(/not applicable/i);
	});

	it.each(['applyOs', 'applySoftware', 'scanOs', 'scanSoftware'])(
		'%s is sent once when the connection is cut after NinjaOne acted',
		async (operation) => {
			simulator.faults.add({ kind: 'cut', when: 'after', method: 'POST', path: /\/patch\// });
			const { error } = await execute({ operation, deviceId: byId(await deviceWithPatches()) });
			expect(error?.message).toMatch(/not sent again/);
			expect(simulator.requests.matching({ method: 'POST', path: /\/patch\// })).toHaveLength(1);
		},
	);
});

describe('scanning 20 devices for patches', () => {
	it('ends for each of them, with one look per interval for all', async () => {
		const items = simulator.state.devices
			.all()
			.filter(
				({ nodeClass, offline, approvalStatus }) =>
					nodeClass.startsWith('WINDOWS') && !offline && approvalStatus === 'APPROVED',
			)
			.slice(0, 20)
			.map(({ id }) => ({ id }));
		const { json, error } = await execute(
			{ operation: 'scanOs', deviceId: byId('={{ $json.id }}'), wait: true },
			items,
		);
		expect(error).toBeUndefined();
		expect(json.map(({ outcome }) => outcome)).toEqual(items.map(() => 'success'));
		expect(calls(/activities/).length).toBeLessThan(12);
	});
});

describe('Get Compliance', () => {
	const compliance = async (parameters: object) =>
		(await execute({ operation: 'getCompliance', kind: 'both', returnAll: true, ...parameters }))
			.json;

	it("counts each organization's patches by severity from bulk reports alone", async () => {
		const rows = await compliance({ per: 'organization' });
		expect(rows).toHaveLength(4);
		for (const row of rows) {
			const { pending, failed, installed, compliancePercent } = row as Record<string, number>;
			const sum = (counts: unknown) =>
				Object.values(counts as Record<string, number>).reduce((all, count) => all + count, 0);
			expect(sum(row.pendingBySeverity)).toBe(pending);
			expect(sum(row.failedBySeverity)).toBe(failed);
			expect(sum(row.installedBySeverity)).toBe(installed);
			const share = (installed / (pending + failed + installed)) * 100;
			expect(compliancePercent).toBeCloseTo(share, 0);
			expect(row.organizationName).toBeTruthy();
		}
		expect(calls(/^\/v2\/device\//)).toHaveLength(0);
	});

	it('ends at the Limit and says that there are more; what is counted stays whole', async () => {
		const few = { operation: 'getCompliance', kind: 'both', returnAll: false };
		const all = await compliance({ per: 'organization' });
		const { json, hints } = await execute({ ...few, limit: 2, per: 'organization' });
		expect(json).toEqual(all.slice(0, 2));
		expect(hints).toMatchObject([
			{ message: expect.stringMatching(/more records than the Limit/) },
		]);
		expect((await execute({ ...few, limit: 4, per: 'organization' })).hints).toEqual([]);
		expect((await execute({ ...few, limit: 3, per: 'device' })).json).toHaveLength(3);
	});

	it('per device adds up to the organization', async () => {
		const [organization] = await compliance({
			per: 'organization',
			filters: { organizationIds: [2] },
		});
		const devices = await compliance({ per: 'device', filters: { organizationIds: [2] } });
		expect(devices).toHaveLength(Number(organization.devices));
		for (const column of ['pending', 'failed', 'installed']) {
			const total = devices.reduce((all, row) => all + Number(row[column]), 0);
			expect(total).toBe(organization[column]);
		}
	});
});
