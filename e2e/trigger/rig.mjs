/** A workflow with the polling trigger in an n8n that can be killed, and what happened for it in NinjaOne. */

import { setTimeout as pause } from 'node:timers/promises';
import { credentialFor, withCredential } from '../../playground/credential.mjs';
import { until } from '../lib/until.mjs';
import { activate, chain, quickPolls, settled } from '../lib/workflows.mjs';
import { alertOn } from './happenings.mjs';
import { createTally, keyOf } from './tally.mjs';

export const ID = 'polling-trigger';

/** Seconds between two polls. */
const POLL_SECONDS = 3;

/** Everything that the trigger knows, so that each poll looks up all that it can need. */
export const EVENTS = [
	{ event: 'newAlert' },
	{ event: 'alertReset' },
	{ event: 'deviceOffline' },
	{ event: 'deviceOnline' },
	{ event: 'deviceWaiting' },
	{ event: 'newDevice' },
	{ event: 'patchInstalled' },
	{ event: 'patchFailed' },
	{ event: 'scriptFinished' },
	{ event: 'ticketCreated' },
	{ event: 'newActivity', activityFilters: { statusCodes: ['SYSTEM_REBOOTED'] } },
];

/** The middle node takes its time: an execution that can be caught while it runs. */
const workflow = (seconds) =>
	chain(
		ID,
		'What happens in NinjaOne',
		{
			name: 'NinjaOne Trigger',
			type: 'n8n-nodes-ninjaone.ninjaOneTrigger',
			parameters: { pollTimes: { item: quickPolls(POLL_SECONDS) }, events: { row: EVENTS } },
		},
		{
			name: 'Work',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			parameters: { amount: seconds, unit: 'seconds' },
		},
		{ name: 'Done', type: 'n8n-nodes-base.noOp' },
	);

/** Only the nodes that are needed: n8n starts in half the time. */
export const NODES = workflow(0).nodes.map(({ type }) => type);
const fewNodes = { NODES_INCLUDE: JSON.stringify(NODES) };

/**
 * @param {import('../lib/context.mjs').Context} context
 * @param {object} options
 * @param {import('../../playground/simulator.mjs').Simulator} options.simulator
 * @param {Record<string, string>} options.env n8n's settings
 * @param {number} [options.workSeconds] how long an execution takes
 */
export async function createRig(context, { simulator, env, workSeconds = 2 }) {
	const expected = [];
	const tally = createTally();
	let n8n;

	const start = async () => {
		n8n = await context.startN8n({ env: { ...fewNodes, ...env } });
	};
	const requests = async (path) =>
		await simulator.look(`requests?path=${encodeURIComponent(`^${path}$`)}`);
	const nextRequest = async (path, everyMs) => {
		const { length } = await requests(path);
		await until(
			`the trigger asks for ${path}`,
			async () => (await requests(path)).length > length,
			{
				everyMs,
			},
		);
	};

	const rig = {
		simulator,
		/** n8n as it runs now. */
		n8n: () => n8n,
		start,
		kill: () => n8n.kill(),
		/** Waits for the next request of that path, and notices within some milliseconds. */
		nextRequest,
		/** Every event that is to start an execution, so far. */
		expected: () => [...expected],

		/**
		 * Lets something happen.
		 *
		 * @param {object} happening as the simulator wants it
		 * @param {Record<string, string>} events what the trigger is to make of it, each with the status code that tells of it
		 */
		async cause(happening, events) {
			const answer = await simulator.act('happen', happening);
			const keys = Object.entries(events).flatMap(([event, statusCode]) =>
				answer.activities
					.filter((activity) => activity.statusCode === statusCode)
					.map(({ id }) => keyOf({ event, activityId: id })),
			);
			if (keys.length === 0)
				throw new Error(`${happening.what} led to ${answer.activities.map((a) => a.statusCode)}`);
			expected.push(...keys);
			return { ...answer, keys };
		},

		/** New alerts; gives their keys. */
		async burst(count) {
			const keys = [];
			for (let deviceId = 1; deviceId <= count; deviceId++)
				keys.push(...(await rig.cause(alertOn(deviceId), { newAlert: 'TRIGGERED' })).keys);
			return keys;
		},

		/** Waits until everything that was to come has come, or two polls have brought nothing more. */
		async quiet() {
			for (let polls = 0; polls < 2; polls++) {
				await nextRequest('/v2/activities');
				await settled(n8n, ID);
			}
			await pause(500);
			return await tally.of(n8n, await settled(n8n, ID));
		},

		/** Right between two polls, while nothing runs. */
		async betweenPolls() {
			await settled(n8n, ID);
			await nextRequest('/v2/activities');
			await pause((POLL_SECONDS * 1000) / 3);
		},

		/** Has n8n run again what it calls crashed, as a person does in its list of executions. */
		async retry(ids) {
			for (const id of ids)
				await n8n.rest('POST', `executions/${id}/retry`, { loadWorkflow: false });
		},
	};

	await start();
	const credential = await n8n.saveCredential(credentialFor(simulator));
	await n8n.importWorkflow(withCredential(workflow(workSeconds), credential));
	rig.activation = await activate(n8n, ID);
	return rig;
}
