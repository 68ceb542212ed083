/** Workflows with n8n's AI Agent, and a person who talks to them. */

import { randomUUID } from 'node:crypto';

const AGENT = 'AI Agent';
const CHAT = 'When chat message received';
const MODEL = 'OpenAI Chat Model';

/**
 * What the button beside a parameter writes: the model gives the value.
 *
 * @param {string} label the parameter's name as n8n shows it
 * @param {string} [description] what the author adds for the model
 */
export const fromAI = (label, description = '', type = 'string') =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${label.replace(/[^a-zA-Z0-9-]/g, '_')}', \`${description}\`, '${type}') }}`;

/** The same in a parameter that picks a record. */
export const recordFromAI = (label, description) => ({
	__rl: true,
	mode: 'id',
	value: fromAI(label, description),
});

/** A tool as n8n names it, or by a name of its own. */
export const tool = (name, parameters, credential) => ({
	name,
	type: 'n8n-nodes-ninjaone.ninjaOneTool',
	typeVersion: 1,
	parameters,
	...(credential && { credentials: { ninjaOneRmmOAuth2Api: credential } }),
});

/** What the model knows the tool by. */
export const nameOf = (name) => name.replace(/[^a-zA-Z0-9_-]+/g, '_');

/** The model as n8n's own node speaks to it. */
export const modelNode = (credential, parameters = {}) => ({
	name: MODEL,
	type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
	typeVersion: 1.3,
	parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, ...parameters },
	credentials: { openAiApi: credential },
});

/** A chat, an agent, its model and its tools. */
export function agentWorkflow(id, model, tools) {
	const chat = {
		name: CHAT,
		type: '@n8n/n8n-nodes-langchain.chatTrigger',
		typeVersion: 1.4,
		webhookId: `${id}-chat`,
		parameters: { options: {} },
	};
	const agent = {
		name: AGENT,
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 3.1,
		parameters: { options: {} },
	};
	const subNodes = (type, nodes) => nodes.map(({ name }) => [name, wire(type, AGENT)]);
	return {
		id,
		name: id,
		nodes: [chat, agent, model, ...tools].map((node, at) => ({
			id: `${id}-${at}`,
			position: [220 * at, 0],
			...node,
		})),
		connections: Object.fromEntries([
			[CHAT, wire('main', AGENT)],
			...subNodes('ai_languageModel', [model]),
			...subNodes('ai_tool', tools),
		]),
		settings: { executionOrder: 'v1' },
	};
}

export const wire = (type, node) => ({ [type]: [[{ node, type, index: 0 }]] });

/** The model connected to the agent of a workflow that comes without one. */
export const withModel = (workflow, model) => ({
	...workflow,
	nodes: [...workflow.nodes, { id: 'model', position: [0, 300], ...model }],
	connections: { ...workflow.connections, [model.name]: wire('ai_languageModel', AGENT) },
});

/**
 * Says something in the editor's chat.
 *
 * @returns {Promise<string>} what the agent says, or what went wrong
 */
export async function say(n8n, workflowId, chatInput) {
	const sessionId = randomUUID();
	await n8n.rest('POST', `workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: CHAT },
		chatSessionId: sessionId,
	});
	const response = await fetch(`${n8n.url}/webhook-test/${workflowId}/${sessionId}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ action: 'sendMessage', sessionId, chatInput }),
	});
	const { output, message } = await response.json();
	return output ?? message;
}
