/** What n8n itself makes of what a poll has given, when it is killed just then. */

import { setTimeout as pause } from 'node:timers/promises';

const EVENTS_A_KILL = 5;

/**
 * When to kill: milliseconds after the trigger's first request about the devices, or its last about the alerts of new
 * activities. Some 10 ms after the last the items are with n8n, which takes some 50 ms to write the execution down.
 */
const MOMENTS = [
	{ phase: 'poll', after: '/v2/devices', ms: 0 },
	...[0, 5, 10, 15, 20, 30, 40, 60].map((ms) => ({ phase: 'handOver', after: '/v2/alerts', ms })),
	{ phase: 'execution', after: '/v2/alerts', ms: 1000 },
];

export const PHASES = {
	poll: 'while the trigger still reads',
	handOver: 'while n8n takes over what it read',
	execution: 'while the execution runs',
};

/**
 * Kills n8n at each of the moments, as many times over as there are rounds.
 *
 * @returns {Promise<Figures[]>} for each phase
 *
 * @typedef {object} Figures
 * @property {string} phase
 * @property {number} kills
 * @property {number} events
 * @property {number} twice events that came out of two successful executions
 * @property {number} unfinished events that came out of none
 * @property {number} untraced of those, the ones that are in no execution at all
 * @property {number} begunTwice events that came out of one, and were in another one that was cut off
 * @property {number} [stillUnfinished] of the unfinished, the ones that Retry did not bring either
 */
export async function measureKills(context, rig) {
	const kills = [];
	for (let round = 0; round < context.rounds; round++)
		for (const moment of MOMENTS) kills.push(await killAt(rig, moment, context.log));
	const before = await rig.quiet();
	const crashed = kills.flatMap(({ keys }) => unfinished(keys, before)).flatMap(traces(before));
	await rig.retry(new Set(crashed));
	const after = await rig.quiet();
	await context.keep(
		'kills',
		kills.map((kill) => describe(kill, before)),
	);
	return Object.keys(PHASES).map((phase) =>
		figuresOf(
			phase,
			kills.filter((kill) => kill.phase === phase),
			before,
			after,
		),
	);
}

async function killAt(rig, { phase, after, ms }, log) {
	await rig.quiet();
	const [keys] = await Promise.all([rig.burst(EVENTS_A_KILL), rig.nextRequest(after, 2)]);
	await pause(ms);
	await rig.kill();
	log(`killed ${ms} ms after ${after}, ${PHASES[phase]}`);
	await rig.start();
	return { phase, after, ms, keys };
}

const unfinished = (keys, { done }) => keys.filter((key) => !done.has(key));
const traces =
	({ begun }) =>
	(key) =>
		begun.get(key) ?? [];

function describe({ keys, ...kill }, { done, begun }) {
	return {
		...kill,
		events: keys.map((key) => ({ done: done.get(key) ?? 0, begun: begun.get(key)?.length ?? 0 })),
	};
}

function figuresOf(phase, kills, before, after) {
	const keys = kills.flatMap((kill) => kill.keys);
	const open = unfinished(keys, before);
	return {
		phase,
		kills: kills.length,
		events: keys.length,
		twice: keys.filter((key) => before.done.get(key) > 1).length,
		unfinished: open.length,
		untraced: open.filter((key) => !before.begun.has(key)).length,
		begunTwice: keys.filter((key) => before.done.has(key) && before.begun.has(key)).length,
		stillUnfinished: unfinished(open, after).length,
	};
}

/** As a table, in words that need no explanation. */
export function printFigures(figures) {
	console.table(
		Object.fromEntries(
			figures.map(({ phase, ...counts }) => [
				PHASES[phase],
				{
					kills: counts.kills,
					events: counts.events,
					'done twice': counts.twice,
					'begun, then done': counts.begunTwice,
					'not done': counts.unfinished,
					'not even begun': counts.untraced,
					'not done by Retry': counts.stillUnfinished,
				},
			]),
		),
	);
}
