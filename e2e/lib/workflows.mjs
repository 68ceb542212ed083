/** Workflows in n8n, over the calls that its editor makes. */

import { until } from './until.mjs';

const ENDED = ['success', 'error', 'crashed', 'canceled'];

/** A workflow of nodes in a row; each is `{ name, type, parameters }`, with more of a node's properties if need be. */
export function chain(id, name, ...nodes) {
	const next = (node) => ({ main: [[{ node, type: 'main', index: 0 }]] });
	return {
		id,
		name,
		nodes: nodes.map((node, at) => ({
			id: `${id}-${at}`,
			typeVersion: 1,
			position: [220 * at, 0],
			parameters: {},
			...node,
		})),
		connections: Object.fromEntries(
			nodes.slice(1).map((node, at) => [nodes[at].name, next(node.name)]),
		),
		settings: { executionOrder: 'v1' },
	};
}

/** Poll times of a polling trigger. n8n demands a minute between two of one schedule, so there are several. */
export const quickPolls = (seconds) =>
	Array.from({ length: 60 / seconds }, (_, at) => ({
		mode: 'custom',
		cronExpression: `${at * seconds} * * * * *`,
	}));

/**
 * Activates a workflow. n8n answers before it has tried, so its verdict is awaited.
 *
 * @returns {Promise<{ status: string, error?: string }>} `published`, or what came of it
 */
export async function activate(n8n, id) {
	const { versionId } = await n8n.rest('GET', `workflows/${id}`);
	await n8n.rest('POST', `workflows/${id}/activate`, { versionId });
	return await verdict(n8n, id);
}

/** What n8n made of the last change of a workflow's triggers. */
export async function verdict(n8n, id) {
	return await until(`n8n has dealt with the triggers of ${id}`, async () => {
		const { status, triggers } = await n8n.rest('GET', `workflows/${id}/publication-status`);
		if (status === 'in_progress') return undefined;
		return { status, error: triggers.map(({ errorMessage }) => errorMessage).find(Boolean) };
	});
}

export async function deactivate(n8n, id) {
	await n8n.rest('POST', `workflows/${id}/deactivate`);
	await until(
		`the workflow ${id} is inactive`,
		async () => (await verdict(n8n, id)).status === 'not_published',
	);
}

/** Executions of a workflow as n8n lists them, oldest first. */
export async function executionsOf(n8n, workflowId) {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const found = [];
	for (let lastId = ''; ; lastId = `&lastId=${found.at(-1).id}`) {
		const { results } = await n8n.rest('GET', `executions?filter=${filter}&limit=100${lastId}`);
		found.push(...results);
		if (results.length < 100) return found.reverse();
	}
}

/** Waits until no execution of the workflow is under way, and gives them all. */
export async function settled(n8n, workflowId) {
	return await until(`the executions of ${workflowId} have ended`, async () => {
		const all = await executionsOf(n8n, workflowId);
		return all.every(({ status }) => ENDED.includes(status)) && all;
	});
}
