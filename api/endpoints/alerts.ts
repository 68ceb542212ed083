import { del, get, post } from '../endpoint';
import { activityPages, newerActivityPages, whole } from '../paging';

export const alerts = get('/v2/alerts', { paging: whole });
export const deviceAlerts = get('/v2/device/{id}/alerts', { paging: whole });

/**
 * Resets end one alert for good: a condition that holds raises a new alert with a new uid. So a repeated reset can
 * clear nothing else, and one that finds the alert gone after a lost answer has been carried out.
 */
export const alertReset = del('/v2/alert/{uid}', { goneMeansDone: true });
export const alertResetWithData = post('/v2/alert/{uid}/reset', {
	repeatable: true,
	goneMeansDone: true,
});

export const activities = get('/v2/activities', { paging: activityPages });
export const deviceActivities = get('/v2/device/{id}/activities', { paging: activityPages });
/** The fleet's activities above an id, for following what was started. */
export const newerActivities = get('/v2/activities', { paging: newerActivityPages });
/** One answer of the log as it is; feed.ts reads stretches of ids by it. */
export const activityLog = get('/v2/activities', { answers: 'any' });
