/** n8n's editor as a person uses it: the panel of nodes, a node's parameters, what came out. */

import { until } from './until.mjs';
import { isEnded } from './workflows.mjs';

const CANVAS = { width: 1280, height: 690 };
const NOTHING = /We didn.t make that/;

/**
 * @typedef {import('./browser.mjs').Browser} Browser
 * @typedef {import('../../playground/n8n.mjs').N8n} N8n
 */

/** @param {Browser} browser @param {N8n} n8n */
export async function newWorkflow({ page, part }, n8n) {
	await page.goto(`${n8n.url}/workflow/new`);
	await part('canvas-wrapper').waitFor();
	await page.getByText('Add first step').first().waitFor();
}

/** Types into the search of the panel of nodes, and gives the names that it finds once `awaited` is among them. */
export async function searchNodes({ page, part }, words, awaited) {
	if (!(await part('node-creator').isVisible())) await page.keyboard.press('n');
	const names = part('node-creator-item-name');
	const wanted = names.getByText(awaited, { exact: true }).first();
	// What the last search has found stays for a moment.
	await part('node-creator-search-bar').fill('');
	await wanted.waitFor({ state: 'hidden' });
	await part('node-creator-search-bar').fill(words);
	await wanted.or(page.getByText(NOTHING)).first().waitFor();
	return await names.allInnerTexts();
}

/** A workflow that is saved in n8n, all of it in sight, in a window as low as workflows are. */
export async function openCanvas({ page, part }, n8n, workflow) {
	await page.setViewportSize(CANVAS);
	await page.goto(`${n8n.url}/workflow/${workflow}`);
	await part('canvas-node').first().waitFor();
	await part('zoom-to-fit').click();
}

/** A workflow that is saved in n8n, with one of its nodes open. */
export async function openNode({ page, part }, n8n, { workflow, node }) {
	await page.goto(`${n8n.url}/workflow/${workflow}`);
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${node}"]`).dblclick();
	await part('ndv').waitFor();
	await part('node-execute-button').first().waitFor();
}

export const parameter = ({ part }, name) => part(`parameter-input-${name}`).first();

/** Chooses an entry of a drop-down, whose options may still be on their way; what is typed narrows them. */
export async function choose(browser, name, option, { typed } = {}) {
	const wanted = optionOf(browser, option);
	await until(`${name} offers ${option}`, async () => {
		await parameter(browser, name).click();
		if (!(await appears(browser.page.locator('[role="option"]:visible').first(), 3000)))
			return false;
		if (typed) await browser.page.keyboard.type(typed);
		return await appears(wanted, 3000);
	});
	await wanted.click();
}

export const appears = (locator, timeout) =>
	locator.waitFor({ timeout }).then(
		() => true,
		() => false,
	);

/** An option may have a line of description below its name. */
const optionOf = ({ page }, name) =>
	page
		.getByRole('option', { name, exact: true })
		.or(page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) }))
		.first();

/** Opens a picker and types a part of a name; gives the names that it offers. */
export async function search({ page, part }, name, typed) {
	const picker = part(`resource-locator-${name}`);
	await picker.locator('[data-test-id="rlc-input"]').click();
	const input = page.locator('[data-test-id="rlc-search"]:visible');
	await input.waitFor();
	const editable = input.locator('input').or(input.and(page.locator('input')));
	await editable.first().fill(typed);
	return await until(`the picker ${name} offers what has "${typed}" in its name`, async () => {
		const offered = await page.locator('[data-test-id="rlc-item"]:visible').allInnerTexts();
		const isFitting = (each) => each.toLowerCase().includes(typed.toLowerCase());
		return offered.length > 0 && offered.every(isFitting) && offered;
	});
}

export async function pick({ page }, name) {
	await page.locator('[data-test-id="rlc-item"]:visible').filter({ hasText: name }).first().click();
}

/** Adds an entry of a collection, such as a filter. */
export async function addTo(browser, nth, option) {
	await browser.part('collection-parameter-add').nth(nth).click();
	await optionOf(browser, option).click();
}

/** Executes the open node to its end, and gives the execution when the panel shows it. */
export async function execute({ page, part }, n8n) {
	const started = page.waitForResponse((response) =>
		/\/workflows\/[^/]+\/run/.test(response.url()),
	);
	await part('node-execute-button').first().click();
	const { data } = await (await started).json();
	const execution = await until('the execution has ended', async () => {
		const found = await n8n.execution(data.executionId);
		return isEnded(found) && found;
	});
	const panel = part('output-panel');
	await panel.locator('[data-test-id="run-data-item-count"]').first().waitFor();
	return execution;
}

/** The table of what came out: its head and its rows on the first page. */
export async function outputTable({ part }) {
	const panel = part('output-panel');
	await panel.locator('[data-test-id="radio-button-table"]').click();
	await panel.locator('table').first().waitFor();
	const texts = (selector) => panel.locator(selector).allInnerTexts();
	return { columns: await texts('thead th'), rows: (await texts('tbody tr')).filter(Boolean) };
}
