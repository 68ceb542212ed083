import type { FastifyInstance } from 'fastify';
import type { Faults } from './faults/faults';
import type { Authority } from './oauth/authority';
import type { Settings } from './options';
import type { RequestLog } from './requestLog';
import type { State } from './state/state';
import type { Webhooks } from './webhooks/webhooks';

/** Everything that one simulator is made of. */
export interface Context {
	settings: Settings;
	state: State;
	authority: Authority;
	requests: RequestLog;
	faults: Faults;
	webhooks: Webhooks;
}

/** Adds the routes of one part of the API. */
export type Routes = (app: FastifyInstance, context: Context) => void;
