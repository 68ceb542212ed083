/** Runs the main example in n8n, shows what came out, and holds it against the simulator's own state. */

import { step } from './progress.mjs';

export const MAIN_EXAMPLE = '01-list-update-reset';

/** The example's NinjaOne nodes in the order in which they run, and what to show of an item of each. */
const NODES = {
	'List Devices': ({ id, name }) => `device ${id} is "${name}"`,
	'First Alert': ({ deviceId, message }) => `device ${deviceId}: ${message}`,
	'Update Its Device': ({ deviceId, updated }) => `device ${deviceId}: set ${updated}`,
	'Alerts of the Device': ({ uid, message }) => `${uid.slice(0, 8)}: ${message}`,
	'Reset Each Alert': ({ alertUid }) => `${alertUid.slice(0, 8)}: reset`,
	'List Devices Again': ({ id, name }) => `device ${id} is "${name}"`,
};

/**
 * @param {{ n8n: import('./n8n.mjs').N8n, simulator: import('./simulator.mjs').Simulator, workflow: string }} options
 * @returns {Promise<boolean>} whether all that the workflow says it did was done
 */
export async function runMainJob({ n8n, simulator, workflow }) {
	const execution = await step('Running the main example', () =>
		n8n.runWorkflow(workflow, 'Start'),
	);
	printTable(execution);
	const checks = [
		checkEnd(execution),
		...(reachedTheEnd(execution) ? await compare(execution, simulator) : []),
	];
	for (const [isOk, what] of checks) console.log(`  ${isOk ? 'ok    ' : 'not ok'}  ${what}`);
	console.log();
	return checks.every(([isOk]) => isOk);
}

/** A line for each node; of a list, it shows the device that was updated. */
function printTable({ output }) {
	const [updated] = output('Update Its Device');
	console.log('\n  Node                  Items  For example');
	for (const [node, show] of Object.entries(NODES)) {
		const items = output(node);
		const example = items.find(({ id }) => id === updated?.deviceId) ?? items[0];
		const count = String(items.length).padStart(6);
		console.log(`  ${node.padEnd(20)} ${count}  ${example ? show(example) : ''}`);
	}
	console.log();
}

/** A node that gets no items ends a workflow early, and n8n calls that a success. */
const reachedTheEnd = ({ status, output }) =>
	status === 'success' && Object.keys(NODES).every((node) => output(node).length > 0);

function checkEnd(execution) {
	if (reachedTheEnd(execution)) return [true, 'n8n ran every node of the workflow'];
	const idle = Object.keys(NODES).find((node) => execution.output(node).length === 0);
	const reason = execution.error ?? `nothing came out of "${idle}"`;
	return [false, `n8n ended the workflow early (${execution.status}): ${reason}`];
}

/** What came out of the workflow against what is so in NinjaOne: whether it holds, and the sentence. */
async function compare({ output }, simulator) {
	const [{ organizationId, newName }] = output('Settings');
	const [{ deviceId }] = output('Update Its Device');
	const devices = await approvedDevices(simulator, organizationId);
	const device = await simulator.look(`devices/${deviceId}`);
	const alerts = await simulator.look('alerts');

	const before = ids(output('List Devices'));
	const afterwards = output('List Devices Again');
	const found = output('Alerts of the Device').map(({ uid }) => uid);
	const reset = output('Reset Each Alert').map(({ alertUid }) => alertUid);
	return [
		[
			same(before, ids(devices)),
			`the list has all ${devices.length} devices of the organization, and no other`,
		],
		[device.displayName === newName, `device ${deviceId} is named "${newName}" in NinjaOne`],
		[same(reset, found), `every alert of the device was reset (${found.length})`],
		[
			!alerts.some(({ uid }) => reset.includes(uid)),
			'no alert that was reset is active in NinjaOne',
		],
		[same(ids(afterwards), before), 'the second list has the same devices'],
		[
			afterwards.find(({ id }) => id === deviceId)?.name === newName,
			`the second list shows the new name of device ${deviceId}`,
		],
	];
}

/** Asked for by another address than the one that the node uses, and without a filter. */
async function approvedDevices(simulator, organizationId) {
	const devices = await simulator.read(`v2/organization/${organizationId}/devices?pageSize=1000`);
	return devices.filter(({ approvalStatus }) => approvalStatus === 'APPROVED');
}

const ids = (rows) => rows.map(({ id }) => id);

const same = (some, others) =>
	some.length === others.length && new Set([...some, ...others]).size === new Set(some).size;
