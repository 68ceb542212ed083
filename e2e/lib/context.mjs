/** What a scenario gets: servers that end with it, a place for its files, and a list of what it has proven. */

import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startN8n, startWorker } from '../../playground/n8n.mjs';
import { ROOT } from '../../playground/prepare.mjs';
import { freePort, stopChildren } from '../../playground/processes.mjs';
import { say } from '../../playground/progress.mjs';
import { startSimulator } from '../../playground/simulator.mjs';

/**
 * @typedef {object} Check
 * @property {string} description
 * @property {boolean} ok
 * @property {string} [detail]
 *
 * @typedef {object} Context
 * @property {string} folder for logs, pictures and figures; stays after the scenario
 * @property {string} data a folder for what servers keep; gone after the scenario
 * @property {number} rounds how often to do what depends on chance
 * @property {Check[]} checks what was checked so far
 * @property {(description: string, ok: unknown, detail?: unknown) => boolean} check
 *   notes whether something holds; the detail says what was found instead
 * @property {(text: string) => void} log prints a line with the time
 * @property {string} [only] the part of a scenario that is to be played, where it has parts
 * @property {boolean} [pictures] whether to renew the pictures in docs/images
 * @property {(name: string, value: unknown) => Promise<void>} keep writes a JSON file into the folder
 * @property {(name: string, text: string | Buffer) => Promise<void>} keepText writes any other file into it
 * @property {(options?: { home?: string, env?: Record<string, string>, manifests?: string }) => Promise<import('../../playground/n8n.mjs').N8n>} startN8n
 *   a home by the same name has the same data and the same address each time; the manifests say which n8n
 * @property {(options: { home: string, env?: Record<string, string> }) => Promise<import('../../playground/n8n.mjs').Worker>} startWorker
 *   a worker of n8n's queue mode, with a home of its own
 * @property {(size?: Record<string, unknown>) => Promise<import('../../playground/simulator.mjs').Simulator>} startSimulator
 *   with options of its command line
 * @property {() => Promise<void>} close ends what was started and removes n8n's data
 */

/** @returns {Promise<Context>} */
export async function createContext({ name, folder, rounds, only, pictures }) {
	const homes = await mkdtemp(join(tmpdir(), `n8n-nodes-ninjaone-${name}-`));
	const removeHomes = () => rmSync(homes, { recursive: true, force: true, maxRetries: 5 });
	process.once('exit', removeHomes);
	const checks = [];
	return {
		folder,
		data: homes,
		rounds,
		only,
		pictures,
		checks,
		check(description, ok, detail) {
			checks.push({ description, ok: Boolean(ok), ...(!ok && { detail: asText(detail) }) });
			say(`  ${ok ? 'ok    ' : 'NOT OK'}  ${description}`);
			if (!ok) console.log(asText(detail));
			return Boolean(ok);
		},
		log: (text) => say(`  ${text}`),
		keep: (file, value) =>
			writeFile(join(folder, `${file}.json`), `${JSON.stringify(value, null, '\t')}\n`),
		keepText: (file, text) => writeFile(join(folder, file), text),
		startN8n: starter(startN8n, homes, folder),
		startWorker: starter(startWorker, homes, folder),
		startSimulator: (size) => startSimulator({ root: ROOT, logs: folder, size }),
		async close() {
			await stopChildren();
			removeHomes();
			process.off('exit', removeHomes);
		},
	};
}

/** Starts one process of n8n for each home, on a port that stays the home's, and again after it was stopped or killed. */
function starter(start, homes, folder) {
	const known = new Map();
	return async ({ home = 'n8n', env, manifests } = {}) => {
		const before = known.get(home);
		const port = before?.port ?? (await freePort());
		const starts = (before?.starts ?? 0) + 1;
		known.set(home, { port, starts });
		return await start({
			home: join(homes, home),
			packageDir: before ? undefined : ROOT,
			port,
			env,
			manifests,
			log: join(folder, `${home}-${String(starts).padStart(2, '0')}.log`),
		});
	};
}

const asText = (detail) =>
	typeof detail === 'string' ? detail : detail === undefined ? '' : JSON.stringify(detail);
