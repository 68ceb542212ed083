import type { Activity } from '../../contracts';
import { during, eachTest } from './client';
import { fleetOf } from './fleet';

interface Feed {
	lastActivityId: number;
	lastNodeActivityId?: number;
	activities: Activity[];
}

const { state, get, feed, feedOf } = fleetOf(eachTest({ activities: 500 }));
const idsOf = (activities: readonly Activity[]) => activities.map(({ id }) => id);
const ids = async (query: string) => idsOf(await feed(query));
const newest = 1_000_500;
const down = (from: number, count: number) => Array.from({ length: count }, (_, at) => from - at);

describe('the feed', () => {
	it.each<[string, number[]]>([
		['', down(newest, 200)],
		[`olderThan=${newest - 10}&pageSize=10`, down(newest - 11, 10)],
		[`newerThan=${newest - 3}`, down(newest, 3)],
		[`newerThan=${newest}`, []],
		[`newerThan=${newest - 5}&olderThan=${newest - 2}`, down(newest - 3, 2)],
		[`newerThan=${newest - 50}&pageSize=10`, down(newest, 10)],
	])(
		'%s: newest first, bounds not included, with the newest id of the account',
		async (query, expected) => {
			const { activities, lastActivityId } = await get<Feed>(`/v2/activities?${query}`);
			expect([idsOf(activities), lastActivityId]).toEqual([expected, newest]);
		},
	);

	it('is complete when paged from the newest to the oldest', async () => {
		const seen: number[] = [];
		for (let bound = newest + 1; ; bound = seen[seen.length - 1]) {
			const page = await ids(`olderThan=${bound}&pageSize=150`);
			seen.push(...page);
			if (page.length < 150) break;
		}
		expect(new Set(seen).size).toBe(500);
	});

	it('grows by what happens', async () => {
		const { id } = state().addActivity({ deviceId: 7, message: 'Hello' });
		expect(id).toBe(newest + 1);
		expect(await feed(`newerThan=${newest}`)).toMatchObject([{ id, message: 'Hello' }]);
	});

	const all = () => state().activities.all();
	const middle = () => all()[250].activityTime;
	it.each<[string | (() => string), (activity: Activity) => boolean]>([
		['type=CONDITION', ({ activityType }) => activityType === 'CONDITION'],
		[
			'type=CONDITION&type=ACTION&status=TRIGGERED&status=COMPLETED',
			({ activityType, statusCode }) =>
				['CONDITION', 'ACTION'].includes(activityType) &&
				['TRIGGERED', 'COMPLETED'].includes(statusCode),
		],
		['class=DEVICE', ({ deviceId }) => deviceId !== undefined],
		['class=USER', ({ deviceId, userId }) => deviceId === undefined && userId !== undefined],
		['user=5001', ({ userId }) => userId === 5001],
		[() => `after=${middle()}`, ({ activityTime }) => activityTime > middle()],
		[() => `before=${middle()}`, ({ activityTime }) => activityTime < middle()],
		['after=2999-01-01', () => false],
		// A filter is not parted at its commas, and activityType is the name of the filter on a device.
		['type=CONDITION,ACTION', () => false],
		['activityType=CONDITION', () => true],
	])('filters by %s', async (query, expected) => {
		const asked = typeof query === 'string' ? query : query();
		expect(await feed(`${asked}&pageSize=1000`)).toEqual(all().filter(expected).reverse());
	});

	it('has entries that are older than their neighbours, as agents upload late', () => {
		const times = all().map(({ activityTime }) => activityTime);
		expect(times.some((time, at) => at > 0 && time < times[at - 1])).toBe(true);
	});
});

describe('the feed of one device', () => {
	it('holds its entries alone, and its newest id next to the account’s', async () => {
		const mine = state().addActivity({ deviceId: 7 });
		const other = state().addActivity({ deviceId: 8 });
		const page = await get<Feed>('/v2/device/7/activities');
		expect(page).toMatchObject({ lastActivityId: other.id, lastNodeActivityId: mine.id });
		expect(new Set(page.activities.map(({ deviceId }) => deviceId))).toEqual(new Set([7]));
	});

	it('filters by activityType, and pages like the account’s', async () => {
		const add = () => state().addActivity({ deviceId: 7, activityType: 'COMMENT' });
		const added = idsOf(Array.from({ length: 12 }, add)).reverse();
		expect(idsOf(await feedOf(7, 'activityType=COMMENT'))).toEqual(added);
		const query = `newerThan=${newest}&pageSize=10`;
		expect(idsOf(await feedOf(7, query))).toEqual(added.slice(0, 10));
		expect(idsOf(await feedOf(7, `${query}&olderThan=${added[9]}`))).toEqual(added.slice(10));
	});
});

it('a full page above newerThan is of the oldest rows where the option says so', async () => {
	await during({ activities: 5000, activityPages: 'oldest' }, async (other) => {
		const entries = other.simulator.state.activities.all();
		const page = (query: string) => fleetOf(() => other).feed(query);
		const [from, to] = [1_001_000, 1_004_000];
		const inside = entries.filter(({ id }) => id > from && id < to);
		const triggered = inside.filter(({ statusCode }) => statusCode === 'TRIGGERED');
		const query = `newerThan=${from}&olderThan=${to}&pageSize=20`;
		expect(await page(query)).toEqual(inside.slice(0, 20).reverse());
		expect(await page(`${query}&status=TRIGGERED`)).toEqual(triggered.slice(0, 20).reverse());
		const older = entries.filter(({ id }) => id < to).slice(-10);
		expect(await page(`olderThan=${to}&pageSize=10`)).toEqual(older.reverse());
	});
});
