/** What the polling trigger promises in n8n, and what n8n itself does not promise. */

import { firstWave, secondWave } from './happenings.mjs';
import { measureKills, PHASES, printFigures } from './kills.mjs';
import { createRig, EVENTS } from './rig.mjs';
import { differences, isExact } from './tally.mjs';

const KILLS_BETWEEN_POLLS = 5;

/**
 * @param {import('../lib/context.mjs').Context} context
 * @param {Record<string, string>} env n8n's settings
 * @returns {Promise<Record<string, import('./kills.mjs').Figures>>} what came of kills in each phase
 */
export async function prove(context, env) {
	const simulator = await context.startSimulator({ devices: 200, organizations: 5 });
	const rig = await createRig(context, { simulator, env });
	const { status, error } = rig.activation;
	context.check('n8n activates the workflow', status === 'published', error ?? status);
	const exact = async (description) => {
		const found = differences(await rig.quiet(), rig.expected());
		context.check(description, isExact(found), found);
	};

	await exact('nothing of the past is told');
	const begun = await firstWave(rig);
	await rig.quiet();
	await secondWave(rig, begun);
	await exact(`${EVENTS.length} kinds of events are told, each event in one item`);

	for (let time = 0; time < KILLS_BETWEEN_POLLS; time++) {
		await rig.betweenPolls();
		await rig.kill();
		await rig.burst(5);
		await rig.start();
		await rig.quiet();
	}
	await exact(
		`n8n was killed between polls ${KILLS_BETWEEN_POLLS} times; nothing is lost and nothing told twice`,
	);

	const figures = await measureKills(context, rig);
	await context.keep('figures', figures);
	printFigures(figures);
	const byPhase = Object.fromEntries(figures.map((row) => [row.phase, row]));
	const { kills, unfinished } = byPhase.poll;
	context.check(
		`n8n was killed ${PHASES.poll} (${kills} times); nothing is lost`,
		unfinished === 0,
		byPhase.poll,
	);
	return byPhase;
}
