import { del, put } from '../endpoint';

/**
 * The one configuration that NinjaOne keeps for an API app; nobody can read it. It replaces what was set before. The
 * scope Monitoring is enough, for an administrator of the system.
 */
export const webhooks = {
	configure: put('/v2/webhook', { scope: 'monitoring' }),
	disable: del('/v2/webhook', { goneMeansDone: true, scope: 'monitoring' }),
};
