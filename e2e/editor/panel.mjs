/** The panel of nodes: what a person searches for finds the node, and the node offers its operations. */

import { appears, newWorkflow, searchNodes } from '../lib/editor.mjs';

const WORDS = ['ninja', 'RMM', 'patch'];
const OURS = ['NinjaOne', 'NinjaOne Webhook Trigger'];

export async function findsNode({ context: { check }, n8n, browser }) {
	const { page, part, picture } = browser;
	await newWorkflow(browser, n8n);
	for (const words of WORDS) {
		const found = await searchNodes(browser, words, OURS[0]);
		check(
			`"${words}" finds the nodes`,
			OURS.every((name) => found.includes(name)),
			found,
		);
		await picture(`02-search-${words}`);
	}

	await part('node-creator-item-name').getByText('NinjaOne', { exact: true }).click();
	const trigger = page.getByText('On new NinjaOne event', { exact: true });
	check('it offers its trigger', await appears(trigger));
	await page.getByText(/^Actions \(\d+\)$/).click();
	const action = page.getByText('Get many devices', { exact: true });
	check('it offers its operations', await appears(action));
	await picture('03-operations');
	await action.click();
	await part('ndv').waitFor();
	check('the node opens', await part('parameter-input-operation').first().isVisible());
}
