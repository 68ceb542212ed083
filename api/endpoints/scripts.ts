import { get, post } from '../endpoint';
import { whole } from '../paging';

export const scripts = {
	list: get('/v2/automation/scripts', { paging: whole }),
	/** What a device really offers: scripts and built-in actions, and who they can run as. */
	options: get('/v2/device/{id}/scripting/options'),
	/** Repeated, it runs twice: NinjaOne knows no idempotency key. */
	run: post('/v2/device/{id}/script/run', { effect: 'dispatch', grant: 'user', answers: 'any' }),
};
