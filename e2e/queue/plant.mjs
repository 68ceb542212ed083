/** n8n in queue mode: Redis, PostgreSQL, a main process with an active trigger, and workers. */

import { readFile } from 'node:fs/promises';
import { createRig, NODES } from '../trigger/rig.mjs';
import { common, readCompose } from './compose.mjs';
import { startPostgres, startRedis } from './servers.mjs';
import { workflow as fleet } from './fleet.mjs';

const WORKERS = ['worker-1', 'worker-2'];

/** What the compose file cannot know. */
const HERE = {
	N8N_ENCRYPTION_KEY: 'the same for main and workers',
	NODES_INCLUDE: JSON.stringify([...NODES, ...fleet.nodes.map(({ type }) => type)]),
	// Seconds; five unless told otherwise, and our trigger polls every three.
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
};

/** As n8n comes, only sooner; milliseconds. It waits a minute, renews every ten seconds and looks every thirty. */
export const LOOKS_FOR_LOST_JOBS = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** How long the trigger's executions take: time enough to kill a worker in one. */
const WORK_SECONDS = 8;

/** @param {import('../lib/context.mjs').Context} context */
export async function createPlant(context, { simulator }) {
	const servers = await Promise.all([startRedis(context), startPostgres(context)]);
	const found = Object.assign({}, HERE, ...servers.map(({ settings }) => settings));
	const compose = await readCompose();
	const env = { ...common(compose.main), ...found };
	const rig = await createRig(context, { simulator, env, workSeconds: WORK_SECONDS });
	const workers = new Map();
	const begin = async (home, more) => {
		const worker = { ...common(compose.worker), ...found, ...more };
		workers.set(home, await context.startWorker({ home, env: worker }));
	};
	await Promise.all(WORKERS.map((home) => begin(home)));
	return {
		rig,
		/** Starts a worker again, with other settings if need be. */
		begin,
		/** Names of the workers. */
		workers: WORKERS,
		/** Executions that one of them takes at once. */
		places: Number(compose.worker.N8N_CONCURRENCY_PRODUCTION_LIMIT),
		kill: (home) => workers.get(home).kill(),
		end: (home) => workers.get(home).stop(),
		/** The ids of the executions that a worker has begun since it was started. */
		async begunBy(home) {
			const text = await readFile(workers.get(home).log, 'utf8');
			return [...text.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id);
		},
		async stop() {
			await Promise.all([...workers.values()].map((worker) => worker.stop()));
			await rig.n8n().stop();
			await Promise.all(servers.map((server) => server.stop()));
			return (await Promise.all(servers.map((server) => server.accepts()))).every((open) => !open);
		},
	};
}
