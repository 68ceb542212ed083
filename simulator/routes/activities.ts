import type { Activity } from '../../contracts';
import { type Context, type Routes } from '../context';
import { filterOf, found, idOf, queryOf } from '../input';
import { take } from '../paging';
import { integer, moment, type Query, text, texts } from '../query';
import { failure } from '../refusal';

type Test = (activity: Activity) => boolean;

export const activityRoutes: Routes = (app, context) => {
	const { state } = context;

	app.get('/v2/activities', (request) => {
		const query = queryOf(request);
		const tests = [
			...seriesTests(query),
			...accountTests(query, context),
			isOneOf(query, 'type', 'activityType'),
		];
		const ofDevice = filterOf(request, state);
		if (ofDevice) {
			tests.push(({ deviceId = 0 }) => {
				const device = state.devices.get(deviceId);
				return device !== undefined && ofDevice(device);
			});
		}
		return { lastActivityId: state.activities.lastId, activities: page(context, query, tests) };
	});

	app.get('/v2/device/:id/activities', (request) => {
		const query = queryOf(request);
		const { id } = found(state.devices.get(idOf(request)), 'device');
		const isTheirs: Test = ({ deviceId }) => deviceId === id;
		const tests = [isTheirs, ...seriesTests(query), isOneOf(query, 'activityType', 'activityType')];
		const [newest] = take(state.activities.newestFirst(0, Infinity), 1, isTheirs);
		return {
			lastActivityId: state.activities.lastId,
			lastNodeActivityId: newest?.id ?? 0,
			activities: page(context, query, tests),
		};
	});
};

/** A page is newest first in every case; the setting says which rows a page above `newerThan` is made of. */
function page({ state, settings }: Context, query: Query, tests: Test[]): Activity[] {
	const asked = integer(query, 'pageSize', { least: 10, most: 1000 }) ?? 200;
	const size = Math.min(asked, settings.activityPageCap);
	const above = integer(query, 'newerThan');
	const below = integer(query, 'olderThan') ?? Infinity;
	const keep: Test = (activity) => tests.every((test) => test(activity));
	if (settings.activityOrder === 'time') {
		return take(state.activities.newestFirst(above ?? 0, below), Infinity, keep)
			.sort((a, b) => b.activityTime - a.activityTime)
			.slice(0, size);
	}
	if (above === undefined || settings.activityPages === 'newest') {
		return take(state.activities.newestFirst(above ?? 0, below), size, keep);
	}
	return take(state.activities.oldestFirst(above, below), size, keep).reverse();
}

/** Passes what has one of the values of a parameter, which is repeated for several; anything when it is not given. */
function isOneOf(query: Query, parameter: string, field: keyof Activity): Test {
	const wanted: unknown[] = texts(query, parameter);
	return (activity) => wanted.length === 0 || wanted.includes(activity[field]);
}

const seriesTests = (query: Query) => [
	isOneOf(query, 'status', 'statusCode'),
	isOneOf(query, 'seriesUid', 'seriesUid'),
];

/** What only the account's feed understands. */
function accountTests(query: Query, { state }: Context): Test[] {
	const after = moment(query, 'after') ?? -Infinity;
	const before = moment(query, 'before') ?? Infinity;
	return [
		isOneOf(query, 'sourceConfigUid', 'sourceConfigUid'),
		({ activityTime }) => activityTime > after && activityTime < before,
		classTest(text(query, 'class') ?? 'ALL'),
		userTest(text(query, 'user'), state.users.all()),
	];
}

function classTest(name: string): Test {
	if (name === 'ALL') return () => true;
	if (!['SYSTEM', 'DEVICE', 'USER'].includes(name)) throw failure(400, `Unknown class ${name}`);
	return (activity) => classOf(activity) === name;
}

/** Whom an entry is about. */
function classOf({ deviceId, userId }: Activity): string {
	if (deviceId !== undefined) return 'DEVICE';
	return userId === undefined ? 'SYSTEM' : 'USER';
}

/** A user is named by id or by mail address. */
function userTest(user: string | undefined, users: readonly { id: number; email: string }[]): Test {
	if (user === undefined) return () => true;
	const ids = new Set(
		users.filter(({ id, email }) => [String(id), email].includes(user)).map(({ id }) => id),
	);
	return ({ userId = 0 }) => ids.has(userId);
}
