import { activate, waitingFor, type ActiveTrigger } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const fleet = { devices: 60, organizations: 3, alerts: 5, activities: 200 };
const newest = withSimulator({ ...fleet, activityPages: 'newest' });
const oldest = withSimulator({ ...fleet, activityPages: 'oldest' });

const isFeed = /^\/v2\/activities$/;
/** Requests that a poll below has time for; what the batches take beyond the feed is much the same. */
const enough = 14;

/** Lets time pass with requests instead of by the clock, so that a poll ends after so many of them. */
function withTimeFor(requests: number, { requests: log }: typeof newest) {
	const begun = Date.now();
	const passed = log.all().length;
	return jest.spyOn(Date, 'now').mockImplementation(() => {
		const share = (log.all().length - passed) / requests;
		return begun + Math.floor(share * 45_000);
	});
}

describe.each([
	['newest', newest],
	['oldest', oldest],
] as const)('Behind a long pause, where a full page holds the %s rows,', (_, simulator) => {
	const { state, requests } = simulator;
	const start = (row: object = { event: 'newActivity' }) =>
		activate({ parameters: waitingFor(row as never), credential: credentialFor(simulator) });
	const idsAbove = (id: number) =>
		[...state.activities.oldestFirst(id, Infinity)].map((entry) => entry.id);

	afterEach(() => {
		jest.restoreAllMocks();
	});

	async function pollBriefly(trigger: ActiveTrigger): Promise<number[]> {
		const clock = withTimeFor(enough, simulator);
		const items = (await trigger.poll()) ?? [];
		clock.mockRestore();
		return items.map(({ activityId }) => Number(activityId));
	}

	it('each poll gets on as far as its time allows, in order and without a gap', async () => {
		const trigger = start();
		await trigger.poll();
		const since = state.activities.lastId;
		state.burst(24_000);
		const told: number[] = [];
		let polls = 0;
		while (told.length < 24_000) {
			const ids = await pollBriefly(trigger);
			expect(ids.length).toBeGreaterThan(0);
			told.push(...ids);
			polls += 1;
		}
		expect(polls).toBeGreaterThan(5);
		expect(told).toEqual(idsAbove(since));
		expect(await trigger.poll()).toBeNull();
	});

	it('polls with time enough take little more than a request for each thousand, and no more than an execution bears', async () => {
		const trigger = start({ event: 'ticketCreated' });
		await trigger.poll();
		state.burst(12_000, { statusCode: 'NODE_UPDATED' });
		state.openTicket();
		state.burst(12_000, { statusCode: 'NODE_UPDATED' });
		requests.clear();
		expect(await trigger.poll()).toHaveLength(1);
		// Narrowed by NinjaOne itself.
		expect(requests.matching({ path: isFeed })).toHaveLength(1);

		const all = start();
		await all.poll();
		state.burst(24_000);
		requests.clear();
		const counts = [await all.poll(), await all.poll(), await all.poll()];
		expect(requests.matching({ path: isFeed }).length).toBeLessThanOrEqual(66);
		// No more than an execution bears.
		expect(counts[0]?.length).toBeLessThan(11_000);
		expect(counts.flat()).toHaveLength(24_000);
	});

	it('rows whose ids are far apart are found, also where they are dense in one place', async () => {
		const trigger = start({
			event: 'newActivity',
			activityFilters: { statusCodes: ['SYSTEM_REBOOTED'] },
		});
		await trigger.poll();
		const since = state.activities.lastId;
		const reboots = { statusCode: 'SYSTEM_REBOOTED' };
		state.burst(5, reboots);
		state.burst(20_000, { statusCode: 'NODE_UPDATED' });
		state.burst(4_000, reboots);
		state.burst(3_000, { statusCode: 'NODE_UPDATED' });
		state.burst(1_200, reboots);
		const ids = (await trigger.poll())?.map(({ activityId }) => activityId);
		const wanted = [...state.activities.oldestFirst(since, Infinity)].filter(
			({ statusCode }) => statusCode === 'SYSTEM_REBOOTED',
		);
		expect(ids).toEqual(wanted.map(({ id }) => id));
		expect(await trigger.poll()).toBeNull();
	});

	it('a fault in a later batch keeps what was read and leaves the rest to the next poll', async () => {
		const trigger = start();
		await trigger.poll();
		const since = state.activities.lastId;
		state.burst(2_500);
		simulator.faults.add({
			...{ kind: 'throttle', retryAfterSeconds: 60 },
			...{ path: /^\/v2\/devices/, skip: 4 },
		});
		const first = (await trigger.poll()) ?? [];
		expect(first.length).toBeGreaterThanOrEqual(500);
		expect(first.length).toBeLessThan(2_500);
		expect(trigger.warnings.join()).toMatch(/a part was read, the rest follows/);
		const second = (await trigger.restart().poll()) ?? [];
		expect([...first, ...second].map(({ activityId }) => activityId)).toEqual(idsAbove(since));
	});
});
