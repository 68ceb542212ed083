import type { Activity } from '../../contracts';
import type { Context, Routes } from '../context';
import {
	deviceTest,
	type Filter,
	type Filters,
	isAfter,
	isBefore,
	isOneOf,
	testOf,
} from '../filters';
import { take } from '../paging';
import { integer, type Query, text } from '../query';
import { failure } from '../refusal';
import { serve } from '../serve';
import type { State } from '../state/state';
import { deviceOf } from './devices';

type Test = (activity: Activity) => boolean;

export const activityRoutes: Routes = (app, context) => {
	const { state } = context;

	serve(app, {
		'GET /v2/activities'({ query, request }) {
			const isMeant = testOf(query, accountFilters(state));
			const isTheirs = deviceTest(request, state);
			return {
				lastActivityId: state.activities.lastId,
				activities: page(context, query, (activity) => isMeant(activity) && isTheirs(activity)),
			};
		},
		'GET /v2/device/{id}/activities'(call) {
			const { id } = deviceOf(context, call);
			const isTheirs: Test = ({ deviceId }) => deviceId === id;
			const isMeant = testOf(call.query, { ...filters, activityType: isOneOf('activityType') });
			const [newest] = take(state.activities.newestFirst(0, Infinity), 1, isTheirs);
			const keep: Test = (activity) => isTheirs(activity) && isMeant(activity);
			return {
				lastActivityId: state.activities.lastId,
				lastNodeActivityId: newest?.id ?? 0,
				activities: page(context, call.query, keep),
			};
		},
	});
};

/** A page is newest first in every case; the setting says which rows a page above `newerThan` is made of. */
function page({ state, settings }: Context, query: Query, keep: Test): Activity[] {
	const asked = integer(query, 'pageSize', { least: 10, most: 1000 }) ?? 200;
	const size = Math.min(asked, settings.activityPageCap);
	const above = integer(query, 'newerThan');
	const below = integer(query, 'olderThan') ?? Infinity;
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

const filters = { status: isOneOf('statusCode'), seriesUid: isOneOf('seriesUid') };

/** What the account's feed understands. */
const accountFilters = ({ users }: State): Filters<Activity> => ({
	...filters,
	type: isOneOf('activityType'),
	sourceConfigUid: isOneOf('sourceConfigUid'),
	after: isAfter('activityTime'),
	before: isBefore('activityTime'),
	class: isOfClass,
	/** A user is named by id or by mail address. */
	user: (query, parameter) => {
		const wanted = text(query, parameter);
		if (wanted === undefined) return undefined;
		const meant = users.all().filter(({ id, email }) => [String(id), email].includes(wanted));
		const ids = new Set(meant.map(({ id }) => id));
		return ({ userId = 0 }) => ids.has(userId);
	},
});

const isOfClass: Filter<Activity> = (query, parameter) => {
	const name = text(query, parameter) ?? 'ALL';
	if (name === 'ALL') return undefined;
	if (!['SYSTEM', 'DEVICE', 'USER'].includes(name)) throw failure(400, `Unknown class ${name}`);
	return (activity) => classOf(activity) === name;
};

/** Whom an entry is about. */
function classOf({ deviceId, userId }: Activity): string {
	if (deviceId !== undefined) return 'DEVICE';
	return userId === undefined ? 'SYSTEM' : 'USER';
}
