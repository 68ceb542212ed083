import { del, put } from '../endpoint';

/** The one configuration that NinjaOne keeps for an API app; nobody can read it. It replaces what was set before. */
export const webhookSet = put('/v2/webhook');
export const webhookRemove = del('/v2/webhook', { goneMeansDone: true });
