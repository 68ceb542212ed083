import { get, post } from '../endpoint';
import { whole } from '../paging';

export const scripts = get('/v2/automation/scripts', { paging: whole });
/** What a device really offers: scripts and built-in actions, and who they can run as. */
export const scriptingOptions = get('/v2/device/{id}/scripting/options');
/** Repeated, it runs twice: NinjaOne knows no idempotency key. */
export const scriptRun = post('/v2/device/{id}/script/run', {
	effect: 'dispatch',
	grant: 'user',
	answers: 'any',
});
