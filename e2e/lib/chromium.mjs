/** A Chromium to look through: one that is there, or else Debian's, which is installed. */

import { existsSync } from 'node:fs';
import { run } from '../../playground/processes.mjs';
import { step } from '../../playground/progress.mjs';

const NAMED = 'NINJAONE_CHROMIUM';
const DEBIANS = '/usr/bin/chromium';
const PLACES = [
	DEBIANS,
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const APT = '/usr/bin/apt-get';
const PACKAGES = ['chromium', 'fonts-liberation'];

/** @returns {Promise<string>} the path of its program */
export async function findChromium() {
	const named = process.env[NAMED];
	if (named && !existsSync(named)) throw new Error(`${NAMED} names ${named}, which is not there`);
	const found = named ?? PLACES.find(existsSync);
	if (found) return found;
	await step('Installing Chromium', install).catch((error) => {
		throw new Error(`${error.message}\n\n${advice}`, { cause: error });
	});
	return DEBIANS;
}

const advice =
	'These scenarios look at n8n through Chromium. Install it (on Debian: apt-get install chromium ' +
	`fonts-liberation), or name the program of a Chromium or Chrome in the environment variable ${NAMED}.`;

async function install() {
	if (!existsSync(APT)) throw new Error('There is no Chromium at the usual places, and no apt-get');
	await asRoot(APT, 'update');
	await asRoot(APT, 'install', '-y', '--no-install-recommends', ...PACKAGES);
}

const asRoot = async (...command) => {
	const [program, ...args] = process.getuid() === 0 ? command : ['sudo', '-n', ...command];
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run(program, args, { env });
};
