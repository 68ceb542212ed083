import type { IDataObject } from 'n8n-workflow';
import { apps } from '../../simulator';
import { waitingFor } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';
import { onNextWait } from '../harness/waits';
import { startFront, webhookWorkflow, type Front, type WebhookWorkflow } from '../harness/webhook';

const simulator = withSimulator({ devices: 80, organizations: 3, alerts: 5, webhookRetryMs: 1 });
const { state, webhooks } = simulator;

let front: Front;
let published: WebhookWorkflow[] = [];
beforeAll(async () => {
	front = await startFront();
});
afterEach(() => {
	for (const trigger of published) trigger.crash();
	published = [];
	webhooks.remove(apps.full.clientId);
});
afterAll(async () => {
	await front.stop();
});

/** A published workflow that NinjaOne's calls arrive at. */
async function publish(row: IDataObject | IDataObject[], more: IDataObject = {}) {
	const trigger = webhookWorkflow({
		parameters: waitingFor(row, more),
		credential: credentialFor(simulator),
		address: front.address,
	});
	published.push(trigger);
	await trigger.publish();
	front.lead(trigger);
	simulator.requests.clear();
	return trigger;
}

const proof = (trigger: WebhookWorkflow) => ({
	'x-n8n-ninjaone-secret': String(trigger.stored().state?.secret),
});
/** A call of NinjaOne's, as it should be. */
const callOf = (trigger: WebhookWorkflow, body: unknown, more: object = {}) =>
	trigger.call({ body, headers: proof(trigger), ...more });
const activity = (more: IDataObject = {}): IDataObject => ({
	id: 501,
	activityTime: 1_700_000_000,
	activityType: 'CONDITION',
	statusCode: 'TRIGGERED',
	seriesUid: 'a2a7c5d6-0000-4000-8000-000000000001',
	deviceId: 3,
	device: { id: 3, displayName: 'PC-3', organizationId: 1, locationId: 2 },
	organization: { id: 1, name: 'Acme' },
	location: { id: 2, name: 'Main Office' },
	...more,
});
const requests = () => simulator.requests.matching({ path: /^\/v2\// });

describe('A call', () => {
	it('with null in place of what NinjaOne leaves out is one without', async () => {
		const trigger = await publish({ event: 'newAlert' });
		const nothing = { severity: null, priority: null, userId: null, sourceName: null };
		const lone = { device: null, organization: null, location: null };
		const { items } = await callOf(trigger, activity({ ...nothing, ...lone }));
		const { id, displayName, systemName } = state.devices.get(3) ?? {};
		expect(items).toMatchObject([{ deviceId: id, deviceName: displayName ?? systemName }]);
		expect(Object.values(items?.[0] ?? {})).not.toContain(null);
	});

	it('starts the workflow with the device, organization and location that came along, and asks for nothing', async () => {
		const trigger = await publish({ event: 'newAlert' });
		expect(await callOf(trigger, activity())).toMatchObject({
			status: 200,
			body: { received: true },
			items: [
				{
					event: 'newAlert',
					activityId: 501,
					deviceName: 'PC-3',
					organizationName: 'Acme',
					locationName: 'Main Office',
				},
			],
		});
		expect(requests()).toEqual([]);
	});

	it('adds the records where that is wanted', async () => {
		const trigger = await publish({ event: 'newAlert' }, { output: 'full' });
		const { items } = await callOf(trigger, activity());
		const { device, organization, location, ...own } = activity();
		expect(items).toMatchObject([{ activity: own, device }]);
		expect([organization, location]).not.toContain(undefined);
		expect(items?.[0].activity).not.toHaveProperty('device');
	});

	it.each([
		['no secret', {}],
		['a wrong secret', { 'x-n8n-ninjaone-secret': 'f'.repeat(64) }],
		['a secret of another length', { 'x-n8n-ninjaone-secret': 'f' }],
	])('with %s is answered 401 and starts nothing', async (_, headers) => {
		const trigger = await publish({ event: 'newAlert' });
		const before = trigger.stored();
		const called = await trigger.call({ body: activity(), headers: headers as never });
		expect(called).toMatchObject({ status: 401, items: null });
		expect(JSON.stringify(called)).not.toContain(String(before.state?.secret));
		expect(trigger.stored()).toEqual(before);
	});

	it('is answered 401 where the trigger has never told NinjaOne anything', async () => {
		const trigger = webhookWorkflow({
			parameters: waitingFor({ event: 'newAlert' }),
			credential: credentialFor(simulator),
		});
		expect(await trigger.call({ body: activity() })).toMatchObject({ status: 401, items: null });
	});

	it.each([
		['text', 'hello'],
		['nothing', undefined],
		['a list', [{ id: 1 }]],
		['an object without an ID', { statusCode: 'TRIGGERED', activityType: 'CONDITION' }],
		['an ID that is no whole number', { ...activity(), id: 1.5 }],
		['an ID as text', { ...activity(), id: '501' }],
		['no status code', { ...activity(), statusCode: null }],
	])('that holds %s is answered 400 and starts nothing', async (_, body) => {
		const trigger = await publish({ event: 'newActivity' });
		expect(await callOf(trigger, body)).toMatchObject({ status: 400, items: null });
	});

	it('that is too large is answered 413 and starts nothing', async () => {
		const trigger = await publish({ event: 'newAlert' });
		const rawBody = 'x'.repeat(1_000_001);
		expect(await callOf(trigger, activity(), { rawBody })).toMatchObject({
			status: 413,
			items: null,
		});
		const headers = { ...proof(trigger), 'content-length': '1000001' };
		expect(await callOf(trigger, activity(), { headers })).toMatchObject({ status: 413 });
		expect(await callOf(trigger, activity())).toMatchObject({ status: 200 });
	});

	it('about an organization is held against the name that the filter gives', async () => {
		for (const { id, name } of state.organizations.all()) {
			const trigger = await publish({
				event: 'newAlert',
				deviceFilters: { organizationIds: name },
			});
			const { items } = await callOf(trigger, activity());
			expect([name, items?.length]).toEqual([name, id === 1 ? 1 : undefined]);
		}
	});

	it('about what is not wanted is taken and starts nothing', async () => {
		const trigger = await publish({
			event: 'newAlert',
			deviceFilters: { organizationIds: [2] },
		});
		expect(await callOf(trigger, activity())).toMatchObject({ status: 200, items: null });
	});
});

describe('What NinjaOne sends again', () => {
	it('starts nothing, though n8n does not store what a call has noted that starts a workflow', async () => {
		const trigger = await publish({ event: 'newAlert' });
		const before = trigger.stored();
		expect((await callOf(trigger, activity())).items).toHaveLength(1);
		expect(trigger.stored()).toEqual(before);
		expect(await callOf(trigger, activity())).toMatchObject({ status: 200, items: null });
		await trigger.publish('update');
		expect(await callOf(trigger, activity())).toMatchObject({ status: 200, items: null });
	});

	it('starts nothing while the first call is still looked into', async () => {
		const trigger = await publish({ event: 'deviceOffline' });
		const { uid } = state.triggerAlert(5, { sourceType: 'AGENT_OFFLINE' });
		await webhooks.idle();
		expect(front.items()).toMatchObject([{ event: 'deviceOffline', alertUid: uid }]);
		const body = activity({ id: 900, deviceId: 5, seriesUid: uid });
		const both = await Promise.all([callOf(trigger, body), callOf(trigger, body)]);
		expect(both.map(({ status }) => status)).toEqual([200, 200]);
		expect(both.flatMap(({ items }) => items ?? [])).toHaveLength(1);
	});

	it('starts nothing where another call came between that n8n has written over the first', async () => {
		const trigger = await publish({ event: 'newAlert' });
		const ids = [601, 602, 603];
		await Promise.all(ids.map(async (id) => await callOf(trigger, activity({ id }))));
		for (const id of ids) expect((await callOf(trigger, activity({ id }))).items).toBeNull();
	});

	it('is told when the look-up that the first call needed had failed, which was answered 503', async () => {
		await publish({ event: 'deviceOffline' });
		simulator.faults.add({
			...{ kind: 'status', status: 500, times: 9 },
			path: /^\/v2\/(alerts|devices)/,
		});
		state.goOffline(7);
		await webhooks.idle();
		expect(front.calls.map(({ status }) => status)).toEqual([503, 200]);
		expect(front.items()).toMatchObject([{ event: 'deviceOffline', deviceId: 7 }]);
		expect(published[0].warnings).toHaveLength(1);
		state.comeOnline(7);
	});

	it('is looked for once more where its record is not listed yet', async () => {
		await publish({ event: 'deviceOffline' });
		state.lag.alerts = 60;
		onNextWait(() => (state.lag.alerts = 0));
		state.goOffline(9);
		await webhooks.idle();
		expect(front.items()).toMatchObject([{ event: 'deviceOffline', deviceId: 9 }]);
		state.comeOnline(9);
	});

	it('is remembered in a state that stays small', async () => {
		const trigger = await publish({ event: 'ticketCreated' });
		for (let id = 1_000_000_000; id < 1_000_000_700; id++) {
			await callOf(trigger, activity({ id }));
		}
		expect(trigger.stored().state?.recent).toHaveLength(500);
		expect(JSON.stringify(trigger.stored()).length).toBeLessThan(8_000);
	});
});

describe('Each event', () => {
	const windows = () =>
		state.devices.all().find(({ nodeClass }) => nodeClass === 'WINDOWS_WORKSTATION')?.id ?? 0;
	const happenings: Array<[string, () => unknown, IDataObject]> = [
		[
			'newAlert',
			() => state.triggerAlert(3),
			{ deviceId: 3, organizationName: expect.any(String) },
		],
		[
			'alertReset',
			() => state.resetAlert([...state.alerts.keys()][0], { data: { by: 'test' } }),
			{ data: { by: 'test' } },
		],
		['newDevice', () => state.joinApproved(), { deviceName: expect.any(String) }],
		['deviceWaiting', () => state.joinPending(), { statusCode: 'NODE_CREATED' }],
		['deviceOffline', () => state.goOffline(11), { deviceId: 11, sourceType: 'AGENT_OFFLINE' }],
		['patchFailed', () => state.tryPatch(windows(), { failed: true }), { kind: 'os' }],
		['patchInstalled', () => state.tryPatch(windows(), { kind: 'software' }), { kind: 'software' }],
		[
			'scriptFinished',
			() => state.finishScript(3, { exitCode: 4, output: 'no' }),
			{ outcome: 'failure', exitCode: 4, output: 'no' },
		],
		['ticketCreated', () => state.openTicket(), { ticketId: expect.any(Number) }],
		['newActivity', () => state.addActivity({ message: 'So it is' }), { message: 'So it is' }],
	];

	it.each(happenings)('%s arrives when it happens, once', async (event, happen, told) => {
		await publish({ event });
		happen();
		await webhooks.idle();
		expect(front.items()).toMatchObject([{ event, ...told }]);
	});

	it('deviceOnline arrives when the device that went offline is back', async () => {
		await publish({ event: 'deviceOnline' });
		state.goOffline(13);
		await webhooks.idle();
		expect(front.items()).toEqual([]);
		state.comeOnline(13);
		await webhooks.idle();
		expect(front.items()).toMatchObject([{ event: 'deviceOnline', deviceId: 13 }]);
	});

	it('of several in one trigger arrives under its name', async () => {
		await publish([{ event: 'newAlert' }, { event: 'ticketCreated' }]);
		state.triggerAlert(3);
		state.openTicket();
		state.addActivity();
		await webhooks.idle();
		expect(front.items().map(({ event }) => event)).toEqual(['newAlert', 'ticketCreated']);
	});

	it('about a device that NinjaOne left out looks it up', async () => {
		const trigger = await publish({ event: 'newDevice', deviceFilters: { deviceIds: [3] } });
		const { device, ...bare } = activity({ id: 950, statusCode: 'NODE_CREATED' });
		expect(device).toBeDefined();
		expect((await callOf(trigger, bare)).items).toMatchObject([
			{ event: 'newDevice', deviceName: state.devices.get(3)?.displayName },
		]);
	});

	it('that depends on a group of devices looks the group up', async () => {
		const [{ id: groupId }] = state.groups.all();
		const trigger = await publish({ event: 'newAlert', deviceFilters: { groupId } });
		await callOf(trigger, activity());
		expect(requests().some(({ query }) => String(query.df).includes('group'))).toBe(true);
	});
});

describe('A restart of n8n', () => {
	it('between the two does not hide that a device came online', async () => {
		const trigger = await publish([{ event: 'deviceOffline' }, { event: 'deviceOnline' }]);
		state.goOffline(9);
		await webhooks.idle();
		expect(front.items()).toMatchObject([{ event: 'deviceOffline', deviceId: 9 }]);
		trigger.crash();
		await trigger.publish('init');
		state.comeOnline(9);
		await webhooks.idle();
		expect(front.items().slice(1)).toMatchObject([{ event: 'deviceOnline', deviceId: 9 }]);
	});

	it('during which the devices cannot be read is not held up by it', async () => {
		const trigger = await publish({ event: 'deviceOnline' });
		trigger.crash();
		simulator.faults.add({ kind: 'status', status: 500, path: '/v2/alerts', times: 'always' });
		await trigger.publish('init');
		expect(trigger.warnings.join()).toMatch(/devices that are offline could not be read/);
	});
});
