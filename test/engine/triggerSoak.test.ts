import type { IDataObject } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import type { Random } from '../../simulator/data/random';
import { CredentialStore } from '../harness/credentials';
import { scheduleDurably } from '../harness/durablePoll';
import { activate, waitingFor, type ActiveTrigger } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';
import { soak, type Soaked } from '../harness/soak';

const fleet = { devices: 60, organizations: 3, alerts: 20, activities: 400 };
const newest = withSimulator({ ...fleet, activityPages: 'newest' });
const oldest = withSimulator({ ...fleet, activityPages: 'oldest' });

const polls = 200;
const parameters = waitingFor([
	{ event: 'newActivity' },
	{ event: 'newAlert' },
	{ event: 'alertReset' },
]);

/** Bursts, single entries, alerts that end and come again, and now and then nothing at all. */
const happenIn =
	({ state }: Simulator) =>
	(turn: number, random: Random) => {
		if (turn === 0) return;
		if ([20, 70, 71, 150].includes(turn)) state.burst(2500);
		for (let count = random.integer(0, 8); count > 0; count--) state.addActivity();
		if (turn % 5 === 0) state.triggerAlert(random.integer(1, 60));
		const [uid] = state.alerts.keys();
		if (turn % 7 === 0 && uid !== undefined) state.triggerAgain(uid);
	};

/** Every event since an id, as it should be told. */
function expected({ state }: Simulator, since: number): string[] {
	const added = [...state.activities.oldestFirst(since, Infinity)];
	return added.flatMap(({ id, statusCode }) => [
		`newActivity ${id}`,
		...(statusCode === 'TRIGGERED' ? [`newAlert ${id}`] : []),
		...(statusCode === 'RESET' ? [`alertReset ${id}`] : []),
	]);
}

const told = ({ items }: Soaked) =>
	items.map(({ event, activityId }: IDataObject) => `${String(event)} ${String(activityId)}`);

function expectAllKinds({ faults, failures, largestState }: Soaked): void {
	const kinds = ['throttle', 'status', 'cut', 'throttlePage', 'expireToken', 'latency'];
	expect(Object.keys(faults).sort()).toEqual(kinds.sort());
	expect(Math.min(...Object.values(faults))).toBeGreaterThanOrEqual(10);
	expect(failures).toBeGreaterThanOrEqual(40);
	expect(largestState).toBeLessThan(8_000);
}

describe.each([
	['newest', newest, 1],
	['oldest', oldest, 2],
] as const)(
	'Where a full page holds the %s rows, every event is told once and in order',
	(_, simulator, seed) => {
		it('over 200 polls with trouble at every third call and lost states', async () => {
			const since = simulator.state.activities.lastId;
			const trigger = activate({ parameters, credential: credentialFor(simulator) });
			const happen = happenIn(simulator);
			const soaked = await soak({
				simulator,
				trigger,
				polls,
				happen,
				seed,
				restart: (turn, running) =>
					turn > 0 && turn % 6 === 0 ? (running as ActiveTrigger).restart() : running,
			});
			const all = expected(simulator, since);
			expect(all.length).toBeGreaterThan(10_000);
			expect(told(soaked)).toEqual(all);
			expectAllKinds(soaked);
		});

		it("over 200 polls of n8n's durable scheduler", async () => {
			const since = simulator.state.activities.lastId;
			const credential = new CredentialStore(credentialFor(simulator));
			const trigger = scheduleDurably({ parameters, credential });
			// Its scheduler begins with the second poll: the state of the first is lost when that tells nothing.
			await trigger.poll();
			await trigger.poll();
			simulator.requests.clear();
			const happen = happenIn(simulator);
			const soaked = await soak({ simulator, trigger, polls, happen, seed: seed + 10 });
			expect(told(soaked)).toEqual(expected(simulator, since));
			expectAllKinds(soaked);
		});
	},
);
