import type { IDataObject } from 'n8n-workflow';
import { activate, waitingFor } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 70, organizations: 3, alerts: 5 });
const { state } = simulator;

type Row = IDataObject | IDataObject[];

/** A trigger that has set its bookmark. */
async function waiting(row: Row, more: IDataObject = {}) {
	const trigger = activate({
		parameters: waitingFor(row, more),
		credential: credentialFor(simulator),
	});
	await trigger.poll();
	return trigger;
}

/** What is told of what happens, poll by poll. */
async function told(row: Row, ...happenings: Array<() => unknown>): Promise<IDataObject[]> {
	const trigger = await waiting(row);
	const items: IDataObject[] = [];
	for (const happen of happenings) {
		happen();
		items.push(...((await trigger.poll()) ?? []));
	}
	expect(await trigger.poll()).toBeNull();
	return items;
}
const all =
	(...happenings: Array<() => unknown>) =>
	() =>
		happenings.forEach((happen) => happen());

const windows = state.devices.all().find(({ nodeClass }) => nodeClass === 'WINDOWS_WORKSTATION');
const patched = windows?.id ?? 0;

describe('Each event is told once, with what there is to know', () => {
	const place = {
		deviceName: expect.any(String),
		organizationId: expect.any(Number),
		organizationName: expect.any(String),
		locationId: expect.any(Number),
		locationName: expect.any(String),
	};
	const cases: Array<[string, () => unknown, IDataObject]> = [
		[
			'newAlert',
			() => state.triggerAlert(3, { conditionName: 'Processor busy' }),
			{
				...place,
				deviceId: 3,
				statusCode: 'TRIGGERED',
				conditionName: 'Processor busy',
				sourceType: 'CONDITION_AGENT_CPU',
				severity: 'MODERATE',
				priority: 'MEDIUM',
				isActive: true,
			},
		],
		[
			'alertReset',
			() => state.resetAlert(state.triggerAlert(3).uid, { userId: 5001, data: { by: 'test' } }),
			{
				...place,
				alertUid: expect.any(String),
				conditionName: expect.any(String),
				resetByUserId: 5001,
				data: { by: 'test' },
			},
		],
		['newDevice', () => state.joinApproved(), { ...place, statusCode: 'NODE_CREATED' }],
		['deviceWaiting', () => state.joinPending(), { ...place, statusCode: 'NODE_CREATED' }],
		['deviceOffline', () => state.goOffline(11), { ...place, deviceId: 11, isActive: true }],
		[
			'patchFailed',
			() => state.tryPatch(patched, { failed: true }),
			{ ...place, patch: expect.any(String), kind: 'os' },
		],
		[
			'patchInstalled',
			() => state.tryPatch(patched, { kind: 'software' }),
			{ ...place, patch: expect.any(String), kind: 'software' },
		],
		[
			'scriptFinished',
			() => state.finishScript(3, { name: 'Speed test', exitCode: 2, output: 'No line' }),
			{
				...place,
				script: 'Speed test',
				outcome: 'failure',
				exitCode: 2,
				output: 'No line',
				jobUid: expect.any(String),
			},
		],
		[
			'ticketCreated',
			() => state.openTicket({ subject: 'No paper' }),
			{ subject: 'No paper', ticketId: expect.any(Number) },
		],
		[
			'deviceRebooted',
			() => state.addActivity({ deviceId: 3, statusCode: 'SYSTEM_REBOOTED' }),
			{ ...place, deviceId: 3 },
		],
		[
			'deviceReEnrolled',
			() => state.addActivity({ deviceId: 3, statusCode: 'NODE_RE_ENROLLED' }),
			{ ...place, deviceId: 3 },
		],
		[
			'deviceDeleted',
			() => {
				const deviceId = 990_001;
				state.addActivity({ deviceId, statusCode: 'NODE_DELETED', subject: 'PC-9', userId: 5001 });
			},
			{ deviceId: 990_001, subject: 'PC-9', deletedByUserId: 5001 },
		],
		[
			'threatFound',
			() =>
				state.addActivity({
					deviceId: 3,
					activityType: 'ANTIVIRUS',
					statusCode: 'BDAS_BITDEFENDER_THREAT_QUARANTINED',
					subject: 'EICAR-Test-File',
				}),
			{ ...place, threat: 'EICAR-Test-File', threatState: 'quarantined' },
		],
		[
			'backupFailed',
			() =>
				state.addActivity({
					deviceId: 3,
					activityType: 'NINJA_BACKUP',
					statusCode: 'NINJA_BACKUP_BACKUPJOB_FAILED',
					sourceName: 'Nightly image',
				}),
			{ ...place, backup: 'Nightly image' },
		],
		[
			'blocked',
			() => state.addActivity({ deviceId: 3, statusCode: 'NODE_CLONING_DETECTED' }),
			{ ...place, blocked: 'agent' },
		],
		[
			'organizationCreated',
			() => state.addActivity({ statusCode: 'CLIENT_CREATED', subject: 'Acme', userId: 5001 }),
			{ subject: 'Acme', createdByUserId: 5001 },
		],
		[
			'endUserCreated',
			() => state.addActivity({ statusCode: 'END_USER_CREATED_API', subject: 'Reception' }),
			{ subject: 'Reception' },
		],
		[
			'newActivity',
			() => state.addActivity({ deviceId: 3, message: 'So it is' }),
			{ ...place, activityType: 'SYSTEM', message: 'So it is' },
		],
	];

	it.each(cases)('%s', async (event, happen, item) => {
		expect(await told({ event }, happen)).toEqual([
			expect.objectContaining({
				event,
				activityId: expect.any(Number),
				time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
				...item,
			}),
		]);
	});

	it.each(cases)('%s, with the records as NinjaOne sends them', async (event, happen) => {
		const trigger = await waiting({ event }, { output: 'full' });
		if (event === 'deviceOffline') state.comeOnline(11);
		happen();
		const [item] = (await trigger.poll()) ?? [];
		expect(item).toMatchObject({ event, activity: { id: item.activityId } });
		if (item.deviceId !== undefined && event !== 'deviceDeleted')
			expect(item).toMatchObject({ device: { id: item.deviceId } });
		const hasAlert = ['newAlert', 'deviceOffline'].includes(event);
		expect('alert' in item).toBe(hasAlert);
	});

	it('deviceOnline', async () => {
		expect(
			await told(
				{ event: 'deviceOnline' },
				() => state.goOffline(15),
				() => state.comeOnline(15),
			),
		).toMatchObject([{ event: 'deviceOnline', deviceId: 15, ...place }]);
	});

	it('scriptFinished, also where it was cancelled or blocked', async () => {
		const ends = ['CANCELLED', 'BLOCKED'] as const;
		const happen = ends.map((end) => () => state.finishScript(3, { ends: end }));
		const items = await told({ event: 'scriptFinished' }, all(...happen));
		expect(items.map(({ outcome }) => outcome)).toEqual(['cancelled', 'blocked']);
	});

	it('blocked, also where a script was', async () => {
		const items = await told({ event: 'blocked' }, () =>
			state.finishScript(3, { ends: 'BLOCKED' }),
		);
		expect(items).toMatchObject([{ event: 'blocked', blocked: 'job', deviceId: 3 }]);
	});

	it('an activity with a time that no calendar has', async () => {
		const items = await told({ event: 'newActivity' }, () =>
			state.addActivity({ activityTime: 1e20 }),
		);
		expect(items).toEqual([expect.not.objectContaining({ time: expect.anything() })]);
	});
});

describe('An alert', () => {
	it('that was reset and comes again is told again, under its new UID', async () => {
		const uids: string[] = [];
		const note = ({ uid }: { uid: string }) => uids.push(uid);
		const items = await told(
			{ event: 'newAlert' },
			() => note(state.triggerAlert(3)),
			() => note(state.triggerAgain(uids[0])),
		);
		expect(items.map(({ alertUid }) => alertUid)).toEqual(uids);
	});

	it('that came and went between two polls is told, with its end', async () => {
		const items = await told([{ event: 'newAlert' }, { event: 'alertReset' }], () =>
			state.resetAlert(state.triggerAlert(3).uid),
		);
		expect(items).toMatchObject([{ event: 'newAlert', isActive: false }, { event: 'alertReset' }]);
	});

	it('is told once where it is raised while what is active is read', async () => {
		const row = [{ event: 'newAlert' }, { event: 'deviceOffline' }, { event: 'deviceWaiting' }];
		const trigger = activate({
			parameters: waitingFor(row, { emitStanding: true }),
			credential: credentialFor(simulator),
		});
		const alarmed = [...state.alerts.values()].map(({ deviceId }) => deviceId);
		const quiet = state.devices.all().find(({ id }) => !alarmed.includes(id))?.id ?? 0;
		const original = state.alerts.values.bind(state.alerts);
		// Behind the bookmark, before the list.
		const spy = jest.spyOn(state.alerts, 'values').mockImplementation(() => {
			spy.mockRestore();
			state.triggerAlert(alarmed[0], { conditionName: 'Processor busy' });
			state.goOffline(quiet);
			state.joinPending();
			return original();
		});
		const first = (await trigger.poll()) ?? [];
		const told = first.filter(({ deviceId }) => deviceId === quiet);
		expect(told.map(({ event }) => event)).toEqual(['newAlert', 'deviceOffline']);
		const names = new Set(first.map(({ event }) => event));
		expect([...names].sort()).toEqual(['deviceOffline', 'deviceWaiting', 'newAlert']);
		expect(await trigger.poll()).toBeNull();
		state.comeOnline(quiet);
		state.goOffline(quiet);
		const again = (await trigger.poll()) ?? [];
		expect(again.map(({ event }) => event)).toEqual(['newAlert', 'deviceOffline']);
	});
});

describe('A device that joins', () => {
	const both = [{ event: 'newDevice' }, { event: 'deviceWaiting' }];
	const names = (items: IDataObject[]) => items.map(({ event }) => event);
	let id = 0;
	const wait = () => (id = state.joinPending().id);
	const approve = () => state.approve(id);

	it('is told when it waits, and when it is approved late', async () => {
		const items = await told(both, wait, () => undefined, approve);
		expect(names(items)).toEqual(['deviceWaiting', 'newDevice']);
		expect(items[1]).toMatchObject({ deviceId: id, statusCode: 'NODE_MANUALLY_APPROVED' });
	});

	it('is told once where it waits and is approved between two polls', async () => {
		expect(names(await told(both, all(wait, approve)))).toEqual(['newDevice']);
	});

	it('is told once where its approval follows later, though it was let in at once', async () => {
		const join = () => (id = state.addDevice({ approvalStatus: 'APPROVED' }).id);
		const statusCode = 'NODE_AUTOMATICALLY_APPROVED';
		const confirm = () => state.addActivity({ deviceId: id, statusCode });
		expect(names(await told(both, join, confirm))).toEqual(['newDevice']);
		expect(names(await told(both, all(join, confirm)))).toEqual(['newDevice']);
	});

	it('is told where only its approval was seen', async () => {
		wait();
		expect(names(await told(both, approve))).toEqual(['newDevice']);
	});

	it('is told once through a crash between its creation and its approval', async () => {
		const trigger = await waiting({ event: 'newDevice' });
		wait();
		expect(await trigger.poll()).toBeNull();
		approve();
		const again = trigger.restart();
		expect(names((await again.poll()) ?? [])).toEqual(['newDevice']);
		expect(await again.poll()).toBeNull();
		const joined = state.joinApproved();
		expect(await again.poll()).toMatchObject([{ deviceId: joined.id }]);
		expect(await again.restart().poll()).toBeNull();
	});

	it('into an organization that is not wanted does not hide its approval after it was moved', async () => {
		const row = { event: 'newDevice', deviceFilters: { organizationIds: [2] } };
		const join = () => (id = state.addDevice({ organizationId: 1 }).id);
		const move = () => {
			Object.assign(state.devices.get(id) ?? {}, { organizationId: 2 });
			state.addActivity({ deviceId: id, statusCode: 'NODE_MANUALLY_APPROVED' });
		};
		expect(await told(row, join, move)).toMatchObject([{ deviceId: id, organizationId: 2 }]);
	});

	it('is told as waiting to whoever wants a group that it is in', async () => {
		const group = state.groups.all().find(({ name }) => name === 'Waiting for Approval');
		const row = { event: 'deviceWaiting', deviceFilters: { groupId: group?.id ?? 0 } };
		expect(await told(row, wait)).toMatchObject([{ deviceId: id }]);
	});
});

describe('A device that is offline', () => {
	it('is not told as back while a person has only reset the alert', async () => {
		let uid = '';
		const items = await told(
			{ event: 'deviceOnline' },
			() => ({ uid } = state.goOffline(31)),
			() => state.resetAlert(uid, { userId: 5001 }),
		);
		expect(items).toEqual([]);
	});

	it('is told as gone and as back even if both fall between two polls', async () => {
		state.goOffline(33);
		const items = await told(
			[{ event: 'deviceOffline' }, { event: 'deviceOnline' }],
			all(
				() => state.goOffline(35),
				() => state.comeOnline(35),
			),
		);
		expect(items.map(({ event }) => event)).toEqual(['deviceOffline', 'deviceOnline']);
	});

	it('that was so before the activation is told as back', async () => {
		state.goOffline(37);
		expect(await told({ event: 'deviceOnline' }, () => state.comeOnline(37))).toMatchObject([
			{ deviceId: 37 },
		]);
	});
});
