import type { FastifyInstance } from 'fastify';
import type { Faults } from './faults/faults';
import type { Authority } from './oauth/authority';
import type { Settings } from './options';
import type { RequestLog } from './requestLog';
import type { State } from './state/state';
import type { Webhooks } from './webhooks/webhooks';

/** Everything that one simulator is made of. */
export interface Context {
	readonly settings: Settings;
	/** The living data: what is changed here is answered from then on. */
	readonly state: State;
	/** Apps and tokens. */
	readonly authority: Authority;
	/** Every request that arrived. */
	readonly requests: RequestLog;
	/** What is to go wrong. */
	readonly faults: Faults;
	/** Webhooks, and what they delivered. */
	readonly webhooks: Webhooks;
}

/** Adds the routes of one part of the API. */
export type Routes = (app: FastifyInstance, context: Context) => void;
