/** Tools of the node on n8n's MCP Server Trigger, called by a client of that protocol. */

import { activate, deactivate } from '../lib/workflows.mjs';
import { toolsFor } from './tools.mjs';
import { wire } from './workflow.mjs';

const ID = 'mcp-server';
const TRIGGER = 'MCP Server Trigger';
const EXPOSED = ['Search devices in NinjaOne', 'Decommission device in NinjaOne'];

export async function mcp({ check, n8n, credentials, devices: [device] }) {
	const tools = toolsFor(credentials).filter(({ name }) => EXPOSED.includes(name));
	await n8n.importWorkflow(serverWorkflow(tools));
	const { status, error } = await activate(n8n, ID);
	check('MCP: n8n offers the tools', status === 'published', error ?? status);

	const client = await connect(`${n8n.url}/mcp/${ID}`);
	const listed = await client('tools/list');
	check(
		'MCP: a client sees the two tools with their parameters',
		listed.tools.length === 2 && listed.tools.every(({ inputSchema }) => inputSchema.properties),
		listed,
	);
	const found = await client('tools/call', {
		name: 'Search_devices_in_NinjaOne',
		arguments: { Search_Text: device.systemName },
	});
	check(
		'MCP: it finds a device by its name',
		JSON.parse(found.content[0].text).some(({ id }) => id === device.id),
		found,
	);
	const refused = await client('tools/call', {
		name: 'Decommission_device_in_NinjaOne',
		arguments: { Device: String(device.id), Display_Name: '' },
	});
	check(
		'MCP: a destructive call without its confirmation is refused, and says why',
		/"Display Name\\?" is empty, so nothing was changed/.test(JSON.stringify(refused)),
		refused,
	);
	await deactivate(n8n, ID);
}

const serverWorkflow = (tools) => ({
	id: ID,
	name: ID,
	nodes: [
		{
			name: TRIGGER,
			type: '@n8n/n8n-nodes-langchain.mcpTrigger',
			typeVersion: 2,
			webhookId: ID,
			parameters: { path: ID },
		},
		...tools,
	].map((node, at) => ({ id: `${ID}-${at}`, position: [220 * at, 0], ...node })),
	connections: Object.fromEntries(tools.map(({ name }) => [name, wire('ai_tool', TRIGGER)])),
	settings: { executionOrder: 'v1' },
});

/** Opens a session, and gives what calls a method in it. */
async function connect(url) {
	let session = {};
	let id = 0;
	const post = async (message) => {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				accept: 'application/json, text/event-stream',
				...session,
			},
			body: JSON.stringify({ jsonrpc: '2.0', ...message }),
		});
		const opened = response.headers.get('mcp-session-id');
		if (opened) session = { 'mcp-session-id': opened };
		return await response.text();
	};
	const call = async (method, params = {}) => {
		const { result, error } = lastMessage(await post({ id: ++id, method, params }));
		if (error) throw new Error(`MCP ${method}: ${error.message}`);
		return result;
	};
	await call('initialize', {
		protocolVersion: '2025-03-26',
		capabilities: {},
		clientInfo: { name: 'e2e', version: '1' },
	});
	await post({ method: 'notifications/initialized' });
	return call;
}

/** The message in the event stream. */
const lastMessage = (text) => JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text);
