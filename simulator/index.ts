import type { FastifyInstance } from 'fastify';
import type { Context } from './context';
import { emitAnswers } from './contractCheck';
import { createFaults } from './faults/faults';
import { watch } from './faults/hooks';
import { createAuthority } from './oauth/authority';
import { reshapeAnswers } from './optionals';
import { type Optionals, settingsOf, type SimulatorOptions } from './options';
import { createRequestLog } from './requestLog';
import { routes } from './routes';
import { createServer } from './server';
import { createState } from './state/create';
import { createWebhooks } from './webhooks/webhooks';

export { apps, type App } from './oauth/apps';
export type { Authority } from './oauth/authority';
export { optionalsModes, type Optionals, optionTable } from './options';
export type { Answer, SimulatorOptions } from './options';
export type { LoggedRequest, RequestLog, RequestPattern } from './requestLog';
export type { Fault, Faults, Hanging } from './faults/faults';
export type { Job, JobProgress, Jobs, JobWish } from './state/jobs';
export type { State } from './state/state';
export type { Delivery } from './webhooks/deliver';
export type { Webhook, Webhooks } from './webhooks/webhooks';

/** A NinjaOne on loopback. */
export interface Simulator extends Omit<Context, 'settings'> {
	/** Its address, once started, such as `http://127.0.0.1:40123`. */
	readonly url: string;
	/** What becomes of the properties that an answer need not have; can be changed while it runs. */
	optionals: Optionals;
	/** @param port any free one by default. @returns the address */
	start(port?: number, host?: string): Promise<string>;
	/** Ends at once, open and hanging connections too. */
	stop(): Promise<void>;
}

export function createSimulator(options: SimulatorOptions = {}): Simulator {
	const settings = settingsOf(options);
	const state = createState(settings);
	const parts = {
		state,
		authority: createAuthority(settings),
		requests: createRequestLog(),
		faults: createFaults(),
		webhooks: createWebhooks(state, settings),
	};
	const context: Context = { settings, ...parts };
	let running: { app: FastifyInstance; url: string } | undefined;

	return {
		...parts,
		get optionals() {
			return settings.optionals;
		},
		set optionals(mode) {
			settings.optionals = mode;
		},
		get url() {
			if (!running) throw new Error('The simulator is not started');
			return running.url;
		},
		async start(port = 0, host = '127.0.0.1') {
			if (running) return running.url;
			const app = createServer();
			emitAnswers(app, settings);
			watch(app, context);
			reshapeAnswers(app, context);
			routes(app, context);
			const url = await app.listen({ port, host });
			running = { app, url };
			parts.webhooks.start();
			return url;
		},
		async stop() {
			const { app } = running ?? {};
			running = undefined;
			parts.webhooks.stop();
			await app?.close();
		},
	};
}
