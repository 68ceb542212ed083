import type { IDataObject } from 'n8n-workflow';
import { CredentialStore } from '../harness/credentials';
import { scheduleDurably } from '../harness/durablePoll';
import { activate, waitingFor, type TriggerSettings } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';
import { bytesOf } from '../harness/soak';

const fleet = { devices: 60, organizations: 3, alerts: 20 };
const simulator = withSimulator(fleet);
const elsewhere = withSimulator({ ...fleet, seed: 2 });
const empty = withSimulator({ devices: 0, organizations: 1, alerts: 0, activities: 0 });
const { state } = simulator;

const any = waitingFor({ event: 'newActivity' });
const start = (more: Partial<TriggerSettings> = {}) =>
	activate({ parameters: any, credential: credentialFor(simulator), ...more });
const ids = (items: IDataObject[] | null) => items?.map(({ activityId }) => activityId);
const stateIn = (kept: IDataObject) => kept.state as IDataObject;

/** A trigger that n8n's durable scheduler polls, with a state. */
async function begunDurably() {
	const credential = new CredentialStore(credentialFor(simulator));
	const trigger = scheduleDurably({ parameters: any, credential });
	await trigger.poll();
	await trigger.poll();
	return trigger;
}

/** What a trigger has stored that has told something. */
async function storedAfterSome() {
	const trigger = start();
	await trigger.poll();
	state.burst(3);
	await trigger.poll();
	return stateIn(trigger.stored());
}

describe('The state', () => {
	it('is small after bursts, whatever happened in them', async () => {
		const parameters = waitingFor([
			{ event: 'newActivity' },
			{ event: 'newDevice' },
			{ event: 'deviceOnline' },
			{ event: 'deviceOffline' },
		]);
		const trigger = start({ parameters });
		await trigger.poll();
		for (let round = 0; round < 3; round++) {
			for (let id = 1; id <= 60; id++) state.goOffline(id);
			for (let count = 0; count < 20; count++) state.joinPending();
			state.burst(2500);
			expect(await trigger.poll()).not.toBeNull();
			for (let id = 1; id <= 60; id++) state.comeOnline(id);
		}
		expect(bytesOf(trigger.stored())).toBeLessThan(10_000);
		await trigger.poll();
		await trigger.poll();
		expect(bytesOf(trigger.held())).toBeLessThan(6_000);
	});

	it('has bounds for all that it remembers', async () => {
		const entries = 5_000;
		const memory = {
			joined: Array.from({ length: entries }, () => '2').join('.'),
			offline: Array.from({ length: entries }, (_, at) => `off${at}`),
			active: Array.from({ length: entries }, (_, at) => `active${at}`),
			conditions: { CPU: Array.from({ length: entries }, (_, at) => `condition ${at}`) },
			devices: Array.from({ length: entries }, (_, at) => [at, 1, 1, 'MAC']),
		};
		const trigger = start({ stored: { state: { ...(await storedAfterSome()), memory } } });
		await trigger.poll();
		expect(bytesOf(trigger.held())).toBeLessThan(32_000);
	});

	it('is at most 32 kB with all of it full, and a trigger gets on with it', async () => {
		const word = (at: number) => `entry${at}`.padEnd(8, '-');
		const many = Array.from({ length: 5_000 }, (_, at) => word(at));
		const memory = {
			joined: Array.from({ length: 5_000 }, () => '2z').join('.'),
			offline: many,
			active: many,
			conditions: { CONDITION_AGENT_CPU: many },
			devices: many.map((_, at) => [1_000_000 + at, 1_000, 1_000, 'WINDOWS_WORKSTATION']),
		};
		const rows = Array.from({ length: 20 }, (_, at) => ({
			event: 'newActivity',
			activityFilters: { activityTypes: [`TYPE_${at}`.padEnd(900, 'X')] },
		}));
		const trigger = start({
			parameters: waitingFor([...rows, { event: 'newActivity' }]),
			stored: { state: { ...(await storedAfterSome()), memory } },
		});
		await trigger.poll();
		expect(bytesOf(trigger.held())).toBeLessThan(32_000);
		const added = state.addActivity();
		expect(ids(await trigger.poll())).toEqual([added.id]);
	});

	it('that n8n did not keep after empty polls repeats nothing and loses nothing', async () => {
		const parameters = waitingFor({ event: 'ticketCreated' });
		const trigger = start({ parameters });
		await trigger.poll();
		const { id } = state.openTicket();
		expect(await trigger.poll()).toMatchObject([{ ticketId: id }]);
		const kept = trigger.stored();
		for (let round = 0; round < 5; round++) {
			state.burst(400);
			expect(await trigger.poll()).toBeNull();
		}
		expect(trigger.stored()).toEqual(kept);
		const next = state.openTicket();
		const again = trigger.restart();
		expect(await again.poll()).toMatchObject([{ ticketId: next.id }]);
		expect(await again.poll()).toBeNull();
	});

	it.each([
		['text', 'broken'],
		['null', null],
		['a list', []],
		['another version', { version: 1 }],
		['no version', { bookmark: 5 }],
		['a bookmark that is no number', { bookmark: 'x' }],
		['a negative bookmark', { bookmark: -1, settled: -1 }],
		['a bookmark that is no whole number', { bookmark: 1.5, settled: 1 }],
		['a look back beyond the bookmark', { bookmark: 5, settled: 9 }],
		['no ids that were decided', { decided: undefined }],
		['other things than ids among them', { decided: '5.?' }],
		['held ids in disorder', { held: '5-.-1' }],
		['a trail that is none', { trail: [[1, 2]] }],
		['marks that are none', { marks: [null] }],
		['no account', { account: 7 }],
		['no definitions of events', { definitions: null }],
	])('that holds %s begins anew, without a flood, and says so', async (_, broken) => {
		const isPart = typeof broken === 'object' && broken !== null && !Array.isArray(broken);
		const stored = { state: isPart ? { ...(await storedAfterSome()), ...broken } : broken };
		const parameters = { ...any, emitStanding: true };
		const trigger = start({ stored: stored as IDataObject, parameters });
		expect(await trigger.poll()).toBeNull();
		expect(trigger.warnings.join()).toMatch(/cannot be read .* begins anew/);
		const added = state.addActivity();
		expect(ids(await trigger.poll())).toEqual([added.id]);
	});

	it('with a memory that cannot be read goes on without it', async () => {
		const before = await storedAfterSome();
		const added = state.addActivity();
		const trigger = start({ stored: { state: { ...before, memory: 'gone' } } });
		expect(ids(await trigger.poll())).toEqual([added.id]);
	});

	it('is told nothing twice by a poll that was given the state from before the last one', async () => {
		const trigger = await begunDurably();
		const [one, other, third] = [trigger.take(), trigger.take(), trigger.take()];
		const added = state.addActivity();
		expect(ids(await one.run())).toEqual([added.id]);
		expect(await other.run()).toBeNull();
		one.write();
		other.write();
		expect(await third.run()).toBeNull();
		third.write();
		const next = state.addActivity();
		expect(ids(await trigger.poll())).toEqual([next.id]);
	});

	it('is told once more what it could not write down, when a while has passed', async () => {
		const trigger = await begunDurably();
		const lost = trigger.take();
		const added = state.addActivity();
		expect(ids(await lost.run())).toEqual([added.id]);
		expect(await trigger.poll()).toBeNull();
		const later = Date.now() + 60_000;
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
		expect(ids(await trigger.poll())).toEqual([added.id]);
		clock.mockRestore();
	});
});

describe('Another credential', () => {
	it('of the same account goes on where the last one stopped', async () => {
		const before = await storedAfterSome();
		const added = state.addActivity();
		const stored = { state: { ...before, account: 'http://127.0.0.1 another-app' } };
		const trigger = start({ stored });
		expect(ids(await trigger.poll())).toEqual([added.id]);
		expect(trigger.warnings).toEqual([]);
	});

	it('of the same account goes on, though nothing was told yet', async () => {
		const trigger = start();
		await trigger.poll();
		const added = state.addActivity();
		const stored = { state: { ...stateIn(trigger.stored()), account: 'another-app' } };
		const other = start({ stored });
		expect(ids(await other.poll())).toEqual([added.id]);
		expect(other.warnings).toEqual([]);
	});

	it('of another account begins anew, even where that has an activity with the same id', async () => {
		const before = await storedAfterSome();
		const count = state.activities.lastId - elsewhere.state.activities.lastId + 500;
		// Accounts are told apart by the time of the activity with the same ID: here it lies an hour back.
		elsewhere.state.burst(count, { activityTime: elsewhere.state.now() - 3600 });
		const credential = credentialFor(elsewhere);
		const trigger = start({ stored: { state: before }, credential });
		expect(await trigger.poll()).toBeNull();
		expect(trigger.warnings.join()).toMatch(/another account/);
		const added = elsewhere.state.addActivity();
		expect(ids(await trigger.poll())).toEqual([added.id]);
	});

	it('of an account without any activity begins there, and tells its first', async () => {
		const trigger = start({ credential: credentialFor(empty) });
		expect(await trigger.poll()).toBeNull();
		expect(await trigger.poll()).toBeNull();
		const first = empty.state.addActivity();
		expect(ids(await trigger.poll())).toEqual([first.id]);
		const moved = start({ stored: trigger.stored(), credential: credentialFor(elsewhere) });
		expect(await moved.poll()).toBeNull();
	});
});

describe('A workflow that was edited', () => {
	it('does not tell what happened before an event was added, and goes on with the others', async () => {
		const trigger = start({ parameters: waitingFor({ event: 'newAlert' }) });
		await trigger.poll();
		const before = state.triggerAlert(3);
		state.openTicket();
		const parameters = waitingFor([
			{ event: 'newAlert' },
			{ event: 'ticketCreated' },
			{ event: 'newActivity', activityFilters: { statusCodes: ['TRIGGERED'] } },
		]);
		const edited = trigger.restart({ parameters });
		expect(await edited.poll()).toMatchObject([{ event: 'newAlert', alertUid: before.uid }]);
		const { id } = state.openTicket();
		state.triggerAlert(4);
		const items = (await edited.poll()) ?? [];
		expect(items.map(({ event }) => event)).toEqual(['ticketCreated', 'newAlert', 'newActivity']);
		expect(items[0]).toMatchObject({ ticketId: id });
	});
});

describe('Where a page holds what came late', () => {
	it('it is told once even if it is the only one', async () => {
		const trigger = start();
		await trigger.poll();
		state.burst(700);
		const rows = state.activities.all() as unknown as unknown[];
		const [late] = rows.splice(-20, 1);
		expect(await trigger.poll()).toHaveLength(699);
		rows.splice(-19, 0, late);
		expect(ids(await trigger.poll())).toEqual([(late as IDataObject).id]);
		expect(await trigger.poll()).toBeNull();
	});
});

describe("n8n's durable scheduler", () => {
	it('keeps the state of empty polls, and nothing of those that fail', async () => {
		const credential = new CredentialStore(credentialFor(simulator));
		const trigger = scheduleDurably({ parameters: any, credential });
		expect(await trigger.poll()).toBeNull();
		expect(trigger.stored()).toEqual({});
		await trigger.poll();
		const before = trigger.stored();
		expect(before).toHaveProperty('state.bookmark', state.activities.lastId);
		simulator.faults.add({ kind: 'throttle', retryAfterSeconds: 90 });
		const added = state.addActivity();
		await expect(trigger.poll()).rejects.toMatchObject({ failure: { cause: 'rate-limited' } });
		expect(trigger.stored()).toEqual(before);
		expect(ids(await trigger.poll())).toEqual([added.id]);
	});
});
