/** A worker that is killed while it works, and what becomes of what it had begun. */

import { until } from '../lib/until.mjs';
import { executionsOf, isEnded } from '../lib/workflows.mjs';
import { ID as TRIGGER } from '../trigger/rig.mjs';
import { differences, isExact, keyOf } from '../trigger/tally.mjs';
import { EXECUTIONS } from './fleet.mjs';
import { LOOKS_FOR_LOST_JOBS } from './plant.mjs';

const EVENTS = 5;
const NAME = 'Seen by the last worker';

/** Changes take a while, so that many are under way at any moment. */
const SLOW = { kind: 'latency', method: 'PATCH', ms: 2000, times: 'always' };

/** Kills the worker that has events of the trigger, among other work, and has n8n do again what it had begun. */
export async function loseWorker({ check, log }, { simulator, plant, fleet, rig }) {
	const keys = await rig.burst(EVENTS);
	const { worker, execution } = await workOnEvents(plant, rig);
	await simulator.act('faults', SLOW);
	const ordered = await fleet.orderAll(NAME);
	const workOf = async () => await begunButNotEnded(plant, worker, await ordered());
	await until('it works on orders, too', async () => (await workOf()).length > 1);
	await plant.kill(worker);
	log(`killed ${worker}`);

	const cut = await until('the other worker has done the rest', async () => {
		const orders = await ordered();
		const open = await begunButNotEnded(plant, worker, orders);
		return orders.filter(isEnded).length + open.length === EXECUTIONS && open;
	});
	await simulator.remove('faults');
	const rest = (await ordered()).filter(isEnded);
	check(
		`a killed worker takes only what it had begun (${cut.length} of ${EXECUTIONS} orders)`,
		cut.length < plant.places && rest.every(({ status }) => status === 'success'),
		rest,
	);

	await plant.begin(worker);
	const lost = [execution, ...cut.map(({ id }) => id)];
	const left = await Promise.all(lost.map((id) => rig.n8n().execution(id)));
	const [{ waiting }] = left;
	check('the execution that was cut off keeps its events', same(waiting.map(keyOf), keys), waiting);
	const orphans = lost.filter((id, at) => !isEnded(left[at]));
	log(`n8n calls ${lost.length - orphans.length} crashed, and ${orphans.length} running`);
	await rig.retry(lost);
	for (const id of orphans) await rig.n8n().rest('POST', `executions/${id}/stop`);
	const found = differences(await rig.quiet(), rig.expected());
	check('Retry does it: each event is done, and none twice', isExact(found), found);
	const named = await fleet.named(NAME);
	check('and each order', named === EXECUTIONS, named);
	return {
		orders: EXECUTIONS,
		cutOff: lost.length,
		calledCrashed: lost.length - orphans.length,
		events: keys.length,
		eventsLost: found.missing.length,
	};
}

/** The same where workers look for lost jobs, as they do unless told otherwise. Nothing is demanded of it. */
export async function loseWorkerAsItComes({ log }, { plant, rig }) {
	for (const worker of plant.workers) {
		await plant.end(worker);
		await plant.begin(worker, LOOKS_FOR_LOST_JOBS);
	}
	const keys = await rig.burst(EVENTS);
	const { worker, execution } = await workOnEvents(plant, rig);
	await plant.kill(worker);
	const began = Date.now();
	const ended = await until(
		'n8n has noticed',
		async () => {
			const now = await rig.n8n().execution(execution);
			return isEnded(now) && now;
		},
		{ timeoutMs: 180_000 },
	);
	const seconds = Math.round((Date.now() - began) / 1000);
	const eventsLost = keys.length - ended.waiting.length;
	log(
		`with n8n's search for lost jobs: ${ended.status} after ${seconds} s, ${eventsLost} events gone`,
	);
	return { events: keys.length, eventsLost, status: ended.status, seconds, error: ended.error };
}

/** Waits until a worker has an execution of the trigger's. */
async function workOnEvents(plant, rig) {
	return await until('a worker has begun with the events', async () => {
		const executions = await executionsOf(rig.n8n(), TRIGGER);
		for (const worker of plant.workers) {
			const [open] = await begunButNotEnded(plant, worker, executions);
			if (open) return { worker, execution: open.id };
		}
	});
}

async function begunButNotEnded(plant, worker, executions) {
	const begun = new Set(await plant.begunBy(worker));
	return executions.filter((execution) => begun.has(execution.id) && !isEnded(execution));
}

const same = (some, others) => [...some].sort().join() === [...others].sort().join();
