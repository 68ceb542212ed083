import type { IDataObject } from 'n8n-workflow';
import { testClock } from '../harness/clock';
import { CredentialStore } from '../harness/credentials';
import { scheduleDurably } from '../harness/durablePoll';
import { activate, waitingFor, type TriggerSettings } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const clock = testClock();
const fleet = { devices: 20, organizations: 2, alerts: 2, activities: 400, now: clock.now };
const simulator = withSimulator(fleet);
const { state } = simulator;

const parameters = waitingFor({ event: 'newActivity' });
const everyDay = { ...parameters, pollTimes: { item: [{ mode: 'everyDay', hour: 1, minute: 0 }] } };
const settings = (more: Partial<TriggerSettings> = {}): TriggerSettings => ({
	parameters,
	credential: new CredentialStore(credentialFor(simulator)),
	...more,
});
const ids = (items: IDataObject[] | null) => (items ?? []).map(({ activityId }) => activityId);
const addMany = (count: number) =>
	Array.from({ length: count }, () => {
		clock.pass(1);
		return state.addActivity({ activityTime: state.now() }).id;
	});

describe("What happens before n8n's durable scheduler polls for the first time", () => {
	it('is told, though n8n keeps nothing of the poll at the activation', async () => {
		const trigger = scheduleDurably(settings());
		expect(await trigger.poll()).toBeNull();
		expect(trigger.stored()).toEqual({});
		const added = addMany(60);
		expect(ids(await trigger.poll())).toEqual(added);
		expect(await trigger.poll()).toBeNull();
	});

	it('is told, though NinjaOne did not answer at the activation', async () => {
		const trigger = scheduleDurably(settings());
		simulator.faults.add({ kind: 'status', status: 503, times: 'always' });
		expect(await trigger.poll()).toBeNull();
		simulator.faults.clear();
		const added = addMany(60);
		expect(ids(await trigger.poll())).toEqual(added);
	});

	it('is told from the start of n8n on, where n8n was started anew in between', async () => {
		const trigger = scheduleDurably(settings({ parameters: everyDay }));
		await trigger.poll();
		clock.pass(600);
		// The limit that docs/triggers.md names: from the activation to the end of that process.
		const missed = addMany(5);
		clock.pass(5);
		trigger.restart();
		const added = addMany(60);
		clock.pass(3600);
		const told = ids(await trigger.poll());
		expect(told.slice(-60)).toEqual(added);
		expect(told.filter((id) => missed.includes(Number(id)))).toHaveLength(0);
		expect(await trigger.poll()).toBeNull();
	});

	it('is not told for longer than the time between polls, however long n8n has been running', async () => {
		const trigger = scheduleDurably(settings());
		trigger.restart();
		addMany(300);
		clock.pass(120);
		const [added] = addMany(1);
		// A second main process polls first: it does not know of the activation.
		const other = scheduleDurably(settings({ budgetMs: 36_000 }));
		other.beginsElsewhere();
		expect(ids(await other.poll())).toEqual([added]);
	});
});

describe('An activation while NinjaOne does not answer', () => {
	it.each([
		['ahead of', 600],
		['behind', -600],
	])('with a clock of n8n ten minutes %s that of NinjaOne', async (_, seconds) => {
		const before = addMany(300);
		for (const fault of [
			{ kind: 'status', status: 503, times: 'always' },
			{ kind: 'cut', times: 'always' },
		] as const) {
			clock.pass(60);
			clock.n8nAheadMs = seconds * 1000;
			simulator.faults.add(fault);
			const trigger = activate(settings());
			expect(await trigger.poll()).toBeNull();
			clock.pass(2);
			const added = addMany(60);
			simulator.faults.clear();
			const told = ids(await trigger.poll());
			expect(told).toEqual(added);
			expect(told).not.toContain(before.at(-1));
		}
	});

	it('finds its beginning below a hundred thousand activities, on a server that takes nine seconds a request', async () => {
		simulator.faults.add({ kind: 'status', status: 503, times: 'always' });
		const trigger = activate(settings());
		expect(await trigger.poll()).toBeNull();
		simulator.faults.clear();
		clock.pass(2);
		const since = state.activities.lastId;
		for (let at = 0; at < 100_000; at++) {
			state.addActivity({ activityTime: state.now() + at / 1000 });
		}
		clock.pass(100);
		clock.slow(simulator, 9);
		let polls = 0;
		for (let told = 0; told === 0; polls++) {
			const items = (await trigger.poll()) ?? [];
			if (items.length > 0) expect(items[0].activityId).toBe(since + 1);
			told += items.length;
		}
		expect(polls).toBeLessThan(10);
	});
});

describe('A node that was renamed', () => {
	it('goes on where it stopped, since n8n gives it no state under its new name', async () => {
		const trigger = activate(settings({ nodeId: 'node-that-is-renamed' }));
		await trigger.poll();
		await trigger.poll();
		const added = addMany(3);
		const renamed = trigger.edit({ nodeName: 'Alerts', stored: {} });
		expect(ids(await renamed.poll())).toEqual(added);
	});
});
