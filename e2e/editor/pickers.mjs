/** Organizations and devices are chosen by typing a part of their names, and a list becomes a table. */

import { withCredential } from '../../playground/credential.mjs';
import { addTo, choose, execute, openNode, outputTable, pick, search } from '../lib/editor.mjs';
import { chain, ninjaOne, START } from '../lib/workflows.mjs';

/** From the open node "Get many devices". */
export async function listsDevices({ context: { check }, simulator, n8n, browser }) {
	const { name, id } = (await simulator.read('v2/organizations'))[2];
	const part = name.slice(0, 5);
	await addTo(browser, 0, 'Organization Names or IDs');
	await choose(browser, 'organizationIds', name, { typed: part });
	await browser.page.keyboard.press('Tab');
	const { status, error, output } = await execute(browser, n8n);
	check('the node is executed', status === 'success', error ?? status);

	const expected = await simulator.read(`v2/organization/${id}/devices?pageSize=1000`);
	const approved = expected.filter(({ approvalStatus }) => approvalStatus === 'APPROVED');
	const devices = output('Get many devices');
	check(
		`"${part}" finds the organization, and its devices come out`,
		devices.length === approved.length &&
			devices.every(({ organizationId }) => organizationId === id),
		devices.length,
	);
	const { columns, rows } = await outputTable(browser);
	check('the table has a column for the name', columns.includes('name'), columns);
	check('and a row for each device', rows.length === Math.min(devices.length, 25), rows.length);
	await browser.picture('06-devices', { image: 'devices' });
}

export async function picksByName({ context: { check }, simulator, n8n, browser }) {
	const organization = (await simulator.read('v2/organizations'))[4].name;
	const device = (await simulator.read('v2/devices?pageSize=30'))[20].systemName;
	const kinds = [
		{
			node: 'Organization',
			key: 'organization.get',
			field: 'organizationId',
			wanted: organization,
		},
		{ node: 'Device', key: 'device.get', field: 'deviceId', wanted: device },
	];
	const credential = await savedCredential(n8n);
	const nodes = kinds.map(({ node, key }) => ninjaOne(node, key));
	const workflow = withCredential(chain('by-name', 'By name', START, ...nodes), credential);
	await n8n.importWorkflow(workflow);

	for (const { node, field, wanted } of kinds) {
		await openNode(browser, n8n, { workflow: 'by-name', node });
		const typed = partOf(wanted);
		const offered = await search(browser, field, typed);
		check(`${node}: "${typed}" offers it`, offered.includes(wanted), offered);
		await browser.picture(`07-pick-${node.toLowerCase()}`);
		await pick(browser, wanted);
		const { output, error } = await execute(browser, n8n);
		const [item = {}] = output(node);
		check(
			`${node}: what was picked comes out`,
			JSON.stringify(item).includes(wanted),
			error ?? item,
		);
		// The next node needs this one's choice.
		await browser.page.keyboard.press('Control+s');
	}
}

/** Of "HEGMA-LNX-0042" the number, of "Hegmann - Hyatt" what follows its first letter. */
const partOf = (name) => /\d+$/.exec(name)?.[0] ?? name.split(' ')[0].slice(1).toLowerCase();

/** The one that was made in the dialog. */
export async function savedCredential(n8n) {
	const [{ id, name }] = await n8n.rest('GET', 'credentials');
	return { id, name };
}
