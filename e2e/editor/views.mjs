/** What a person sees of each node, in light and in dark: pictures to look at, and icons that fit. */

import { withCredential } from '../../playground/credential.mjs';
import { closeDialog, editCredential } from '../lib/credentialDialog.mjs';
import { addTo, execute, newWorkflow, openNode, outputTable, searchNodes } from '../lib/editor.mjs';
import { until } from '../lib/until.mjs';
import { chain, ninjaOne, START } from '../lib/workflows.mjs';
import { savedCredential } from './pickers.mjs';

const ICONS = { light: 'ninjaone.svg', dark: 'ninjaone.dark.svg' };

/** @type {Array<{ picture: string, nodes: object[], image?: string, prepare?: (browser: object, n8n: object) => Promise<void> }>} */
const VIEWS = [
	{
		picture: 'device-filters',
		nodes: [
			START,
			ninjaOne('List Devices', 'device.getMany', { filters: { connectivity: 'offline' } }),
		],
		prepare: (browser) => addTo(browser, 0, 'Classes'),
	},
	{
		picture: 'custom-fields',
		nodes: [START, ninjaOne('Update Fields', 'customField.update', { entityType: 'NODE' })],
		prepare: async ({ part }) => {
			await part('mapping-fields-container').scrollIntoViewIfNeeded();
		},
	},
	{ picture: 'ticket', nodes: [START, ninjaOne('Create Ticket', 'ticket.create')] },
	{
		picture: 'trigger',
		image: 'trigger',
		nodes: [{ name: 'NinjaOne Trigger', type: 'n8n-nodes-ninjaone.ninjaOneTrigger' }],
		prepare: async (browser, n8n) => {
			await execute(browser, n8n);
			await outputTable(browser);
		},
	},
	{
		picture: 'webhook-trigger',
		nodes: [
			{
				name: 'NinjaOne Webhook Trigger',
				type: 'n8n-nodes-ninjaone.ninjaOneWebhookTrigger',
				webhookId: 'views-webhook',
			},
		],
	},
];

export async function showsAllViews(scene) {
	const { context, n8n, browser } = scene;
	const credential = await savedCredential(n8n);
	for (const { picture, nodes } of VIEWS)
		await n8n.importWorkflow(withCredential(chain(picture, picture, ...nodes), credential));
	for (const theme of Object.keys(ICONS)) {
		context.log(`the ${theme} theme`);
		await showsViews({ ...scene, browser: await browser.inTheme(theme), theme });
	}
}

async function showsViews({ context: { check }, n8n, browser, theme }) {
	const { page, part, picture } = browser;
	const icon = page.locator(`img[src$="${ICONS[theme]}"]`).first();
	await newWorkflow(browser, n8n);
	await searchNodes(browser, 'ninja', 'NinjaOne');
	await icon.waitFor();
	await picture(`11-${theme}-panel`);
	for (const { picture: name, nodes, image, prepare } of VIEWS) {
		await openNode(browser, n8n, { workflow: name, node: nodes.at(-1).name });
		await prepare?.(browser, n8n);
		await until('all drop-downs have their options', () => page.evaluate(isLoaded));
		const issues = await part('parameter-issues').count();
		await page.mouse.move(0, 0);
		await picture(`11-${theme}-${name}`, { image: theme === 'light' ? image : undefined });
		check(
			`${theme}: ${name} has its icon, and asks for no more than it needs`,
			(await icon.isVisible()) && issues <= MISSING,
			`${issues} parameters have issues`,
		);
	}
	await editCredential(browser);
	await picture(`11-${theme}-credential`);
	await closeDialog(browser);
	await page.context().close();
}

/** Runs in the browser. */
const isLoaded = () =>
	[...document.querySelectorAll('input')].every(
		({ value, placeholder }) => !/^Loading/.test(value) && !/^Loading/.test(placeholder),
	);

/** A ticket needs an organization, a form and a subject; nothing else here needs as many. */
const MISSING = 3;
