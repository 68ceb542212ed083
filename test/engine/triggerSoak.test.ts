import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import type { Random } from '../../simulator/data/random';
import { testClock } from '../harness/clock';
import { CredentialStore } from '../harness/credentials';
import { scheduleDurably, type DurableTrigger } from '../harness/durablePoll';
import { activate, waitingFor, type ActiveTrigger, type PolledTrigger } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';
import { soak, type Soaked } from '../harness/soak';

const clock = testClock();
const fleet = { devices: 60, organizations: 3, alerts: 20, activities: 400, now: clock.now };
const orders = {
	'newest by id': withSimulator({ ...fleet, activityPages: 'newest' }),
	'oldest by id': withSimulator({ ...fleet, activityPages: 'oldest' }),
	'newest by time': withSimulator({ ...fleet, activityOrder: 'time' }),
};

type Order = keyof typeof orders;
type Engine = 'older' | 'durable';

const all = [{ event: 'newActivity' }, { event: 'newAlert' }, { event: 'alertReset' }];
const engines: Engine[] = ['older', 'durable'];
const everyCase = (Object.keys(orders) as Order[]).flatMap((order, at) =>
	engines.map((engine, more) => [order, engine, at * 2 + more] as const),
);

function begin(engine: Engine, simulator: Simulator, parameters: INodeParameters) {
	const credential = new CredentialStore(credentialFor(simulator));
	return engine === 'older'
		? activate({ parameters, credential })
		: scheduleDurably({ parameters, credential });
}

/** Loses what n8n has not stored, every sixth turn. */
const crash = (turn: number, trigger: PolledTrigger): PolledTrigger => {
	if (turn === 0 || turn % 6 !== 0) return trigger;
	const restarted = (trigger as ActiveTrigger | DurableTrigger).restart();
	return restarted ?? trigger;
};

const edit = (trigger: PolledTrigger, parameters: INodeParameters): PolledTrigger =>
	(trigger as ActiveTrigger | DurableTrigger).edit({ parameters }) ?? trigger;

/** Every event since an id, as it should be told. */
const expected = ({ state }: Simulator, since: number): string[] =>
	state.activities
		.all()
		.filter(({ id }) => id > since)
		.flatMap(({ id, statusCode }) => [
			`newActivity ${id}`,
			...(statusCode === 'TRIGGERED' ? [`newAlert ${id}`] : []),
			...(statusCode === 'RESET' ? [`alertReset ${id}`] : []),
		]);

const told = ({ items }: Soaked) =>
	items.map(({ event, activityId }: IDataObject) => `${String(event)} ${String(activityId)}`);

/** Each exactly once, in whatever order. */
function expectOnce(soaked: Soaked, events: string[]): void {
	expect([...told(soaked)].sort()).toEqual([...events].sort());
	expect(soaked.largestState).toBeLessThanOrEqual(32_000);
}

const minute = () => clock.pass(60);

/** Bursts, single entries, alerts that end and come again, and now and then nothing at all. */
const mixed =
	({ state }: Simulator, burst: number) =>
	(turn: number, random: Random) => {
		minute();
		if ([4, 20, 21].includes(turn)) state.burst(burst);
		for (let count = random.integer(0, 8); count > 0; count--) state.addActivity();
		if (turn % 5 === 0) state.triggerAlert(random.integer(1, 60));
		const [uid] = state.alerts.keys();
		if (turn % 7 === 0 && uid !== undefined) state.triggerAgain(uid);
	};

// Together more than 56,000 events.
describe.each(everyCase)(
	'In pages of the %s, under the %s engine, every event is told once',
	(order, engine, seed) => {
		const simulator = orders[order];
		const { state } = simulator;

		async function begun(parameters = waitingFor(all)) {
			const trigger = begin(engine, simulator, parameters);
			await trigger.poll();
			return { trigger, since: state.activities.lastId };
		}
		const rest = { rest: minute, rests: 18, simulator, seed };

		it('through trouble at every third call and lost states', async () => {
			const { trigger, since } = await begun();
			const happen = mixed(simulator, 900);
			const soaked = await soak({ ...rest, trigger, polls: 40, happen, restart: crash });
			const wanted = expected(simulator, since);
			expect(wanted.length).toBeGreaterThanOrEqual(2_700);
			expectOnce(soaked, wanted);
			expect(soaked.failures).toBeGreaterThanOrEqual(4);
			expect(Object.keys(soaked.faults).length).toBeGreaterThanOrEqual(5);
		});

		it.each([10, 300, 1_100])('where it becomes visible late, at %d a minute', async (aMinute) => {
			const { trigger, since } = await begun();
			const soaked = await soak({
				...{ ...rest, trigger, polls: 4, restart: crash, isTroubled: aMinute < 1_000 },
				happen(_, random) {
					minute();
					for (let count = 0; count < aMinute; count++) {
						const { id } = state.addActivity({ activityTime: state.now() });
						if (count % 5 === 0) state.activities.hide(id, state.now() + random.integer(1, 840));
					}
				},
			});
			const wanted = expected(simulator, since);
			expect(wanted.length).toBeGreaterThanOrEqual(4 * aMinute);
			expectOnce(soaked, wanted);
		});

		it('by a slow NinjaOne, in polls that are cut', async () => {
			const { trigger, since } = await begun();
			const soaked = await soak({
				...{ ...rest, trigger, polls: 12, isTroubled: false },
				happen(turn) {
					minute();
					clock.slow(simulator, turn % 2 === 0 ? 7 : 3);
					if (turn < 2) state.burst(600);
					state.addActivity();
				},
				rest() {
					clock.slow(simulator, 0);
					minute();
				},
			});
			const wanted = expected(simulator, since);
			expect(wanted.length).toBeGreaterThanOrEqual(1_200);
			expectOnce(soaked, wanted);
		});

		it('while lists lag, devices join in masses and filters wait for them', async () => {
			const parameters = waitingFor([
				{ event: 'newDevice', deviceFilters: { organizationIds: [1] } },
				{ event: 'newAlert', deviceFilters: { organizationIds: [1] } },
			]);
			const { trigger } = await begun(parameters);
			Object.assign(state.lag, { devices: 100, alerts: 70 });
			const joined: string[] = [];
			const soaked = await soak({
				...{ ...rest, trigger, polls: 8, restart: crash },
				happen(turn) {
					minute();
					for (let count = 0; count < (turn === 2 ? 300 : 10); count++) {
						const { id, organizationId } = state.joinApproved();
						const alert = count % 4 === 0 ? state.triggerAlert(id) : undefined;
						if (organizationId !== 1) continue;
						joined.push(`newDevice ${id}`, ...(alert ? [`newAlert ${id}`] : []));
					}
				},
			});
			Object.assign(state.lag, { devices: 0, alerts: 0 });
			const items = soaked.items.map(
				({ event, deviceId }) => `${String(event)} ${String(deviceId)}`,
			);
			expect(items.sort()).toEqual(joined.sort());
			expect(soaked.largestState).toBeLessThanOrEqual(32_000);
		});

		it('while codes and filters are edited', async () => {
			const codes = (...statusCodes: string[]) =>
				waitingFor({ event: 'newActivity', activityFilters: { statusCodes } });
			const { trigger } = await begun(codes('A', 'B'));
			const edits: Record<number, string[]> = {
				3: ['B', 'A'],
				5: ['A'],
				8: ['A', 'C', 'B'],
				11: ['C'],
			};
			let waited = ['A', 'B'];
			const wanted: string[] = [];
			const soaked = await soak({
				...{ ...rest, trigger, polls: 14, isTroubled: false },
				happen(turn) {
					minute();
					const next = edits[turn] ?? waited;
					for (let count = 0; count < 30; count++) {
						const statusCode = ['A', 'B', 'C'][count % 3];
						const { id } = state.addActivity({ statusCode });
						// Between two polls: what was waited for before and is now.
						const isWaited = waited.includes(statusCode) && next.includes(statusCode);
						if (isWaited) wanted.push(`newActivity ${id}`);
					}
				},
				restart(turn, running) {
					if (!edits[turn]) return running;
					waited = edits[turn];
					return edit(running, codes(...waited));
				},
			});
			expectOnce(soaked, wanted);
		});

		it('with the clocks apart, and where ids begin anew', async () => {
			clock.n8nAheadMs = seed % 2 === 0 ? 600_000 : -600_000;
			simulator.faults.add({ kind: 'status', status: 503, times: 'always' });
			const { trigger } = await begun(waitingFor({ event: 'newActivity' }));
			const wanted: string[] = [];
			const firstIds: Record<number, number> = { 4: 5_000, 8: 100 };
			const soaked = await soak({
				...{ ...rest, trigger, polls: 12, isTroubled: false },
				happen(turn) {
					minute();
					// Not while one waits that is told by its time.
					if (firstIds[turn]) state.activities.beginAnew(firstIds[turn]);
					for (let count = 0; count < 20; count++) {
						clock.pass(1);
						wanted.push(`newActivity ${state.addActivity({ activityTime: state.now() }).id}`);
					}
					simulator.faults.clear();
				},
			});
			expectOnce(soaked, wanted);
			state.activities.beginAnew(2_000_000);
			state.burst(50);
		});
	},
);
