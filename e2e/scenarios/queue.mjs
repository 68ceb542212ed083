/** n8n in queue mode: who does what, how often the token is fetched, and what the loss of a worker costs. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../playground/prepare.mjs';
import { readCompose } from '../queue/compose.mjs';
import { createFleet, EXECUTIONS } from '../queue/fleet.mjs';
import { createPlant } from '../queue/plant.mjs';
import { loseWorker, loseWorkerAsItComes } from '../queue/loss.mjs';
import { until } from '../lib/until.mjs';
import { isEnded } from '../lib/workflows.mjs';
import { differences, isExact } from '../trigger/tally.mjs';

export const title = 'Queue mode: two workers share the work, and a killed one loses no event';

/** Answers take a while, so that executions overlap. */
const SIZE = { devices: 200, organizations: 5, latency: 100 };
const BURSTS = 5;

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	await checkCompose(context);
	const simulator = await context.startSimulator(SIZE);
	const plant = await createPlant(context, { simulator });
	const { rig } = plant;
	const { status, error } = rig.activation;
	context.check('n8n activates the trigger', status === 'published', error ?? status);
	const fleet = await createFleet({ n8n: rig.n8n(), simulator });
	const place = { simulator, plant, fleet, rig };

	const work = [
		await shareWork(context, place, 'with a credential that nobody has used yet'),
		await shareWork(context, place, 'with a token'),
	];
	await simulator.act('tokens/expire', {});
	work.push(await shareWork(context, place, 'with a token that has expired'));
	const [fresh, warm, expired] = work.map(({ tokens }) => tokens);
	context.check('a stored token is fetched no second time', warm === 0, warm);
	context.check('an expired token is renewed once for each credential', expired <= 2, expired);
	context.check(
		`a credential without a token costs no more than one request a place (${fresh})`,
		fresh <= plant.places * plant.workers.length,
		fresh,
	);

	for (let count = 0; count < BURSTS; count++) {
		await rig.burst(3);
		await rig.nextRequest('/v2/activities');
	}
	const found = differences(await rig.quiet(), rig.expected());
	context.check('the trigger tells each event once', isExact(found), found);

	const loss = await loseWorker(context, place);
	// It takes a minute, proves nothing about the package, and docs/scaling.md has the figure.
	const asItComes = context.rounds > 1 && (await loseWorkerAsItComes(context, place));
	await context.keep('figures', { work, loss, asItComes });
	context.check('Redis and PostgreSQL have stopped', await plant.stop());
}

/** That it builds what is tried here, and that main and workers have all in common. */
async function checkCompose({ check }) {
	const { image, main, worker } = await readCompose();
	const { name, version } = await readManifest('package.json');
	const { dependencies } = await readManifest('playground/package.json');
	check(
		'docs/compose.yaml has this n8n and this version of the package',
		image.includes(`n8n:${dependencies.n8n}`) && image.includes(`${name}@${version}`),
		image,
	);
	check(
		'its workers have all the settings of main',
		Object.entries(main).every(([key, value]) => worker[key] === value),
		worker,
	);
}

const readManifest = async (path) => JSON.parse(await readFile(join(ROOT, path), 'utf8'));

/** Forty executions, by both workers. */
async function shareWork({ check, log }, { simulator, plant, fleet }, how) {
	const name = `Seen ${how}`;
	const before = await tokens(simulator);
	const began = Date.now();
	const ended = await outcomes(await fleet.orderAll(name));
	const seconds = (Date.now() - began) / 1000;
	const fetched = (await tokens(simulator)) - before;
	const shares = await Promise.all(plant.workers.map((worker) => share(plant, worker, ended)));
	log(`${how}: ${shares.join(' + ')} executions in ${seconds} s, ${fetched} token requests`);
	check(
		`${EXECUTIONS} executions ${how} succeed`,
		ended.length === EXECUTIONS && ended.every(({ status }) => status === 'success'),
		ended.map(({ status }) => status),
	);
	const named = await fleet.named(name);
	check('each has changed its device', named === EXECUTIONS, named);
	check('both workers have a good share', Math.min(...shares) >= EXECUTIONS / 4, shares);
	return { how, shares, seconds, tokens: fetched };
}

/** Waits until all orders have ended. */
const outcomes = (ordered) =>
	until(
		`${EXECUTIONS} executions have ended`,
		async () => {
			const orders = await ordered();
			return orders.length >= EXECUTIONS && orders.every(isEnded) && orders;
		},
		{ timeoutMs: 180_000 },
	);

async function share(plant, worker, executions) {
	const begun = new Set(await plant.begunBy(worker));
	return executions.filter(({ id }) => begun.has(id)).length;
}

const tokens = async (simulator) =>
	(await simulator.look(`requests?path=${encodeURIComponent('^/ws/oauth/token$')}`)).length;
