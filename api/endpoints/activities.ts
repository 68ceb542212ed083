import { get } from '../endpoint';
import { activityPages, newerActivityPages } from '../paging';

/** NinjaOne's log of what happens, on devices and in the system. */
export const activities = {
	list: get('/v2/activities', { paging: activityPages }),
	/** The fleet's activities above an id, for following what was started. */
	newer: get('/v2/activities', { paging: newerActivityPages }),
	/** One answer of the log as it is; feed.ts reads stretches of ids by it. */
	page: get('/v2/activities', { answers: 'any' }),
};
