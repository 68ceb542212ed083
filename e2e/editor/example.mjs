/** The main example on n8n's canvas, run by its button. */

import { withCredential } from '../../playground/credential.mjs';
import { readExample } from '../../playground/examples.mjs';
import { MAIN_EXAMPLE } from '../../playground/main-job.mjs';
import { openCanvas } from '../lib/editor.mjs';
import { settled } from '../lib/workflows.mjs';
import { savedCredential } from './pickers.mjs';

const DONE = '[data-test-id="canvas-node-status-success"]';
const NOTE = 'n8n-nodes-base.stickyNote';

export async function runsExample({ context: { check }, n8n, browser }) {
	const example = await readExample(MAIN_EXAMPLE);
	const steps = example.nodes.filter(({ type }) => type !== NOTE);
	await n8n.importWorkflow(withCredential(example, await savedCredential(n8n)));
	await openCanvas(browser, n8n, example.id);
	await browser.part('execute-workflow-button').first().click();
	await browser.page
		.locator(DONE)
		.nth(steps.length - 1)
		.waitFor();
	const executions = await settled(n8n, example.id);
	check(
		'the main example runs to its end, and each of its nodes says so',
		executions.length === 1 && executions[0].status === 'success',
		executions,
	);
	await browser.picture('10-example', { image: 'workflow' });
}
