import type { IDataObject } from 'n8n-workflow';
import { apps } from '../../simulator';
import { testClock } from '../harness/clock';
import { activate, waitingFor, type TriggerSettings } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';
import { bytesOf } from '../harness/soak';

const clock = testClock();
const fleet = { devices: 40, organizations: 3, alerts: 2, activities: 50, now: clock.now };
const simulator = withSimulator(fleet);
const { state } = simulator;

type Row = IDataObject | IDataObject[];

const start = (row: Row, more: IDataObject = {}, settings: Partial<TriggerSettings> = {}) =>
	activate({
		parameters: waitingFor(row, more),
		credential: credentialFor(simulator),
		...settings,
	});
async function waiting(row: Row, more: IDataObject = {}) {
	const trigger = start(row, more);
	await trigger.poll();
	return trigger;
}
const names = (items: IDataObject[] | null) => (items ?? []).map(({ event }) => event);
const inOrganization = (organizationId: unknown) => ({
	deviceFilters: { organizationIds: [organizationId] },
});
let conditions = 0;
/** An alert of a condition that has raised none before. */
const unheardOf = () => ({
	sourceType: 'CONDITION_AGENT_CPU',
	sourceConfigUid: `unheard-of-${(conditions += 1)}`,
});
const organizationOf = (id: number) => state.devices.get(id)?.organizationId;

afterEach(() => {
	Object.assign(state.lag, { devices: 0, alerts: 0 });
});

describe('A record that is listed later than its activity', () => {
	const cases: Array<[string, 'devices' | 'alerts', () => unknown, IDataObject]> = [
		['newDevice', 'devices', () => state.joinApproved(), {}],
		['deviceWaiting', 'devices', () => state.joinPending(), {}],
		['deviceOffline', 'alerts', () => state.goOffline(11), {}],
		[
			'newAlert',
			'devices',
			() => state.triggerAlert(state.addDevice({ organizationId: 2 }).id),
			inOrganization(2),
		],
		[
			'newAlert',
			'alerts',
			() => state.triggerAlert(9, unheardOf()),
			{ alertFilters: { sourceTypes: 'CONDITION_AGENT_CPU' } },
		],
	];

	it.each(cases)(
		'%s waits for it in the list of %s, and is told once',
		async (event, list, happen, filters) => {
			const trigger = await waiting({ event, ...filters });
			state.lag[list] = 130;
			happen();
			for (let minute = 0; minute < 3; minute++) {
				expect(await trigger.poll()).toBeNull();
				clock.pass(60);
			}
			const items = await trigger.poll();
			expect(names(items)).toEqual([event]);
			expect(items?.[0]).not.toHaveProperty('deviceUnknown');
			expect(await trigger.poll()).toBeNull();
			if (event === 'deviceOffline') state.comeOnline(11);
		},
	);

	it.each(cases)(
		'%s is judged without it after the time of the option (%s)',
		async (event, list, happen, filters) => {
			const trigger = await waiting({ event, ...filters }, { options: { recordMinutes: 1 } });
			state.lag[list] = 600;
			happen();
			expect(await trigger.poll()).toBeNull();
			clock.pass(60);
			const items = await trigger.poll();
			const passes = list === 'devices' && event !== 'deviceWaiting';
			expect(names(items)).toEqual(passes ? [event] : []);
			if (passes) expect(items?.[0]).toMatchObject({ deviceUnknown: true });
			clock.pass(1200);
			state.lag[list] = 0;
			expect(await trigger.poll()).toBeNull();
			if (event === 'deviceOffline') state.comeOnline(11);
		},
	);

	it('keeps others neither waiting nor in memory where thousands of activities follow', async () => {
		const trigger = await waiting([{ event: 'newDevice' }, { event: 'newActivity' }]);
		state.lag.devices = 200;
		const joined = state.joinApproved();
		state.burst(2_000);
		expect((await trigger.poll())?.length).toBeGreaterThanOrEqual(2_000);
		clock.pass(210);
		const items = await trigger.poll();
		expect(names(items)).toContain('newDevice');
		expect(items?.find(({ event }) => event === 'newDevice')).toMatchObject({
			deviceId: joined.id,
		});
		expect(bytesOf(trigger.held())).toBeLessThan(8_000);
	});

	it('is not waited for where the feed tells that the alert is over', async () => {
		const trigger = await waiting([{ event: 'deviceOffline' }, { event: 'alertReset' }]);
		state.resetAlert(state.triggerAlert(9, unheardOf()).uid);
		expect(names(await trigger.poll())).toEqual(['alertReset']);
		expect(trigger.held().state).toMatchObject({ held: '' });
	});
});

describe('A device that is deleted', () => {
	const codes = { activityFilters: { statusCodes: ['NODE_DELETED'] } };
	const remove = (id: number) => {
		state.devices.remove(id);
		state.addActivity({ deviceId: id, statusCode: 'NODE_DELETED' });
	};
	const afterAWhile = async (trigger: ReturnType<typeof start>) => {
		const items = (await trigger.poll()) ?? [];
		clock.pass(400);
		return [...items, ...((await trigger.poll()) ?? [])];
	};

	it('passes a filter by organization, marked, unless told otherwise', async () => {
		const device = state.addDevice({ organizationId: 1 });
		const row = { event: 'newActivity', ...codes, ...inOrganization(1) };
		const trigger = await waiting(row);
		const strict = await waiting(row, { options: { passUnknownDevices: false } });
		remove(device.id);
		expect(await afterAWhile(trigger)).toMatchObject([
			{ event: 'newActivity', deviceId: device.id, deviceUnknown: true },
		]);
		expect(await afterAWhile(strict)).toEqual([]);
	});

	it('is judged by where it was last seen', async () => {
		const [one, two] = [1, 2].map((organizationId) => state.addDevice({ organizationId }));
		const trigger = await waiting({ event: 'newActivity', ...inOrganization(2) });
		for (const { id } of [one, two]) state.addActivity({ deviceId: id });
		expect(await trigger.poll()).toHaveLength(1);
		remove(one.id);
		remove(two.id);
		const items = await trigger.poll();
		expect(items).toMatchObject([
			{
				deviceId: two.id,
				organizationId: 2,
				deviceUnknown: true,
				organizationName: expect.any(String),
			},
		]);
	});

	it('does not keep its alert from being told', async () => {
		const device = state.addDevice({ organizationId: 3 });
		const trigger = await waiting({ event: 'newAlert', ...inOrganization(3) });
		const { uid } = state.triggerAlert(device.id);
		state.devices.remove(device.id);
		expect(await afterAWhile(trigger)).toMatchObject([{ alertUid: uid, deviceUnknown: true }]);
	});
});

describe('Devices that join in masses', () => {
	it('are told once each, at creation or approval, and take little room', async () => {
		const trigger = await waiting({ event: 'newDevice' });
		const joined = Array.from({ length: 2_000 }, () => {
			const { id } = state.addDevice();
			return id;
		});
		const told = (await trigger.poll()) ?? [];
		expect(bytesOf(trigger.held())).toBeLessThan(16_000);
		for (const deviceId of joined) {
			state.addActivity({ deviceId, statusCode: 'NODE_AUTOMATICALLY_APPROVED' });
		}
		told.push(...((await trigger.poll()) ?? []));
		expect(told.map(({ deviceId }) => deviceId)).toEqual(joined);
		expect(trigger.held().state).toMatchObject({ memory: { joined: '' } });
	});

	it('are told once each where both come at once', async () => {
		const trigger = await waiting({ event: 'newDevice' });
		const joined = Array.from({ length: 600 }, () => state.joinApproved().id);
		expect((await trigger.poll())?.map(({ deviceId }) => deviceId)).toEqual(joined);
		expect(await trigger.poll()).toBeNull();
	});
});

describe('A look-up that NinjaOne fails to answer', () => {
	it('of locations or organizations costs the names alone, which is marked', async () => {
		const trigger = await waiting({ event: 'newAlert' });
		for (const path of [/^\/v2\/locations/, /^\/v2\/organizations/]) {
			simulator.faults.add({ kind: 'status', status: 500, times: 'always', path });
		}
		const { uid } = state.triggerAlert(3);
		const [item] = (await trigger.poll()) ?? [];
		expect(item).toMatchObject({ alertUid: uid, deviceId: 3, organizationId: organizationOf(3) });
		expect(item).toMatchObject({ namesMissing: true });
		expect(item).not.toHaveProperty('locationName');
		expect(trigger.warnings.join()).toMatch(/without some names/);
	});

	it.each([
		['devices', /^\/v2\/devices/],
		['alerts', /^\/v2\/alerts/],
	])('of the %s of one device keeps back the events of that device alone', async (_, path) => {
		const trigger = await waiting({ event: 'newAlert' });
		const broken = 7;
		// One device in a filter makes the whole answer fail.
		simulator.faults.add({
			kind: 'status',
			status: 500,
			times: 'always',
			path,
			address: /df=.*\b7\b/,
		});
		const alerts = [3, 5, broken, 9].map((id) => state.triggerAlert(id).uid);
		const told = (await trigger.poll())?.map(({ alertUid }) => alertUid);
		expect(told).toEqual([alerts[0], alerts[1], alerts[3]]);
		expect(trigger.warnings.join()).toMatch(/does not tell of 1 devices/);
		clock.pass(301);
		expect(await trigger.poll()).toMatchObject([{ alertUid: alerts[2] }]);
		expect(await trigger.poll()).toBeNull();
	});

	it('of all alerts for good lets events out without them after a while', async () => {
		const trigger = await waiting({ event: 'newAlert' });
		simulator.faults.add({ kind: 'status', status: 500, times: 'always', path: /^\/v2\/alerts/ });
		const alerts = Array.from({ length: 30 }, (_, at) => state.triggerAlert(at + 1).uid);
		expect(await trigger.poll()).toBeNull();
		clock.pass(301);
		const told = (await trigger.poll())?.map(({ alertUid }) => alertUid);
		expect(told).toEqual(alerts);
	});

	it('of the active alerts does not keep a trigger from beginning', async () => {
		simulator.faults.add({ kind: 'status', status: 500, times: 'always', path: /^\/v2\/alerts/ });
		const trigger = await waiting({ event: 'deviceOffline' });
		expect(trigger.held().state).toHaveProperty('bookmark');
		expect(trigger.warnings.join()).toMatch(/active alerts/);
	});
});

describe('What is remembered', () => {
	it('tells alerts apart whose UIDs begin alike, as those that are ordered by time do', async () => {
		const trigger = await waiting({ event: 'deviceOnline' });
		const uids = [1, 2].map((at) => `019a0000-0000-7000-8000-00000000000${at}`);
		const offline = state.goOffline(13);
		state.alerts.delete(offline.uid);
		for (const uid of uids) {
			const sourceType = uid === uids[0] ? 'AGENT_OFFLINE' : 'CONDITION_AGENT_CPU';
			state.triggerAlert(13, { uid, sourceType, sourceConfigUid: undefined, sourceName: uid });
		}
		await trigger.poll();
		for (const uid of [...uids].reverse()) state.resetAlert(uid);
		expect(await trigger.poll()).toMatchObject([{ alertUid: uids[0] }]);
	});

	it('tells that a device came online whose alerts have no UID of a condition', async () => {
		const trigger = await waiting([{ event: 'deviceOffline' }, { event: 'deviceOnline' }]);
		const alert = { sourceType: 'AGENT_OFFLINE', sourceConfigUid: undefined, sourceName: 'Gone' };
		state.triggerAlert(15, alert);
		expect(names(await trigger.poll())).toEqual(['deviceOffline']);
		// Gone and back between two polls: known by the name that the first one had.
		state.resetAlert(state.triggerAlert(17, alert).uid);
		expect(names(await trigger.poll())).toEqual(['deviceOffline', 'deviceOnline']);
	});

	it('knows the wanted kind of condition among hundreds of others', async () => {
		const sourceTypes = 'CONDITION_AGENT_CPU';
		const trigger = await waiting({ event: 'alertReset', alertFilters: { sourceTypes } });
		const wanted = { sourceType: sourceTypes, sourceConfigUid: 'the-wanted-one' };
		state.triggerAlert(3, wanted);
		await trigger.poll();
		for (let at = 0; at < 300; at++) {
			state.triggerAlert(5, {
				sourceType: 'CONDITION_AGENT_DISK_FREE_SPACE',
				sourceConfigUid: `condition-${at}`,
			});
		}
		await trigger.poll();
		const { uid } = state.triggerAlert(3, wanted);
		state.resetAlert(uid);
		expect(await trigger.poll()).toMatchObject([{ alertUid: uid }]);
	});

	it('keeps an alert that was emitted as active from being told by its late activity', async () => {
		const trigger = start({ event: 'newAlert' }, { emitStanding: true });
		const { uid } = state.triggerAlert(3);
		const { id } = state.activities.all().at(-1) ?? { id: 0 };
		const rows = state.activities.all() as unknown as IDataObject[];
		const late = rows.pop() as IDataObject;
		expect((await trigger.poll())?.map(({ alertUid }) => alertUid)).toContain(uid);
		for (let minute = 0; minute < 5; minute++) {
			clock.pass(60);
			state.burst(3, { statusCode: 'NODE_UPDATED' });
			expect(await trigger.poll()).toBeNull();
		}
		rows.push({ ...late, id: Number(rows.at(-1)?.id) + 1 });
		expect(id).toBeGreaterThan(0);
		expect(await trigger.poll()).toBeNull();
	});

	it('tells another app of the same account, though the last activity that was read is gone', async () => {
		const trigger = await waiting({ event: 'newActivity' });
		state.burst(5);
		await trigger.poll();
		const rows = state.activities.all() as unknown as IDataObject[];
		rows.splice(-2, 1);
		const last = rows.pop();
		const added = state.addActivity();
		const { clientId, clientSecret } = apps.readOnly;
		const other = trigger.edit({
			credential: credentialFor(simulator, { clientId, clientSecret, apiScopes: 'monitoring' }),
		});
		expect((await other.poll())?.map(({ activityId }) => activityId)).toEqual([added.id]);
		expect(other.warnings).toEqual([]);
		expect(last).toBeDefined();
	});
});
