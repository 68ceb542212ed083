/**
 * `npm run demo`: a real n8n with this package, a simulated NinjaOne, a credential and the example
 * workflows, from nothing. With `--once` it runs the main example, checks what came of it, and leaves.
 */

import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { saveCredentials, signInFor, withCredential } from './credential.mjs';
import { readExamples } from './examples.mjs';
import { cacheFolder } from './install.mjs';
import { MAIN_EXAMPLE, runMainJob } from './main-job.mjs';
import { startN8n } from './n8n.mjs';
import { prepare, ROOT } from './prepare.mjs';
import { freePort, stopChildren, stopOnSignal } from './processes.mjs';
import { say, step } from './progress.mjs';
import { startSimulator } from './simulator.mjs';

const N8N_PORT = 5678;
const SIMULATOR_PORT = 8790;

const HELP = `
npm run demo                a real n8n with the NinjaOne package and a simulated NinjaOne, until Ctrl-C
npm run demo -- --fresh     the same, forgetting what you did in it before
npm run demo -- --once      runs the main example, checks the outcome, and leaves
`;

async function main() {
	const options = {
		once: { type: 'boolean' },
		fresh: { type: 'boolean' },
		help: { type: 'boolean' },
	};
	const { once, fresh, help } = parseArgs({ options }).values;
	if (help) return console.log(HELP);

	stopOnSignal();
	await prepare();
	await (once ? runOnce() : stayUp(fresh));
}

async function runOnce() {
	const home = await mkdtemp(join(tmpdir(), 'n8n-nodes-ninjaone-'));
	process.once(
		'exit',
		() => process.exitCode === 1 || rmSync(home, { recursive: true, force: true }),
	);

	const { n8n, simulator } = await startServers({ home });
	const passed = await runMainJob({ n8n, simulator, workflow: MAIN_EXAMPLE });
	await stopChildren();
	say(passed ? 'All is well' : `Something is wrong. The logs are in ${home}`);
	if (!passed) process.exitCode = 1;
}

async function stayUp(fresh) {
	const home = join(cacheFolder(), 'home');
	await claim(home, fresh);
	const ports = { n8n: await freePort(N8N_PORT), simulator: await freePort(SIMULATOR_PORT) };
	const { n8n, simulator } = await startServers({ home, ports });
	console.log(whatToTry({ n8n, simulator, home }));

	await Promise.race([n8n.ended, simulator.ended]);
	throw new Error(`A server ended by itself. The logs are in ${home}`);
}

/** Takes the folder for this demo alone: two n8n on the same data would spoil it. */
async function claim(home, fresh) {
	const claimFile = join(home, 'demo.pid');
	const holder = Number(await readFile(claimFile, 'utf8').catch(() => 0));
	if (holder && isAlive(holder)) {
		throw new Error(`Another demo is running (process ${holder}). Stop it with Ctrl-C first.`);
	}
	if (fresh) await rm(home, { recursive: true, force: true });
	await mkdir(home, { recursive: true });
	await writeFile(claimFile, String(process.pid));
	process.once('exit', () => rmSync(claimFile, { force: true }));
}

function isAlive(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return error.code === 'EPERM';
	}
}

/** Both servers, with a credential for the simulator and the examples that use it. */
async function startServers({ home, ports = {} }) {
	const [simulator, n8n] = await step('Starting n8n and a simulated NinjaOne', () =>
		Promise.all([
			startSimulator({ root: ROOT, logs: home, port: ports.simulator }),
			startN8n({ home, packageDir: ROOT, port: ports.n8n }),
		]),
	);
	const credentials = await saveCredentials(n8n, simulator);
	// Examples name no account: whoever imports one chooses a credential. Here it is one of the simulator's.
	for (const example of await readExamples())
		await n8n.importWorkflow(withCredential(example, credentials[signInFor(example)]));
	return { n8n, simulator };
}

function whatToTry({ n8n, simulator, home }) {
	return `
  n8n                 ${n8n.url}
  sign in with        ${n8n.login.email}  /  ${n8n.login.password}
  simulated NinjaOne  ${simulator.url}

  What to try
  1. Open ${n8n.url}/workflow/${MAIN_EXAMPLE} and press "Execute workflow":
     it lists the devices of an organization, updates one and resets its alerts.
  2. In a workflow of your own, add the node NinjaOne, choose the credential "NinjaOne Simulator",
     and pick a device by typing a part of its name.
  3. Set the node to Connection: Check Health to see what the credential may do.

  What you make in n8n is kept in ${home}; --fresh starts over.
  The simulated NinjaOne begins anew each time. Ctrl-C stops both.
`;
}

main().catch(async (error) => {
	await stopChildren();
	console.error(`\nThe demo could not go on.\n${error.message}\n`);
	console.error('When that is mended, run the same command again: what was installed is kept.\n');
	process.exitCode = 1;
});
