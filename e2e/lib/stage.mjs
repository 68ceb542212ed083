/** What a module of `e2e/workflows` works with: its example in n8n, ways to run it, and what came of it. */

import { basename } from 'node:path';
import { signInFor, withCredential } from '../../playground/credential.mjs';
import { readExample } from '../../playground/examples.mjs';
import { activate, deactivate, quickPolls, settled } from './workflows.mjs';
import { until } from './until.mjs';

const POLLING = 'n8n-nodes-ninjaone.ninjaOneTrigger';
const POLL_SECONDS = 3;

/**
 * @typedef {object} Play what a module exports
 * @property {string} file the example, from the repository's folder
 * @property {string} title what is proven, as a sentence
 * @property {{ canvas?: string, mail?: string }} [shown] names in docs/images of what is shown there
 * @property {string} [mail] the HTML that was kept, by its name
 * @property {(stage: Stage) => Promise<void>} play
 *
 * @typedef {object} Changes to the example, as a person would make them after the import
 * @property {Credential} [credential] for all of its NinjaOne nodes; when left out, the technician's for tickets and scripts, else the app's
 * @property {Record<string, unknown>} [settings] values of the node "Settings", by name
 * @property {Record<string, object>} [parameters] of other nodes, by the node's name
 *
 * @typedef {object} Stage
 * @property {import('../../playground/n8n.mjs').N8n} n8n
 * @property {import('../../playground/simulator.mjs').Simulator} simulator shared by all modules, so faults and plans are to be used up
 * @property {{ app: Credential, technician: Credential }} credentials
 * @property {import('./context.mjs').Context['check']} check
 * @property {import('./context.mjs').Context['log']} log
 * @property {(name: string, text: string | Buffer) => Promise<void>} keep writes what came out into the scenario's folder
 * @property {(changes?: Changes) => Promise<string>} importExample
 *   gives the id in n8n; a second import replaces the first. NinjaOne Triggers poll every three seconds.
 * @property {(id: string, trigger: string, timeoutMs?: number) => Promise<Execution>} run
 *   from a manual trigger or a schedule to the end, which is checked
 * @property {(id: string) => Promise<void>} activate for polling, webhook and form triggers; undone after the module
 * @property {(id: string, count: number) => Promise<Execution[]>} executions
 *   waits until so many executions by its trigger have ended; oldest first
 * @property {(file: object) => Promise<string>} textOf the text of one of an execution's `files`
 *
 * @typedef {import('../../playground/n8n.mjs').Credential} Credential
 * @typedef {import('../../playground/n8n.mjs').Execution} Execution
 */

/** An example's id in n8n. */
export const workflowOf = (file) => basename(file, '.json');

/** @returns {{ stage: Stage, clear: () => Promise<void> }} */
export function createStage({ context, n8n, simulator, credentials }, { file }) {
	const active = new Set();
	const id = workflowOf(file);
	const check = (description, ...rest) => context.check(`${id}: ${description}`, ...rest);
	const stage = {
		n8n,
		simulator,
		credentials,
		check,
		log: context.log,
		keep: context.keepText,
		async importExample({ credential, ...changes } = {}) {
			const example = await readExample(id);
			const workflow = adapt(example, changes);
			if (active.delete(id)) await deactivate(n8n, id);
			await removeWorkflow(n8n, id);
			return await n8n.importWorkflow(
				withCredential(workflow, credential ?? credentials[signInFor(example)]),
			);
		},
		async run(workflow, trigger, timeoutMs) {
			const execution = await n8n.runWorkflow(workflow, trigger, timeoutMs);
			check('n8n runs it to its end', execution.status === 'success', execution.error);
			return execution;
		},
		async activate(workflow) {
			active.add(workflow);
			const { status, error } = await activate(n8n, workflow);
			check('n8n activates it', status === 'published', error ?? status);
		},
		async executions(workflow, count) {
			const started = async () => (await settled(n8n, workflow)).filter(isStarted);
			await until(
				`${workflow} has run ${count} times`,
				async () => (await started()).length >= count,
			);
			const ended = await started();
			return await Promise.all(ended.map(({ id: execution }) => n8n.execution(execution)));
		},
		textOf: ({ id: file }) =>
			n8n.rest('GET', `binary-data?id=${encodeURIComponent(file)}&action=download`),
	};
	const clear = async () => {
		for (const workflow of active) await deactivate(n8n, workflow);
		await simulator.remove('faults');
	};
	return { stage, clear };
}

/** By its trigger, not by a person. */
const isStarted = ({ mode }) => mode !== 'manual';

/** n8n deletes only what is in its archive. */
async function removeWorkflow(n8n, id) {
	const known = await n8n.rest('GET', 'workflows');
	if (!known.some((workflow) => workflow.id === id)) return;
	await n8n.rest('POST', `workflows/${id}/archive`);
	await n8n.rest('DELETE', `workflows/${id}`);
}

function adapt(example, { settings = {}, parameters = {} }) {
	const names = example.nodes.map(({ name }) => name);
	const unknown = Object.keys(parameters).filter((name) => !names.includes(name));
	if (unknown.length > 0) throw new Error(`No node is called ${unknown.join(', ')}`);
	return {
		...example,
		nodes: example.nodes.map((node) => ({
			...node,
			parameters: {
				...(node.name === 'Settings' ? withSettings(node.parameters, settings) : node.parameters),
				...(node.type === POLLING && { pollTimes: { item: quickPolls(POLL_SECONDS) } }),
				...parameters[node.name],
			},
		})),
	};
}

function withSettings(parameters, settings) {
	const { assignments } = parameters.assignments;
	const unknown = Object.keys(settings).filter(
		(key) => !assignments.some(({ name }) => name === key),
	);
	if (unknown.length > 0) throw new Error(`Settings has no ${unknown.join(', ')}`);
	return {
		...parameters,
		assignments: {
			assignments: assignments.map((each) =>
				each.name in settings ? { ...each, value: settings[each.name] } : each,
			),
		},
	};
}
