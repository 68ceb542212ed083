/** Workflows in n8n, over the calls that its editor makes. */

import { until } from './until.mjs';

/** Where a person begins a workflow by hand. */
export const START = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

/** A node of ours, by an operation as in `device.getMany`. */
export function ninjaOne(name, key, more) {
	const [resource, operation] = key.split('.');
	return {
		name,
		type: 'n8n-nodes-ninjaone.ninjaOne',
		parameters: { resource, operation, ...more },
	};
}

/** Whether nothing more will become of an execution. */
export const isEnded = ({ status }) => ['success', 'error', 'crashed', 'canceled'].includes(status);

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
	// One that ends while pages are turned is on two of them.
	const found = new Map();
	for (let cursor; ; ) {
		const { results, nextCursor } = await page(n8n, workflowId, cursor);
		for (const execution of results) found.set(execution.id, execution);
		if (!nextCursor) return inOrder([...found.values()]);
		cursor = nextCursor;
	}
}

/**
 * The latest hundred, oldest first. Where several processes begin executions, n8n leaves some out of later pages: it turns
 * them by id, in the order of their beginnings.
 */
export async function latestOf(n8n, workflowId) {
	return inOrder((await page(n8n, workflowId)).results);
}

async function page(n8n, workflowId, cursor) {
	const filter = JSON.stringify({ workflowId });
	const query = new URLSearchParams({ filter, limit: '100', ...(cursor && { cursor }) });
	return await n8n.rest('GET', `executions?${query}`);
}

const inOrder = (executions) => executions.sort((one, other) => one.id - other.id);

/** Waits until no execution of the workflow is under way, and gives them all. */
export async function settled(n8n, workflowId) {
	return await until(`the executions of ${workflowId} have ended`, async () => {
		const all = await executionsOf(n8n, workflowId);
		return all.every(isEnded) && all;
	});
}
