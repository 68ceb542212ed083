import type { IDataObject } from 'n8n-workflow';
import { testClock } from '../harness/clock';
import { CredentialStore } from '../harness/credentials';
import { scheduleDurably } from '../harness/durablePoll';
import { activate, waitingFor } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const clock = testClock();
const fleet = { devices: 40, organizations: 3, alerts: 2, activities: 50, now: clock.now };
const simulator = withSimulator(fleet);
const { state } = simulator;

const idsIn = (organizationId: number) =>
	state.devices
		.all()
		.filter((device) => device.organizationId === organizationId)
		.map(({ id }) => id);
const [[ofOne], [ofTwo]] = [idsIn(1), idsIn(2)];

const alertsOf = (organizationIds: number[], more: IDataObject = {}) =>
	waitingFor({ event: 'newAlert', deviceFilters: { organizationIds }, ...more });
const withCodes = (statusCodes: string[]) =>
	waitingFor({ event: 'newActivity', activityFilters: { statusCodes } });
const start = (parameters: IDataObject) =>
	activate({
		parameters: parameters as never,
		credential: new CredentialStore(credentialFor(simulator)),
	});
const raise = (deviceId: number, count = 1) =>
	Array.from({ length: count }, () => state.triggerAlert(deviceId).uid);
const uids = (items: IDataObject[] | null) => (items ?? []).map(({ alertUid }) => alertUid);
const codes = (items: IDataObject[] | null) => (items ?? []).map(({ statusCode }) => statusCode);

describe('Filters that are changed while the workflow is active', () => {
	it.each([
		['in the same process', 'edit'],
		['and n8n is started anew', 'restart'],
	] as const)('let nothing through that was held back before, %s', async (_, how) => {
		const trigger = start(alertsOf([1]));
		await trigger.poll();
		raise(ofTwo, 300);
		expect(await trigger.poll()).toBeNull();
		const loosened = trigger[how]({ parameters: alertsOf([1, 2]) });
		expect(await loosened.poll()).toBeNull();
		const now = [...raise(ofTwo), ...raise(ofOne)];
		expect(uids(await loosened.poll())).toEqual(now);
	});

	it('lose nothing that passed before and passes now', async () => {
		const trigger = start(alertsOf([1, 2]));
		await trigger.poll();
		const [waits] = raise(ofOne);
		raise(ofTwo);
		const narrowed = trigger.edit({ parameters: alertsOf([1]) });
		expect(uids(await narrowed.poll())).toEqual([waits]);
	});

	it('count from then on where they are so many that they are not kept', async () => {
		const deviceIds = state.devices.all().map(({ id }) => id);
		const many = Array.from({ length: 600 }, (_, at) => 10_000 + at);
		const parameters = (more: number[]) =>
			waitingFor({
				event: 'newAlert',
				deviceFilters: { deviceIds: [...deviceIds, ...many, ...more].join(',') },
			});
		const trigger = start(parameters([]));
		await trigger.poll();
		raise(ofOne);
		const edited = trigger.edit({ parameters: parameters([99_999]) });
		// The limit that docs/triggers.md names.
		expect(await edited.poll()).toBeNull();
		const [next] = raise(ofOne);
		expect(uids(await edited.poll())).toEqual([next]);
	});

	it("are noticed by the first poll of n8n's durable scheduler after that", async () => {
		const trigger = scheduleDurably({
			parameters: alertsOf([1]),
			credential: new CredentialStore(credentialFor(simulator)),
		});
		await trigger.poll();
		raise(ofTwo, 20);
		expect(await trigger.poll()).toBeNull();
		trigger.edit({ parameters: alertsOf([2]) });
		expect(await trigger.poll()).toBeNull();
		const [next] = raise(ofTwo);
		expect(uids(await trigger.poll())).toEqual([next]);
	});
});

describe('Codes of New Activity', () => {
	const happen = (...statusCodes: string[]) => {
		for (const statusCode of statusCodes) state.addActivity({ statusCode });
	};

	it.each([
		['one is added', ['A', 'B', 'C'], ['A', 'B']],
		['one is removed', ['B'], ['B']],
		['they are in another order', ['B', 'A'], ['A', 'B']],
	])('go on where they were where %s', async (_, changed, told) => {
		const trigger = start(withCodes(['A', 'B']));
		await trigger.poll();
		happen('A', 'B', 'C');
		const edited = trigger.edit({ parameters: withCodes(changed) });
		expect(codes(await edited.poll())).toEqual(told);
		happen(...changed);
		expect(codes(await edited.poll())).toEqual(changed);
	});

	it('go on through a second change, and a late activity is judged by what was waited for then', async () => {
		const trigger = start(withCodes(['A']));
		await trigger.poll();
		const late = ['A', 'B'].map((statusCode) => state.addActivity({ statusCode }));
		for (const { id } of late) state.activities.hide(id, state.now() + 90);
		const twice = trigger.edit({ parameters: withCodes(['A', 'B']) });
		await twice.poll();
		const back = twice.edit({ parameters: withCodes(['B', 'A', 'C']) });
		clock.pass(100);
		expect(codes(await back.poll())).toEqual(['A']);
	});
});

describe('What was passed over', () => {
	const move = (id: number, organizationId: number) =>
		Object.assign(state.devices.get(id) ?? {}, { organizationId });
	const day = 86_400;

	it('is not told later in the same process, though its device has moved to where it is wanted', async () => {
		const id = idsIn(3)[0];
		const trigger = start(alertsOf([1]));
		await trigger.poll();
		for (let passed = 0; passed < 3; passed++) {
			raise(id, 5);
			clock.pass(day);
			expect(await trigger.poll()).toBeNull();
		}
		move(id, 1);
		expect(await trigger.edit().poll()).toBeNull();
		move(id, 3);
	});

	it('is told after a restart of the older engine if its device has moved since: the limit that is documented', async () => {
		const id = idsIn(3)[0];
		const trigger = start(alertsOf([1]));
		await trigger.poll();
		const passed = raise(id, 15);
		clock.pass(3 * day);
		expect(await trigger.poll()).toBeNull();
		move(id, 1);
		expect(uids(await trigger.restart().poll())).toEqual(passed);
		move(id, 3);
		// Its durable scheduler stores the place of every poll.
		const durable = scheduleDurably({
			parameters: alertsOf([1]),
			credential: new CredentialStore(credentialFor(simulator)),
		});
		await durable.poll();
		await durable.poll();
		raise(id, 15);
		expect(await durable.poll()).toBeNull();
		move(id, 1);
		durable.restart();
		expect(await durable.poll()).toBeNull();
		move(id, 3);
	});

	it('by a person does not become "came online" days later', async () => {
		const trigger = start(waitingFor({ event: 'deviceOnline' }));
		await trigger.poll();
		const { uid } = state.goOffline(ofOne);
		await trigger.poll();
		state.resetAlert(uid, { userId: 5001 });
		expect(await trigger.poll()).toBeNull();
		clock.pass(3 * day);
		Object.assign(state.devices.get(ofOne) ?? {}, { offline: false });
		expect(await trigger.restart().poll()).toBeNull();
	});
});
