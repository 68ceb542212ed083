/** What a person meets in n8n's editor, in a browser: from the search for the node to the table of what it gave. */

import { fillsInFields } from '../editor/fields.mjs';
import { testsCredential } from '../editor/credential.mjs';
import { runsExample } from '../editor/example.mjs';
import { findsNode } from '../editor/panel.mjs';
import { listsDevices, picksByName } from '../editor/pickers.mjs';
import { showsFieldsBefore } from '../editor/preview.mjs';
import { showsAllViews } from '../editor/views.mjs';
import { inBrowser, signIn } from '../lib/browser.mjs';

export const title = 'A person finds the node, connects it, fills it in and sees what it gives';

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	const simulator = await context.startSimulator({ devices: 400, organizations: 12 });
	const n8n = await context.startN8n();
	await inBrowser(context, n8n, async (browser) => {
		await browser.picture('01-sign-in');
		await signIn(browser, n8n);
		const scene = { context, simulator, n8n, browser };
		await findsNode(scene);
		await testsCredential(scene);
		await listsDevices(scene);
		await picksByName(scene);
		await fillsInFields(scene);
		await showsFieldsBefore(scene);
		await runsExample(scene);
		await showsAllViews(scene);
	});
}
