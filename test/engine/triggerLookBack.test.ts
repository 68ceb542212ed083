import type { IDataObject } from 'n8n-workflow';
import { activate, waitingFor, type TriggerSettings } from '../harness/poll';
import { testClock } from '../harness/clock';
import { credentialFor, withSimulator } from '../harness/simulated';
import { bytesOf } from '../harness/soak';

const clock = testClock();
const fleet = { devices: 20, organizations: 2, alerts: 2, activities: 50, now: clock.now };
const simulator = withSimulator(fleet);
const byTime = withSimulator({ ...fleet, activityOrder: 'time' });
const capped = withSimulator({ ...fleet, activityPageCap: 500 });

type Simulated = typeof simulator;

const start = (from: Simulated, more: Partial<TriggerSettings> = {}) =>
	activate({
		parameters: waitingFor({ event: 'newActivity' }),
		credential: credentialFor(from),
		...more,
	});
const ids = (items: IDataObject[] | null) => (items ?? []).map(({ activityId }) => activityId);
const idsAbove = ({ state }: Simulated, id: number) =>
	state.activities
		.all()
		.map((entry) => entry.id)
		.filter((each) => each > id);
const feedRequests = ({ requests }: Simulated) => requests.matching({ path: /^\/v2\/activities$/ });

describe('Activities that become visible late', () => {
	it.each([
		[10, 0],
		[600, 0],
		[600, 4],
		[3_000, 0],
	])(
		'are told once at %d a minute, up to the time of the look-back; %d of five ids are not of this account',
		async (aMinute, foreign) => {
			const { state } = simulator;
			const trigger = start(simulator);
			await trigger.poll();
			const since = state.activities.lastId;
			const told: unknown[] = [];
			const minutes = 22;
			for (let minute = 0; minute < minutes; minute++) {
				clock.pass(60);
				// Ten of them 1 s to 14 minutes late, in the first minutes.
				for (let at = 0; at < (minute < 4 ? aMinute : 10); at++) {
					const { id } = state.addActivity({ activityTime: state.now() });
					if (foreign > 0) state.activities.skipIds(foreign);
					const delay = [1, 40, 90, 130, 300, 600, 840][at % 70];
					if (minute < 4 && delay !== undefined) state.activities.hide(id, state.now() + delay);
				}
				told.push(...ids(await trigger.poll()));
				expect(bytesOf(trigger.held())).toBeLessThanOrEqual(32_000);
			}
			expect(told.length).toBe(new Set(told).size);
			expect([...told].sort()).toEqual(idsAbove(simulator, since));
			expect(trigger.warnings).toEqual([]);
		},
	);

	it('are told where one has five hundred behind it, one second late', async () => {
		const { state } = simulator;
		const trigger = start(simulator);
		await trigger.poll();
		const { id } = state.addActivity();
		state.activities.hide(id, state.now() + 1);
		state.burst(501);
		expect(await trigger.poll()).toHaveLength(501);
		clock.pass(60);
		expect(ids(await trigger.poll())).toEqual([id]);
	});

	it('are looked for as long as the option says, which is stored in a state of at most 32 kB', async () => {
		const { state } = simulator;
		const parameters = waitingFor({ event: 'newActivity' }, { options: { lookBackMinutes: 2 } });
		const trigger = start(simulator, { parameters });
		await trigger.poll();
		const [soon, late] = [state.addActivity(), state.addActivity()];
		state.activities.hide(soon.id, state.now() + 100);
		state.activities.hide(late.id, state.now() + 400);
		const told: unknown[] = [];
		for (let minute = 0; minute < 10; minute++) {
			state.addActivity();
			told.push(...ids(await trigger.poll()));
			clock.pass(60);
		}
		expect(told).toContain(soon.id);
		expect(told).not.toContain(late.id);
	});

	it('may be missed where activities come too fast for the state, which is said with a warning', async () => {
		const { state } = simulator;
		const trigger = start(simulator);
		await trigger.poll();
		for (let minute = 0; minute < 8; minute++) {
			clock.pass(60);
			for (let at = 0; at < 2_500; at++) {
				state.addActivity();
				state.activities.skipIds(1 + (at % 40));
			}
			expect(await trigger.poll()).toHaveLength(2_500);
			expect(bytesOf(trigger.held())).toBeLessThanOrEqual(32_000);
		}
		expect(trigger.warnings.join()).toMatch(/come faster than they can be read/);
		// The limit that docs/triggers.md names: so many ids with others between them fit.
		const { settled, bookmark } = trigger.held().state as { settled: number; bookmark: number };
		const kept = idsAbove(simulator, settled).filter((id) => id <= bookmark).length;
		expect(kept).toBeGreaterThan(9_000);
	});

	it('are looked for by a poll that takes one request under 1 kB where nothing happens', async () => {
		const { state } = simulator;
		const trigger = start(simulator);
		await trigger.poll();
		state.burst(30);
		await trigger.poll();
		for (let minute = 0; minute < 17; minute++) {
			clock.pass(60);
			expect(await trigger.poll()).toBeNull();
		}
		simulator.requests.clear();
		await trigger.poll();
		const [request, ...others] = simulator.requests.matching({ path: /^\/v2\// });
		expect(others).toEqual([]);
		// No row is above it, so the answer is some forty bytes.
		expect(Number(request.query.newerThan)).toBe(state.activities.lastId);
		const { settled, bookmark } = trigger.held().state as { settled: number; bookmark: number };
		expect(settled).toBe(bookmark);
		expect(bytesOf(trigger.held())).toBeLessThan(2_000);
	});
});

describe('A poll that ends in the middle', () => {
	it.each<[string, { fault?: boolean; seconds?: number }]>([
		['by a fault', { fault: true }],
		['by its time', { seconds: 4 }],
	])(
		'%s keeps looking for the late ones that it had not reached',
		async (_, { fault, seconds }) => {
			const { state } = simulator;
			const trigger = start(simulator);
			await trigger.poll();
			const since = state.activities.lastId;
			const burst = state.burst(1_500);
			for (const { id } of burst.filter((__, at) => at % 2 === 0)) {
				state.activities.hide(id, state.now() + 30);
			}
			const told = ids(await trigger.poll());
			expect(told).toHaveLength(750);
			clock.pass(60);
			state.burst(2_000);
			if (fault) {
				simulator.faults.add({
					...{ kind: 'throttle', retryAfterSeconds: 60 },
					...{ path: /^\/v2\/devices/, skip: 2 },
				});
			}
			clock.slow(simulator, seconds ?? 0);
			told.push(...ids(await trigger.poll()));
			expect(told.length).toBeLessThan(3_500);
			clock.slow(simulator, 0);
			for (let minute = 0; minute < 17; minute++) {
				clock.pass(60);
				told.push(...ids(await trigger.poll()));
			}
			expect([...told].sort()).toEqual(idsAbove(simulator, since));
		},
	);
});

describe('Where NinjaOne orders activities by time', () => {
	it('a backlog is told whole and once, with times in the future and in the past', async () => {
		const { state } = byTime;
		const trigger = start(byTime);
		await trigger.poll();
		const since = state.activities.lastId;
		state.addActivity({ activityTime: state.now() + 999_999 });
		state.burst(5_000);
		state.addActivity({ activityTime: state.now() + 999_999 });
		const told = ids(await trigger.poll());
		expect(told).toEqual(idsAbove(byTime, since));
		expect(await trigger.poll()).toBeNull();
	});

	it('a beginning takes the highest id, not the first row', async () => {
		const { state } = byTime;
		state.addActivity({ activityTime: state.now() + 999_999 });
		state.burst(800);
		const trigger = start(byTime);
		await trigger.poll();
		expect(await trigger.poll()).toBeNull();
		const { id } = state.addActivity();
		expect(ids(await trigger.poll())).toEqual([id]);
	});
});

describe('A page', () => {
	it('that the server cuts below what was asked for hides nothing', async () => {
		const { state } = capped;
		const trigger = start(capped);
		await trigger.poll();
		const since = state.activities.lastId;
		state.burst(3_000);
		expect(ids(await trigger.poll())).toEqual(idsAbove(capped, since));
		state.burst(700);
		expect(await trigger.poll()).toHaveLength(700);
		expect(await trigger.poll()).toBeNull();
	});

	it('that is short without being cut is asked for a second time once, not in every poll', async () => {
		const { state } = simulator;
		const trigger = start(simulator);
		await trigger.poll();
		state.burst(300);
		await trigger.poll();
		simulator.requests.clear();
		await trigger.poll();
		expect(feedRequests(simulator)).toHaveLength(1);
	});

	it('that has a row twice gives it once', async () => {
		const { state } = simulator;
		const trigger = start(simulator);
		await trigger.poll();
		const { id } = state.addActivity();
		const original = state.activities.newestFirst.bind(state.activities);
		jest.spyOn(state.activities, 'newestFirst').mockImplementation(function* (above, below) {
			for (const entry of original(above, below)) yield* [entry, entry];
		});
		expect(ids(await trigger.poll())).toEqual([id]);
	});
});

describe('Ids that begin anew', () => {
	it('below the bookmark are noticed at once, and nothing that happened since is lost', async () => {
		const anew = byTime;
		const { state } = anew;
		const trigger = start(anew);
		await trigger.poll();
		clock.pass(60);
		const before = state.addActivity();
		expect(ids(await trigger.poll())).toEqual([before.id]);
		clock.pass(1);
		state.activities.beginAnew(500);
		clock.pass(59);
		const added = [state.addActivity(), state.addActivity()];
		expect(ids(await trigger.poll())).toEqual(added.map(({ id }) => id));
		expect(trigger.warnings.join()).toMatch(/begun anew/);
		clock.pass(60);
		const next = state.addActivity();
		expect(ids(await trigger.poll())).toEqual([next.id]);
	});

	it('are not taken for a server that is behind the others for a moment', async () => {
		const { state } = simulator;
		const trigger = start(simulator);
		await trigger.poll();
		clock.pass(60);
		const [one, two] = [state.addActivity(), state.addActivity()];
		expect(ids(await trigger.poll())).toEqual([one.id, two.id]);
		const behind = jest.spyOn(state.activities, 'lastId', 'get').mockReturnValue(one.id);
		clock.pass(60);
		expect(await trigger.poll()).toBeNull();
		behind.mockRestore();
		expect(await trigger.poll()).toBeNull();
		expect(trigger.warnings).toEqual([]);
	});

	it('above what is looked back at are noticed after five minutes', async () => {
		const { state } = byTime;
		const trigger = start(byTime);
		await trigger.poll();
		for (let at = 0; at < 20; at++) state.addActivity({ activityTime: state.now() });
		expect(await trigger.poll()).toHaveLength(20);
		const { bookmark } = trigger.held().state as { bookmark: number };
		clock.pass(1);
		state.activities.beginAnew(bookmark - 10);
		const told: unknown[] = [];
		const added: number[] = [];
		for (let minute = 0; minute < 8; minute++) {
			clock.pass(60);
			if (minute % 3 === 0) added.push(state.addActivity({ activityTime: state.now() }).id);
			told.push(...ids(await trigger.poll()));
		}
		expect(told).toEqual(added);
		expect(trigger.warnings.join()).toMatch(/begun anew/);
	});
});
