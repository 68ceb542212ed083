/** The node as a tool of n8n's AI Agent, with a model that follows a script, and of an MCP server. */

import { credentialFor, saveCredentials } from '../../playground/credential.mjs';
import { approval } from '../agent/approval.mjs';
import { example } from '../agent/example.mjs';
import { mcp } from '../agent/mcp.mjs';
import { startModel } from '../agent/model.mjs';
import { plays } from '../agent/plays.mjs';
import { toolsFor } from '../agent/tools.mjs';
import { agentWorkflow, modelNode, say } from '../agent/workflow.mjs';

export const title = 'An AI agent reads and acts in NinjaOne, and is refused what it must not do';

const READ_ONLY = {
	clientId: 'simulator-read-only',
	clientSecret: 'simulator-read-only-secret',
	apiScopes: 'monitoring',
};

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	const model = await startModel();
	try {
		await playAll(await prepareStage(context, model));
	} finally {
		await model.close();
	}
}

async function prepareStage(context, model) {
	const [simulator, n8n] = await Promise.all([
		context.startSimulator({ devices: 200, organizations: 5 }),
		context.startN8n(),
	]);
	const credentials = { ...(await saveCredentials(n8n, simulator)) };
	const app = credentialFor(simulator);
	credentials.readOnly = await n8n.saveCredential({
		...app,
		name: 'NinjaOne Simulator, read only',
		data: { ...app.data, ...READ_ONLY },
	});
	credentials.model = await n8n.saveCredential({
		name: 'Scripted model',
		type: 'openAiApi',
		data: { apiKey: 'none', url: model.url, header: false },
	});
	const { check, keep } = context;
	const devices = await simulator.read('v2/devices?pageSize=20');
	return { check, keep, model, simulator, n8n, credentials, devices };
}

async function playAll(stage) {
	const { n8n, credentials } = stage;
	const tools = toolsFor(credentials);
	const speaking = { responses: {}, completions: { responsesApiEnabled: false } };
	for (const [api, parameters] of Object.entries(speaking)) {
		const id = `agent-${api}`;
		await n8n.importWorkflow(agentWorkflow(id, modelNode(credentials.model, parameters), tools));
	}
	const main = withWorkflow(stage, 'agent-responses');
	for (const play of plays) await play(main);
	for (const play of [describedAlike, approval, example, mcp]) await play(stage);
}

/** The same tools by the older API of OpenAI's, which other vendors speak, too. */
async function describedAlike(stage) {
	const { check } = stage;
	const talks = [];
	for (const api of ['agent-responses', 'agent-completions']) {
		const { ask } = withWorkflow(stage, api);
		talks.push(
			await ask(
				`Look around (${api})`,
				() => ({ tool: 'Get_many_alerts_in_NinjaOne', input: {} }),
				([{ uid }]) => uid,
			),
		);
	}
	const [one, other] = talks.map(({ tools, answers, said }) => [
		tools.map(({ name, description, parameters }) => ({ name, description, parameters })),
		answers,
		said,
	]);
	check(
		'with both APIs of OpenAI the model is told the same',
		JSON.stringify(one) === JSON.stringify(other),
		[one, other],
	);
}

/** The stage with ways to speak to the agent of one workflow and to see what came of it. */
function withWorkflow(stage, workflowId) {
	const { n8n, model, simulator } = stage;
	return {
		...stage,
		async ask(prompt, ...steps) {
			const talk = model.learn(prompt, ...steps);
			const said = await say(n8n, workflowId, prompt);
			return { ...talk, said };
		},
		/** Requests that would change something in NinjaOne. */
		async changes() {
			const requests = await simulator.look('requests');
			return requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/v2/'));
		},
	};
}
