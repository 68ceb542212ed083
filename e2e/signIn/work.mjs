/** A workflow that NinjaOne allows to signed-in technicians alone: it runs a script. */

import { chain, ninjaOne, START } from '../lib/workflows.mjs';

export const ID = 'run-script';
export const NODE = 'Run Script';
const CREDENTIAL = 'ninjaOneRmmOAuth2Api';
const SCRIPT = 'SCRIPT:801';

/** Runs the workflow with the newest credential, and reads what NinjaOne saw. */
export async function createWork({ simulator, n8n }) {
	const filter = encodeURIComponent('class = WINDOWS_WORKSTATION AND online');
	const [device] = await simulator.read(`v2/devices?df=${filter}`);
	await n8n.importWorkflow(workflow(device.id));
	const log = async (path) => await simulator.look(`requests?method=POST&path=${path}`);
	return {
		async run() {
			await useNewest(n8n);
			const { status, error, output } = await n8n.runWorkflow(ID, 'Start');
			return { status, error, item: output(NODE)[0] };
		},
		orders: () => log('/script/run'),
		/** Each request for a token by the technician's app, as in `refresh_token 200`. */
		grants: async () =>
			(await log('/ws/oauth/token'))
				.filter(({ body }) => body.client_id === 'simulator-user')
				.map(({ body, status }) => `${body.grant_type} ${status}`),
	};
}

const byId = (value) => ({ __rl: true, mode: 'id', value });

const workflow = (device) =>
	chain(
		ID,
		'Run a script',
		START,
		ninjaOne(NODE, 'script.run', {
			deviceId: byId(String(device)),
			runnable: byId(SCRIPT),
			wait: true,
		}),
	);

async function useNewest(n8n) {
	const { nodes, versionId, ...rest } = await n8n.rest('GET', `workflows/${ID}`);
	if (nodes.some(({ credentials }) => credentials)) return;
	const [{ id, name }] = await n8n.rest('GET', 'credentials');
	const changed = nodes.map((node) =>
		node.name === NODE ? { ...node, credentials: { [CREDENTIAL]: { id, name } } } : node,
	);
	await n8n.rest('PATCH', `workflows/${ID}`, {
		name: rest.name,
		connections: rest.connections,
		settings: rest.settings,
		nodes: changed,
		versionId,
	});
}
