import type { IDataObject } from 'n8n-workflow';
import { testClock } from '../harness/clock';
import { CredentialStore } from '../harness/credentials';
import { scheduleDurably } from '../harness/durablePoll';
import { activate, waitingFor } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const clock = testClock();
const fleet = { devices: 60, organizations: 2, alerts: 2, activities: 50, now: clock.now };
const simulator = withSimulator(fleet);
const { state } = simulator;

const parameters = waitingFor([{ event: 'newAlert' }, { event: 'newActivity' }]);
const engines = { older: activate, durable: scheduleDurably };
const begin = (engine: keyof typeof engines) =>
	engines[engine]({
		parameters,
		credential: new CredentialStore(credentialFor(simulator)),
	});
const ids = (items: IDataObject[] | null) =>
	(items ?? []).filter(({ event }) => event === 'newActivity').map(({ activityId }) => activityId);

/** Seconds a request, up to which each poll gets on: the limits that docs/triggers.md names. */
describe.each([
	['older', 6],
	['older', 9],
	['older', 11],
	['durable', 6],
	['durable', 8],
] as const)(
	"Under n8n's %s engine, on a server that takes %d seconds a request,",
	(engine, seconds) => {
		it('each poll of a backlog finishes a part, and keeps it', async () => {
			const trigger = begin(engine);
			await trigger.poll();
			await trigger.poll();
			const since = state.activities.lastId;
			state.burst(1_500);
			state.triggerAlert(3);
			clock.slow(simulator, seconds);
			const told: unknown[] = [];
			let polls = 0;
			while (told.length < 1_501) {
				const items = ids(await trigger.poll());
				expect(items.length).toBeGreaterThan(0);
				told.push(...items);
				polls += 1;
				clock.pass(60);
			}
			expect(polls).toBeLessThanOrEqual(8);
			expect(told).toEqual([...state.activities.oldestFirst(since, Infinity)].map(({ id }) => id));
		});
	},
);

describe('On a server that is slower than that', () => {
	it('a poll says that it got nowhere, and nothing is lost', async () => {
		const trigger = begin('durable');
		await trigger.poll();
		await trigger.poll();
		state.triggerAlert(5);
		const id = state.activities.lastId;
		clock.slow(simulator, 40);
		await expect(trigger.poll()).rejects.toMatchObject({
			failure: { cause: 'temporarily-unavailable' },
		});
		clock.slow(simulator, 0);
		clock.pass(60);
		expect(ids(await trigger.poll())).toEqual([id]);
	});
});
