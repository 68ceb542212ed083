/** The workflows in `examples/`, each imported as it is, run in n8n and held against the simulator. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { saveCredentials } from '../../playground/credential.mjs';
import { takePictures } from '../lib/pictures.mjs';
import { createStage } from '../lib/stage.mjs';

export const title = 'The workflows in examples/ do what they say';

const PLAYS = fileURLToPath(new URL('../workflows/', import.meta.url));

/** Jobs end soon, so that nobody waits long. */
const FLEET = { devices: 200, organizations: 5, 'job-time': 1500 };

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	const [simulator, n8n] = await Promise.all([context.startSimulator(FLEET), context.startN8n()]);
	const credentials = await saveCredentials(n8n, simulator);
	const plays = await readPlays(context.only);
	for (const play of plays) await perform(play, { context, n8n, simulator, credentials });
	if (context.pictures) await takePictures(context, n8n, plays);
}

async function readPlays(only = '') {
	const names = (await readdir(PLAYS)).filter(
		(name) => name.endsWith('.mjs') && name.startsWith(only),
	);
	const modules = names.sort().map((name) => import(pathToFileURL(join(PLAYS, name)).href));
	return (await Promise.all(modules)).map((module) => module.default);
}

/** A module that fails does not keep the others from being played. */
async function perform(play, servers) {
	const { context } = servers;
	const { stage, clear } = createStage(servers, play);
	context.log(`${play.file}: ${play.title}`);
	try {
		await play.play(stage);
	} catch (error) {
		stage.check('it was played to its end', false, error.stack);
	} finally {
		await clear();
	}
}
