import { ActivitySchema, type Activity, type Alert, type Device } from '../../contracts';
import type { AlertRecord } from '../../simulator/data/alerts';
import { eachTest } from './client';

const session = eachTest();
const state = () => session().simulator.state;
const feed = async (query: string) =>
	(await session().get<{ activities: Activity[] }>(`/v2/activities?pageSize=1000&${query}`))
		.activities;
const codesOf = async (query: string) =>
	(await feed(query)).map(({ statusCode }) => statusCode).reverse();
const listed = async (uid: string) =>
	(await session().get<Alert[]>('/v2/alerts')).find((alert) => alert.uid === uid);
/** What was added to the feed since it was as long as this. */
const since = (id: number) => [...state().activities.oldestFirst(id, Infinity)];
const deviceOf = (nodeClass: string) =>
	state()
		.devices.all()
		.find((device) => device.nodeClass === nodeClass)?.id ?? 0;
const windows = () => deviceOf('WINDOWS_SERVER');

describe('a burst', () => {
	it('adds as many entries as asked for, with ids that grow by one', async () => {
		const before = state().activities.lastId;
		const added = state().burst(3000);
		expect(added.map(({ id }) => id)).toEqual(
			Array.from({ length: 3000 }, (_, at) => before + 1 + at),
		);
		expect(await feed(`newerThan=${before}`)).toEqual(added.slice(-1000).reverse());
		expect(added.flatMap((one) => ActivitySchema.safeParse(one).error?.issues ?? [])).toEqual([]);
	});

	it('is of many types and devices', () => {
		const added = state().burst(1000);
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

	it('is alike in what it is told to be', () => {
		const added = state().burst(50, { activityType: 'CONDITION', statusCode: 'TRIGGERED' });
		expect(new Set(added.map(({ statusCode }) => statusCode))).toEqual(new Set(['TRIGGERED']));
		expect(new Set(added.map(({ deviceId }) => deviceId)).size).toBeGreaterThan(1);
	});
});

describe('an alert', () => {
	it('stays active when it is acknowledged, and the feed tells who did it', async () => {
		const { uid } = state().triggerAlert(9);
		expect(state().acknowledgeAlert(uid, { userId: 5002 })).toBe(true);
		expect(await listed(uid)).toBeDefined();
		const [newest] = await feed(`seriesUid=${uid}`);
		expect(newest).toMatchObject({ statusCode: 'ACKNOWLEDGED', userId: 5002, deviceId: 9 });
		expect(state().acknowledgeAlert('none')).toBe(false);
	});

	it('is told by one series from its beginning to its end', async () => {
		const { uid } = state().triggerAlert(9);
		state().acknowledgeAlert(uid);
		state().resetAlert(uid);
		expect(await codesOf(`seriesUid=${uid}`)).toEqual(['TRIGGERED', 'ACKNOWLEDGED', 'RESET']);
		expect(await listed(uid)).toBeUndefined();
	});

	it.each(['reset before', 'still active'])(
		'has a new uid when it comes again, %s',
		async (when) => {
			const first = state().triggerAlert(9, { conditionName: 'Disk almost full' });
			if (when === 'reset before') state().resetAlert(first.uid);
			const again = state().triggerAgain(first.uid);
			expect(again).toMatchObject({ deviceId: 9, conditionName: 'Disk almost full' });
			expect(again.uid).not.toBe(first.uid);
			expect([await listed(first.uid), (await listed(again.uid))?.uid]).toEqual([
				undefined,
				again.uid,
			]);
			expect(await codesOf(`seriesUid=${first.uid}`)).toEqual(['TRIGGERED', 'RESET']);
			expect(await codesOf(`seriesUid=${again.uid}`)).toEqual(['TRIGGERED']);
		},
	);

	it('that never was does not come again', () => {
		expect(() => state().triggerAgain('none')).toThrow('404');
	});
});

describe('a device', () => {
	it('that goes offline has not been in contact for a while, and an alert', async () => {
		const alert = state().goOffline(9);
		const device = await session().get<Device>('/v2/device/9');
		expect(device.offline).toBe(true);
		expect(device.lastContact).toBeLessThanOrEqual(state().now() - 900);
		expect(await listed(alert.uid)).toMatchObject({ sourceType: 'AGENT_OFFLINE', deviceId: 9 });
		expect(state().goOffline(9).uid).toBe(alert.uid);
		expect(await codesOf(`seriesUid=${alert.uid}`)).toEqual(['TRIGGERED']);
	});

	it('that is back is in contact, and its alert is reset', async () => {
		const { uid } = state().goOffline(9);
		const other = state().triggerAlert(9, { conditionName: 'Processor busy' });
		state().comeOnline(9);
		const device = await session().get<Device>('/v2/device/9');
		expect(device).toMatchObject({ offline: false });
		expect(device.lastContact).toBeGreaterThan(state().now() - 60);
		expect(await codesOf(`seriesUid=${uid}`)).toEqual(['TRIGGERED', 'RESET']);
		expect(await listed(other.uid)).toBeDefined();
	});

	it('joins with a role of its class', () => {
		const classes = ['MAC', 'LINUX_SERVER', 'WINDOWS_WORKSTATION'] as const;
		for (const nodeClass of classes) {
			const { nodeRoleId } = state().addDevice({ nodeClass });
			expect(state().roles.get(nodeRoleId)).toMatchObject({ nodeClass });
		}
	});

	it('joins and waits, and keeps its id when it is let in after younger ones', async () => {
		const { id } = state().joinPending({ displayName: 'Late' });
		const younger = state().joinApproved();
		const newOnes = () => session().get<Device[]>(`/v2/devices?after=${id - 1}`);
		expect((await newOnes()).map((device) => device.id)).toEqual([younger.id]);
		state().approve(id);
		expect((await newOnes()).map((device) => device.id)).toEqual([id, younger.id]);
		const codes = since(0).filter(({ deviceId }) => deviceId === id);
		expect(codes).toMatchObject([
			{ statusCode: 'NODE_CREATED' },
			{ statusCode: 'NODE_MANUALLY_APPROVED', userId: 5001 },
		]);
	});

	it('joins and is let in by itself', () => {
		const before = state().activities.lastId;
		const { id, approvalStatus } = state().joinApproved();
		expect(approvalStatus).toBe('APPROVED');
		expect(since(before)).toMatchObject([
			{ statusCode: 'NODE_CREATED', activityType: 'SYSTEM', deviceId: id },
			{ statusCode: 'NODE_AUTOMATICALLY_APPROVED', activityType: 'SYSTEM', deviceId: id },
		]);
	});
});

describe('a patch', () => {
	it.each([
		['os', false, 'PATCH_MANAGEMENT_INSTALLED'],
		['os', true, 'PATCH_MANAGEMENT_INSTALL_FAILED'],
		['software', false, 'SOFTWARE_PATCH_MANAGEMENT_INSTALLED'],
		['software', true, 'SOFTWARE_PATCH_MANAGEMENT_INSTALL_FAILED'],
	] as const)('of kind %s (failed: %s) is told as %s', async (kind, failed, statusCode) => {
		const device = windows();
		const { data, activityResult } = state().tryPatch(device, { kind, failed });
		expect(activityResult).toBe(failed ? 'FAILURE' : 'SUCCESS');
		const [newest] = await feed(`status=${statusCode}`);
		expect(newest.data).toEqual(data);
		const installs = await session().get<object[]>(`/v2/device/${device}/${kind}-patch-installs`);
		const { patchId } = (data as { message: { params: { patchId: string } } }).message.params;
		expect(installs[0]).toMatchObject({ id: patchId, status: failed ? 'FAILED' : 'INSTALLED' });
	});

	it('can always be tried again, with or without one that is pending', () => {
		const device = windows();
		const ids = Array.from({ length: 8 }, () => state().tryPatch(device).data);
		expect(new Set(ids.map((data) => JSON.stringify(data))).size).toBe(8);
	});

	it('is not tried where there are none', () => {
		expect(() => state().tryPatch(deviceOf('LINUX_SERVER'))).toThrow('400');
	});
});

describe('a script', () => {
	it('ends in one series with its result, and without a job that goes on', () => {
		const before = state().activities.lastId;
		state().finishScript(9, { name: 'Speed test', exitCode: 2, output: 'No line' });
		const entries = since(before);
		expect(entries.map(({ statusCode }) => statusCode)).toEqual([
			'START_REQUESTED',
			'STARTED',
			'COMPLETED',
		]);
		expect(new Set(entries.map(({ seriesUid }) => seriesUid)).size).toBe(1);
		expect(entries[2]).toMatchObject({
			activityType: 'ACTION',
			activityResult: 'FAILURE',
			message: expect.stringMatching(/Result: FAILURE\nOutput: .*Result: Failed\nNo line$/),
			data: { message: { code: 'action_failed', params: { name: 'Speed test' } }, exitCode: 2 },
		});
		expect(state().jobs.all()).toEqual([]);
	});

	it('goes well unless told otherwise, whatever else is planned', () => {
		state().jobs.plan({ result: 'FAILURE' });
		expect(state().finishScript(9)).toMatchObject({ activityResult: 'SUCCESS' });
		expect(state().finishScript(9, { ends: 'CANCELLED' })).toMatchObject({
			statusCode: 'CANCELLED',
		});
	});
});

describe('a ticket', () => {
	it('is opened, with word of it in the feed', async () => {
		const { id } = state().openTicket({ nodeId: 9, subject: 'Screen is dark' });
		const ticket = await session().get<object>(`/v2/ticketing/ticket/${id}`);
		expect(ticket).toMatchObject({ subject: 'Screen is dark', nodeId: 9 });
		const [newest] = await feed('status=NINJA_TICKETING_TICKET_CREATED');
		expect(newest).toMatchObject({ activityType: 'NINJA_TICKETING', deviceId: 9 });
	});

	it('needs to be told nothing', () => {
		expect(state().openTicket()).toMatchObject({ clientId: 1, version: 1 });
	});
});

describe('what happens by the simulator’s own address', () => {
	interface Answer {
		activities: Activity[];
		alert: AlertRecord;
		device: Device;
		ticket: { id: number };
		errorMessage: string;
	}
	const happen = (what: string, given: object = {}) =>
		session().send<Answer>('/_simulator/happen', { method: 'POST', json: { what, ...given } });
	const added = async (what: string, given?: object) =>
		(await happen(what, given)).body.activities.map(({ statusCode }) => statusCode);

	it('answers what it added to the feed', async () => {
		const before = state().activities.lastId;
		const { body } = await happen('burst', { count: 20, of: { deviceId: 9 } });
		expect(body.activities).toEqual(since(before));
		expect(body.activities).toHaveLength(20);
		expect(await added('offline', { deviceId: 9 })).toEqual(['TRIGGERED']);
		expect(await added('online', { deviceId: 9 })).toEqual(['RESET']);
		expect(await added('patch', { deviceId: windows(), kind: 'software', failed: true })).toEqual([
			'SOFTWARE_PATCH_MANAGEMENT_INSTALL_FAILED',
		]);
		expect(await added('script', { deviceId: 9, ends: 'BLOCKED' })).toEqual([
			'START_REQUESTED',
			'STARTED',
			'BLOCKED',
		]);
	});

	it('is the life of an alert', async () => {
		const of = { conditionName: 'Processor busy' };
		const { uid } = (await happen('alert', { deviceId: 9, of })).body.alert;
		expect(await added('acknowledge', { uid })).toEqual(['ACKNOWLEDGED']);
		expect(await added('reset', { uid })).toEqual(['RESET']);
		const { alert } = (await happen('alertAgain', { uid })).body;
		expect(await listed(alert.uid)).toMatchObject(of);
	});

	it('is the coming of devices and tickets', async () => {
		const { device } = (await happen('joinPending', { device: { displayName: 'Late' } })).body;
		expect(device).toMatchObject({ approvalStatus: 'PENDING', displayName: 'Late' });
		expect(await added('approve', { deviceId: device.id })).toEqual(['NODE_MANUALLY_APPROVED']);
		expect(await added('joinApproved')).toEqual(['NODE_CREATED', 'NODE_AUTOMATICALLY_APPROVED']);
		const { ticket } = (await happen('ticket', { ticket: { subject: 'Help' } })).body;
		expect(state().tickets.get(ticket.id)).toMatchObject({ subject: 'Help' });
	});

	it.each<[string, object, number]>([
		['earthquake', {}, 400],
		['burst', {}, 400],
		['burst', { count: 1, of: { id: 7 } }, 400],
		['joinPending', { device: { colour: 'red' } }, 400],
		['offline', { deviceId: 9, loudly: true }, 400],
		['offline', { deviceId: 9999 }, 404],
		['alert', { deviceId: 9999 }, 404],
		['approve', { deviceId: 9999 }, 404],
		['acknowledge', { uid: 'none' }, 404],
		['reset', { uid: 'none' }, 404],
		['alertAgain', { uid: 'none' }, 404],
		['script', { deviceId: 9, ends: 'NEVER' }, 400],
		['ticket', { ticket: { title: 'Help' } }, 400],
	])('is refused as %s with %j, and nothing happens', async (what, given, status) => {
		const before = state().activities.lastId;
		expect((await happen(what, given)).status).toBe(status);
		expect(state().activities.lastId).toBe(before);
	});
});
