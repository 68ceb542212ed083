import type { Activity } from '../../contracts';
import { eachTest, during } from './client';

interface Feed {
	lastActivityId: number;
	lastNodeActivityId?: number;
	activities: Activity[];
}

const session = eachTest({ activities: 500 });
const feed = (query = '') => session().get<Feed>(`/v2/activities?${query}`);
const ids = ({ activities }: Feed) => activities.map(({ id }) => id);
const newest = 1_000_500;

describe('the feed', () => {
	it('comes newest first, 200 entries a page, with the newest id of the account', async () => {
		const first = await feed();
		expect(ids(first)).toEqual(Array.from({ length: 200 }, (_, at) => newest - at));
		expect(first.lastActivityId).toBe(newest);
	});

	it('goes down with olderThan, which is an id and not included', async () => {
		const page = await feed(`olderThan=${newest - 10}&pageSize=10`);
		expect(ids(page)[0]).toBe(newest - 11);
		expect(page.lastActivityId).toBe(newest);
	});

	it('gives what is above newerThan, which is not included', async () => {
		expect(ids(await feed(`newerThan=${newest - 3}`))).toEqual([newest, newest - 1, newest - 2]);
		expect(ids(await feed(`newerThan=${newest}`))).toEqual([]);
	});

	it('takes both bounds together', async () => {
		const page = await feed(`newerThan=${newest - 5}&olderThan=${newest - 2}`);
		expect(ids(page)).toEqual([newest - 3, newest - 4]);
	});

	it('is complete when paged from the newest to the oldest', async () => {
		const seen: number[] = [];
		for (let bound = newest + 1; ; bound = seen[seen.length - 1]) {
			const page = ids(await feed(`olderThan=${bound}&pageSize=150`));
			seen.push(...page);
			if (page.length < 150) break;
		}
		expect(new Set(seen).size).toBe(500);
	});

	it('holds the newest rows of a full page above newerThan, or the oldest where told so', async () => {
		const query = `newerThan=${newest - 50}&pageSize=10`;
		expect(ids(await feed(query))[0]).toBe(newest);
		await during({ activities: 500, activityPages: 'oldest' }, async (other) => {
			const page = ids(await other.get<Feed>(`/v2/activities?${query}`));
			expect(page).toEqual(Array.from({ length: 10 }, (_, at) => newest - 40 - at));
		});
	});

	it('grows by what happens', async () => {
		const { id } = session().simulator.state.addActivity({ deviceId: 7, message: 'Hello' });
		expect(id).toBe(newest + 1);
		expect((await feed(`newerThan=${newest}`)).activities).toMatchObject([
			{ id, message: 'Hello' },
		]);
	});

	it.each(['pageSize=9', 'pageSize=1001', 'pageSize=all', 'class=NONE', 'after=sometime'])(
		'refuses %s',
		async (query) => {
			expect((await session().call(`/v2/activities?${query}`)).status).toBe(400);
		},
	);

	it.each<[string, (activity: Activity) => boolean]>([
		['type=CONDITION', ({ activityType }) => activityType === 'CONDITION'],
		[
			'type=CONDITION&type=ACTION&status=TRIGGERED&status=COMPLETED',
			({ activityType, statusCode }) =>
				['CONDITION', 'ACTION'].includes(activityType) &&
				['TRIGGERED', 'COMPLETED'].includes(statusCode),
		],
		['status=TRIGGERED', ({ statusCode }) => statusCode === 'TRIGGERED'],
		['class=DEVICE', ({ deviceId }) => deviceId !== undefined],
		['class=USER', ({ deviceId, userId }) => deviceId === undefined && userId !== undefined],
		['user=5001', ({ userId }) => userId === 5001],
	])('filters by %s', async (query, expected) => {
		const { activities } = await feed(`${query}&pageSize=1000`);
		const all = session().simulator.state.activities.all();
		expect(activities).toEqual(all.filter(expected).reverse());
		expect(activities.length).toBeGreaterThan(0);
	});

	it('does not part a filter at its commas', async () => {
		expect((await feed('type=CONDITION,ACTION&pageSize=1000')).activities).toEqual([]);
	});

	it('does not know activityType, which is the name of the filter on a device', async () => {
		expect((await feed('activityType=CONDITION&pageSize=1000')).activities).toHaveLength(500);
	});

	it('filters by time in epoch seconds or as a date', async () => {
		const all = session().simulator.state.activities.all();
		const { activityTime } = all[250];
		const later = all.filter((activity) => activity.activityTime > activityTime).length;
		expect((await feed(`after=${activityTime}&pageSize=1000`)).activities).toHaveLength(later);
		expect((await feed(`before=${activityTime}&pageSize=1000`)).activities).toHaveLength(
			499 - later,
		);
		expect((await feed('after=2999-01-01')).activities).toEqual([]);
	});

	it('has entries that are older than their neighbours, as agents upload late', () => {
		const times = session()
			.simulator.state.activities.all()
			.map(({ activityTime }) => activityTime);
		expect(times.some((time, at) => at > 0 && time < times[at - 1])).toBe(true);
	});
});

describe('the feed of one device', () => {
	it('holds its entries alone, and its newest id beside the account’s', async () => {
		const { state } = session().simulator;
		const mine = state.addActivity({ deviceId: 7 });
		const other = state.addActivity({ deviceId: 8 });
		const page = await session().get<Feed>('/v2/device/7/activities');
		expect(page).toMatchObject({ lastActivityId: other.id, lastNodeActivityId: mine.id });
		expect(new Set(page.activities.map(({ deviceId }) => deviceId))).toEqual(new Set([7]));
	});

	it('filters by activityType', async () => {
		session().simulator.state.addActivity({ deviceId: 7, activityType: 'COMMENT' });
		const page = await session().get<Feed>('/v2/device/7/activities?activityType=COMMENT');
		expect(page.activities).toHaveLength(1);
	});

	it('pages like the account’s', async () => {
		const { state } = session().simulator;
		const added = Array.from({ length: 12 }, () => state.addActivity({ deviceId: 7 }).id).reverse();
		const path = `/v2/device/7/activities?newerThan=${newest}&pageSize=10`;
		expect(ids(await session().get<Feed>(path))).toEqual(added.slice(0, 10));
		expect(ids(await session().get<Feed>(`${path}&olderThan=${added[9]}`))).toEqual(
			added.slice(10),
		);
	});
});
