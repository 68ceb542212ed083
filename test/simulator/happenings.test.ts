import { type Activity, ActivitySchema, type Alert, type Device } from '../../contracts';
import type { AlertRecord } from '../../simulator/data/alerts';
import { eachTest } from './client';
import { codesOf, fleetOf } from './fleet';

const session = eachTest();
const { state, get, deviceOf, feed, since } = fleetOf(session);
const series = async (uid: string) => codesOf(await feed(`seriesUid=${uid}`)).reverse();
const listed = async (uid: string) =>
	(await get<Alert[]>('/v2/alerts')).find((alert) => alert.uid === uid);
const windows = () => deviceOf('WINDOWS_SERVER');

interface Happened {
	activities: Activity[];
	alert: AlertRecord;
	device: Device;
	ticket: { id: number };
}
const happen = async (what: string, given: object = {}) => {
	const json = { what, ...given };
	return (await session().send<Happened>('/_simulator/happen', { method: 'POST', json })).body;
};

describe('a burst', () => {
	it('adds as many entries as asked for, of many types and devices, with ids that grow by one', async () => {
		const before = state().activities.lastId;
		const added = state().burst(3000);
		const ids = Array.from({ length: 3000 }, (_, at) => before + 1 + at);
		expect(added.map(({ id }) => id)).toEqual(ids);
		const listed = await feed(`newerThan=${before}&pageSize=1000`);
		expect(listed).toEqual(added.slice(-1000).reverse());
		expect(added.flatMap((one) => ActivitySchema.safeParse(one).error?.issues ?? [])).toEqual([]);
		const values = (of: (activity: Activity) => unknown) => new Set(added.map(of)).size;
		expect(values(({ activityType }) => activityType)).toBeGreaterThan(3);
		expect(values(({ statusCode }) => statusCode)).toBeGreaterThan(6);
		expect(values(({ deviceId }) => deviceId)).toBeGreaterThan(50);
	});

	it('has entries of the same time, and some that are older than their neighbours', () => {
		const times = state()
			.burst(100)
			.map(({ activityTime }) => activityTime);
		expect(times.some((time, at) => time === times[at - 1])).toBe(true);
		expect(times.filter((time, at) => at > 0 && time < times[at - 1] - 59)).toHaveLength(10);
		expect(Math.max(...times)).toBeLessThanOrEqual(state().now());
	});

	it('is alike in what is asked for', () => {
		const added = state().burst(50, { activityType: 'CONDITION', statusCode: 'TRIGGERED' });
		expect(new Set(codesOf(added))).toEqual(new Set(['TRIGGERED']));
		expect(new Set(added.map(({ deviceId }) => deviceId)).size).toBeGreaterThan(1);
	});
});

describe('an alert', () => {
	it('stays active when it is acknowledged, and the feed says who did it', async () => {
		const { uid } = state().triggerAlert(9);
		expect(state().acknowledgeAlert(uid, { userId: 5002 })).toBe(true);
		expect(await listed(uid)).toBeDefined();
		expect((await feed(`seriesUid=${uid}`))[0]).toMatchObject({ userId: 5002, deviceId: 9 });
		state().resetAlert(uid);
		expect(await series(uid)).toEqual(['TRIGGERED', 'ACKNOWLEDGED', 'RESET']);
		expect(await listed(uid)).toBeUndefined();
	});

	it.each([true, false])(
		'has a new uid when it comes again (reset before: %s)',
		async (isReset) => {
			const wish = { conditionName: 'Disk almost full' };
			const first = state().triggerAlert(9, wish);
			if (isReset) state().resetAlert(first.uid);
			const again = state().triggerAgain(first.uid);
			expect(again.uid).not.toBe(first.uid);
			expect(await listed(first.uid)).toBeUndefined();
			expect(await listed(again.uid)).toMatchObject({ deviceId: 9, ...wish });
			expect(await series(first.uid)).toEqual(['TRIGGERED', 'RESET']);
			expect(await series(again.uid)).toEqual(['TRIGGERED']);
		},
	);
});

describe('a device', () => {
	const device = () => get<Device>('/v2/device/9');

	it('that goes offline has been silent for a while, with one alert, until it is back', async () => {
		const { uid } = state().goOffline(9);
		expect((await device()).offline).toBe(true);
		expect((await device()).lastContact).toBeLessThanOrEqual(state().now() - 900);
		expect(await listed(uid)).toMatchObject({ sourceType: 'AGENT_OFFLINE', deviceId: 9 });
		expect(state().goOffline(9).uid).toBe(uid);
		const other = state().triggerAlert(9, { conditionName: 'Processor busy' });
		state().comeOnline(9);
		expect((await device()).offline).toBe(false);
		expect((await device()).lastContact).toBeGreaterThan(state().now() - 60);
		expect(await series(uid)).toEqual(['TRIGGERED', 'RESET']);
		expect(await listed(other.uid)).toBeDefined();
	});

	it('joins with a role of its class', () => {
		for (const nodeClass of ['MAC', 'LINUX_SERVER', 'WINDOWS_WORKSTATION'] as const) {
			const { nodeRoleId } = state().addDevice({ nodeClass });
			expect(state().roles.get(nodeRoleId)).toMatchObject({ nodeClass });
		}
	});

	it('joins and waits, and keeps its id when it is let in after younger ones', async () => {
		const { id } = state().joinPending();
		const younger = state().joinApproved();
		const ids = async () =>
			(await get<Device[]>(`/v2/devices?after=${id - 1}`)).map((joined) => joined.id);
		expect(await ids()).toEqual([younger.id]);
		state().approve(id);
		expect(await ids()).toEqual([id, younger.id]);
		expect(since(0).at(-1)).toMatchObject({ deviceId: id, userId: 5001 });
	});
});

describe('a patch', () => {
	it.each([
		['os', false, 'PATCH_MANAGEMENT_INSTALLED'],
		['os', true, 'PATCH_MANAGEMENT_INSTALL_FAILED'],
		['software', false, 'SOFTWARE_PATCH_MANAGEMENT_INSTALLED'],
		['software', true, 'SOFTWARE_PATCH_MANAGEMENT_INSTALL_FAILED'],
	] as const)('of type %s (failed: %s) leaves %s', async (kind, failed, statusCode) => {
		const device = windows();
		const { data, activityResult } = state().tryPatch(device, { kind, failed });
		expect(activityResult).toBe(failed ? 'FAILURE' : 'SUCCESS');
		expect((await feed(`status=${statusCode}`))[0].data).toEqual(data);
		const installs = await get<object[]>(`/v2/device/${device}/${kind}-patch-installs`);
		const { patchId } = (data as { message: { params: { patchId: string } } }).message.params;
		expect(installs[0]).toMatchObject({ id: patchId, status: failed ? 'FAILED' : 'INSTALLED' });
	});

	it('can always be tried again where there are patches', () => {
		const ids = Array.from({ length: 8 }, () => state().tryPatch(windows()).data);
		expect(new Set(ids.map((data) => JSON.stringify(data))).size).toBe(8);
		expect(() => state().tryPatch(deviceOf('LINUX_SERVER'))).toThrow('400');
	});
});

describe('a script', () => {
	it('ends in one series with its result, and without a job that goes on', () => {
		const before = state().activities.lastId;
		state().finishScript(9, { name: 'Speed test', exitCode: 2, output: 'No line' });
		const entries = since(before);
		expect(codesOf(entries)).toEqual(['START_REQUESTED', 'STARTED', 'COMPLETED']);
		expect(new Set(entries.map(({ seriesUid }) => seriesUid)).size).toBe(1);
		expect(entries[2].message).toMatch(/Result: FAILURE\nOutput: .*Result: Failed\nNo line$/);
		expect(entries[2]).toMatchObject({
			activityType: 'ACTION',
			activityResult: 'FAILURE',
			data: { message: { code: 'action_failed', params: { name: 'Speed test' } }, exitCode: 2 },
		});
		expect(state().jobs.all()).toEqual([]);
	});

	it('goes well where nothing else is asked for, whatever is planned', () => {
		state().jobs.plan({ result: 'FAILURE' });
		expect(state().finishScript(9)).toMatchObject({ activityResult: 'SUCCESS' });
	});
});

describe('by the simulator’s own address', () => {
	it.each<[string, () => object, string[]]>([
		['offline', () => ({ deviceId: 9 }), ['TRIGGERED']],
		['alert', () => ({ deviceId: 9, of: { conditionName: 'Processor busy' } }), ['TRIGGERED']],
		['acknowledge', () => state().triggerAlert(9), ['ACKNOWLEDGED']],
		['reset', () => state().triggerAlert(9), ['RESET']],
		['alertAgain', () => state().triggerAlert(9), ['RESET', 'TRIGGERED']],
		['online', () => (state().goOffline(9), { deviceId: 9 }), ['RESET']],
		['joinPending', () => ({ device: { displayName: 'Late' } }), ['NODE_CREATED']],
		['joinApproved', () => ({}), ['NODE_CREATED', 'NODE_AUTOMATICALLY_APPROVED']],
		['approve', () => ({ deviceId: 63 }), ['NODE_MANUALLY_APPROVED']],
		['patch', () => ({ deviceId: windows() }), ['PATCH_MANAGEMENT_INSTALLED']],
		['script', () => ({ deviceId: 9, ends: 'BLOCKED' }), ['START_REQUESTED', 'STARTED', 'BLOCKED']],
		['ticket', () => ({ ticket: { nodeId: 9 } }), ['NINJA_TICKETING_TICKET_CREATED']],
		['burst', () => ({ count: 2, of: { statusCode: 'X' } }), ['X', 'X']],
	])('%s is answered with what it added to the feed', async (what, given, codes) => {
		const { uid, deviceId, ...others } = given() as Record<string, unknown>;
		const names = ['acknowledge', 'reset', 'alertAgain'].includes(what)
			? { uid }
			: { deviceId, ...others };
		const before = state().activities.lastId;
		const { activities, alert, device, ticket } = await happen(what, names);
		expect(codesOf(activities)).toEqual(codes);
		expect(activities).toEqual(since(before));
		if (alert) expect(await listed(alert.uid)).toBeDefined();
		if (device) expect(state().devices.get(device.id)).toMatchObject(others.device ?? {});
		if (ticket) expect(state().tickets.get(ticket.id)).toMatchObject({ nodeId: 9, version: 1 });
	});
});
