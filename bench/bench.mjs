/**
 * Measures speed and memory against a simulated NinjaOne, and says whether the targets are met.
 *
 *   npm run bench                     everything, as a table
 *   npm run bench -- --only a,c       some measures
 *   npm run --silent bench -- --json  for tools
 */
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run, stopChildren, stopOnSignal } from '../playground/processes.mjs';
import { build } from './build.mjs';
import { root } from './root.mjs';
import { startSimulator } from './simulator.mjs';
import { table } from './table.ts';

const { values } = parseArgs({
	options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
});

/** The wanted measures of bench/measures, by letter. */
async function measures() {
	const files = readdirSync(join(root, 'bench', 'measures'));
	const modules = await Promise.all(files.map((file) => import(`./measures/${file}`)));
	const all = modules.map(({ measure }) => measure);
	const letters = values.only?.split(',') ?? all.map(({ letter }) => letter);
	return letters.sort().map((letter) => {
		const found = all.find((measure) => measure.letter === letter);
		if (found) return found;
		throw new Error(`There is no measure "${letter}"`);
	});
}

/** Runs one measure; the simulators that it started end with it. */
async function figuresOf(measure) {
	const simulators = [];
	const bench = {
		build,
		freshProcess,
		async simulator(fleet) {
			simulators.push(await startSimulator(fleet));
			return simulators.at(-1);
		},
	};
	try {
		return await measure.run(bench);
	} finally {
		await Promise.all(simulators.map((simulator) => simulator.stop()));
	}
}

/** @type {import('./measure').Bench['freshProcess']} */
async function freshProcess(script, { flags = [], input = null } = {}) {
	const args = [...flags, join(root, 'bench', 'processes', script), JSON.stringify(input)];
	return JSON.parse(await run(process.execPath, args, { cwd: root }));
}

stopOnSignal();
const figures = [];
try {
	for (const measure of await measures()) {
		console.error(`(${measure.letter}) ${measure.title} ...`);
		figures.push(...(await figuresOf(measure)));
	}
} finally {
	await stopChildren();
}
console.log(values.json ? JSON.stringify(figures, null, 2) : `\n${table(figures)}`);
// Open connections to simulators would keep the process alive for a while.
process.exit(figures.every(({ ok }) => ok) ? 0 : 1);
