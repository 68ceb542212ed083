/** A Chromium to look through: one that is there, or else Debian's, which is installed. */

import { existsSync } from 'node:fs';
import { step } from '../../playground/progress.mjs';
import { install } from './debian.mjs';

const NAMED = 'NINJAONE_CHROMIUM';
const DEBIANS = '/usr/bin/chromium';
const PLACES = [
	DEBIANS,
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const PACKAGES = ['chromium', 'fonts-liberation'];

/** @returns {Promise<string>} the path of its program */
export async function findChromium() {
	const named = process.env[NAMED];
	if (named && !existsSync(named)) throw new Error(`${NAMED} names ${named}, which is not there`);
	const found = named ?? PLACES.find(existsSync);
	if (found) return found;
	await step('Installing Chromium', () => install(...PACKAGES)).catch((error) => {
		throw new Error(`${error.message}\n\n${advice}`, { cause: error });
	});
	return DEBIANS;
}

const advice =
	'These scenarios look at n8n through Chromium. Install it (on Debian: apt-get install chromium ' +
	`fonts-liberation), or name the program of a Chromium or Chrome in the environment variable ${NAMED}.`;
