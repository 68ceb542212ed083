/**
 * `npm run e2e`: scenarios that people will meet, played in a real n8n with a simulated NinjaOne, one after another.
 * Exit code 1 where a check of one failed.
 */

import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { prepare } from '../playground/prepare.mjs';
import { stopOnSignal } from '../playground/processes.mjs';
import { say } from '../playground/progress.mjs';
import { createContext } from './lib/context.mjs';
import { hold, printReport } from './lib/report.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const SCENARIOS = join(HERE, 'scenarios');
const OUT = join(HERE, 'out');

const HELP = `
npm run e2e                            all scenarios
npm run e2e -- trigger webhook         some
npm run e2e -- trigger --rounds 10     what depends on chance ten times over; default 1
npm run e2e -- workflows --only 02     the workflows whose modules begin so
npm run e2e -- editor --pictures       renews the pictures of the README, too
npm run e2e -- --list                  their names
`;

const options = {
	rounds: { type: 'string', default: '1' },
	only: { type: 'string' },
	pictures: { type: 'boolean' },
	list: { type: 'boolean' },
	help: { type: 'boolean' },
};

async function main() {
	const { values, positionals } = parseArgs({ options, allowPositionals: true });
	const known = (await readdir(SCENARIOS)).map((file) => basename(file, '.mjs')).sort();
	if (values.help) return console.log(HELP);
	if (values.list) return console.log(known.join('\n'));
	const unknown = positionals.filter((name) => !known.includes(name));
	if (unknown.length > 0)
		throw new Error(`No scenario is called ${unknown.join(', ')}; there are ${known.join(', ')}`);

	const rounds = Number(values.rounds);
	if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds must be a whole number');

	stopOnSignal();
	await prepare();
	const results = [];
	for (const name of positionals.length > 0 ? positionals : known)
		results.push(await play(name, { ...values, rounds }));
	await printReport(results, OUT);
	if (!results.every(hold)) process.exitCode = 1;
}

/** Plays one scenario to its end or to its failure, and cleans up after it. */
async function play(name, options) {
	const { title, run } = await import(pathToFileURL(join(SCENARIOS, `${name}.mjs`)));
	const folder = join(OUT, name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	say(`${name}: ${title}`);
	const began = Date.now();
	const context = await createContext({ name, folder, ...options });
	try {
		await run(context);
		if (context.checks.length === 0) throw new Error('Nothing was checked, so nothing is proven');
	} catch (error) {
		context.check('the scenario came to its end', false, error.stack);
	} finally {
		await context.close();
	}
	return { name, title, checks: context.checks, ms: Date.now() - began };
}

main().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
