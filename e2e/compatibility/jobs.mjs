/** What people do with the package, in any n8n: each takes a place and checks what came of it. */

import { withCredential } from '../../playground/credential.mjs';
import { readExample } from '../../playground/examples.mjs';
import { MAIN_EXAMPLE, runMainJob } from '../../playground/main-job.mjs';
import { alertOn } from '../trigger/happenings.mjs';
import { until } from '../lib/until.mjs';
import { activate, settled } from '../lib/workflows.mjs';
import { FILES, POLLED, TOLD } from './workflows.mjs';

/**
 * @typedef {object} Place
 * @property {import('../../playground/n8n.mjs').N8n} n8n
 * @property {string} version n8n's
 * @property {import('../../playground/simulator.mjs').Simulator} simulator
 * @property {import('../../playground/n8n.mjs').Credential} credential
 * @property {import('../lib/context.mjs').Context['check']} check
 */

/** @param {Place} place */
export async function mainExample({ n8n, simulator, credential, check }) {
	const workflow = await n8n.importWorkflow(
		withCredential(await readExample(MAIN_EXAMPLE), credential),
	);
	check('it runs the main example', await runMainJob({ n8n, simulator, workflow }));
}

/** @param {Place} place */
export async function editor({ n8n, simulator, credential, check }) {
	const types = await n8n.rest('GET', '../types/nodes.json');
	const ours = types
		.map(({ name }) => name)
		.filter((name) => name.startsWith('n8n-nodes-ninjaone'));
	check('it is a tool of AI agents, too', ours.includes('n8n-nodes-ninjaone.ninjaOneTool'), ours);

	const { results } = await n8n.rest('POST', 'dynamic-node-parameters/resource-locator-results', {
		path: 'parameters.deviceId',
		methodName: 'searchDevices',
		nodeTypeAndVersion: { name: 'n8n-nodes-ninjaone.ninjaOne', version: 1 },
		currentNodeParameters: { resource: 'device', operation: 'get' },
		credentials: { ninjaOneRmmOAuth2Api: credential },
		filter: 'SRV',
	});
	const [device] = await simulator.read('v2/devices/search?q=SRV').then(({ devices }) => devices);
	check(
		'a device is found by a part of its name',
		results.some(({ value }) => Number(value) === device.id),
		results,
	);
}

/** @param {Place} place */
export async function files({ n8n, simulator, credential, check }) {
	const id = await n8n.importWorkflow(withCredential(FILES.workflow, credential));
	await simulator.act('tokens/expire', {});
	const execution = await n8n.runWorkflow(id, 'Start');
	check('with an expired token, files go up', execution.status === 'success', execution.error);
	const [file] = execution.files('Download');
	const text = file && (await textOf(n8n, file));
	check('and come down as they were', text === FILES.content, text);
}

/** n8n 1 keeps files inside of its executions, unless it is told otherwise. */
async function textOf(n8n, { id, data }) {
	if (!id) return Buffer.from(data, 'base64').toString();
	return await n8n.rest('GET', `binary-data?id=${encodeURIComponent(id)}&action=view`);
}

/** @param {Place} place */
export async function events(place) {
	for (const [description, workflow] of [
		['the polling trigger', POLLED],
		['the webhook trigger', TOLD],
	]) {
		const { n8n, simulator, credential, check } = place;
		const id = await n8n.importWorkflow(withCredential(workflow, credential));
		await turnOn(place, id);
		const { alert } = await simulator.act('happen', alertOn(5));
		const items = await until(`an event has started ${workflow.name}`, async () => {
			const [execution] = await settled(n8n, id);
			return execution && (await n8n.execution(execution.id)).output('Done');
		});
		check(
			`${description} starts a workflow`,
			items.length === 1 && items[0].alertUid === alert.uid,
			items,
		);
	}
}

/** n8n 1 activates at once; n8n 2 publishes, and says later what came of it. */
async function turnOn({ n8n, version, check }, id) {
	if (version.startsWith('1.')) return await n8n.rest('PATCH', `workflows/${id}`, { active: true });
	const { status, error } = await activate(n8n, id);
	return check(`${id} is activated`, status === 'published', error);
}
