import { del, get, post } from '../endpoint';
import { whole } from '../paging';

/**
 * Resets end one alert for good: a condition that holds raises a new alert with a new uid. So a repeated reset can
 * clear nothing else, and one that finds the alert gone after a lost answer has been carried out.
 */
export const alerts = {
	list: get('/v2/alerts', { paging: whole }),
	reset: del('/v2/alert/{uid}', { goneMeansDone: true }),
	resetWithData: post('/v2/alert/{uid}/reset', { repeatable: true, goneMeansDone: true }),
};
