/** Forty executions at once, each of which changes a device and looks at it. */

import { credentialFor, withCredential } from '../../playground/credential.mjs';
import { activate, chain, latestOf, ninjaOne } from '../lib/workflows.mjs';

export const EXECUTIONS = 40;

const ID = 'work-on-fleet';
const PATH = 'work-on-fleet';

const deviceId = {
	__rl: true,
	mode: 'id',
	value: "={{ $('Order').first().json.body.deviceId }}",
};

export const workflow = chain(
	ID,
	'Work on the fleet',
	{
		name: 'Order',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: PATH,
		parameters: { httpMethod: 'POST', path: PATH, responseMode: 'onReceived' },
	},
	ninjaOne('Rename', 'device.update', {
		deviceId,
		updateFields: { displayName: "={{ $('Order').first().json.body.name }}" },
	}),
	ninjaOne('Look', 'device.get', { deviceId }),
	ninjaOne('Alerts', 'alert.getMany', { deviceId, scope: 'device', returnAll: true }),
);

/** The workflow in n8n, with a credential that nobody has used yet. */
export async function createFleet({ n8n, simulator }) {
	const credential = await n8n.saveCredential({ ...credentialFor(simulator), name: 'New' });
	await n8n.importWorkflow(withCredential(workflow, credential));
	const { status, error } = await activate(n8n, ID);
	if (status !== 'published') throw new Error(`The workflow ${ID} is ${status}: ${error}`);
	const rows = await simulator.read(`v2/devices?pageSize=${EXECUTIONS}`);
	const ids = rows.map(({ id }) => id);

	const latest = () => latestOf(n8n, ID);
	const order = async (name, deviceId) => {
		const response = await fetch(`${n8n.url}/webhook/${PATH}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ deviceId, name }),
		});
		if (!response.ok) throw new Error(`n8n refused an order (${response.status})`);
	};
	return {
		/** Orders an execution for each device, all at once, and gives a way to ask what became of them. */
		async orderAll(name) {
			const last = (await latest()).at(-1)?.id ?? 0;
			await Promise.all(ids.map((id) => order(name, id)));
			return async () => (await latest()).filter(({ id }) => Number(id) > last);
		},
		/** How many devices have this name. */
		async named(name) {
			const devices = await Promise.all(ids.map((id) => simulator.look(`devices/${id}`)));
			return devices.filter(({ displayName }) => displayName === name).length;
		},
	};
}
