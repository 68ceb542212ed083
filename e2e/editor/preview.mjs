/** The fields that come out of a node are offered to the next one before it has run. */

import { withCredential } from '../../playground/credential.mjs';
import { appears, openNode } from '../lib/editor.mjs';
import { chain, ninjaOne, START } from '../lib/workflows.mjs';
import { savedCredential } from './pickers.mjs';

const WORKFLOW = chain('preview', 'Preview', START, ninjaOne('List Devices', 'device.getMany'), {
	name: 'Next',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
});
const SOME = ['organizationId', 'nodeClass', 'lastContact'];

export async function showsFieldsBefore({ context: { check }, n8n, browser }) {
	await n8n.importWorkflow(withCredential(WORKFLOW, await savedCredential(n8n)));
	await openNode(browser, n8n, { workflow: WORKFLOW.id, node: 'Next' });
	const panel = browser.part('ndv-input-panel').or(browser.part('input-panel')).first();
	const offered = await Promise.all(
		SOME.map((name) => appears(panel.getByText(name, { exact: true }).first())),
	);
	await browser.picture('09-fields-before-a-run');
	check('fields are offered before the node has run', offered.every(Boolean), offered);
}
