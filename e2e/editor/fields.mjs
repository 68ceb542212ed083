/** The form for custom fields is filled with those that NinjaOne has, and what is typed in it arrives there. */

import { withCredential } from '../../playground/credential.mjs';
import { choose, execute, openNode, parameter } from '../lib/editor.mjs';
import { until } from '../lib/until.mjs';
import { chain, ninjaOne, START } from '../lib/workflows.mjs';
import { savedCredential } from './pickers.mjs';

const NODE = 'Update Fields';
const DEVICE = 2;

export async function fillsInFields({ context: { check }, simulator, n8n, browser }) {
	await n8n.importWorkflow(await updateOfFields({ simulator, n8n }));
	await openNode(browser, n8n, { workflow: 'custom-fields', node: NODE });
	const form = browser.part('mapping-fields-container');
	const shown = await until('the form has its fields', async () => {
		const buttons = form.locator('[data-test-id^="remove-field-button-"]');
		const ids = await buttons.evaluateAll((all) => all.map(({ dataset }) => dataset.testId));
		return ids.length > 0 && ids.map((id) => id.replace('remove-field-button-', ''));
	});
	const expected = await fieldsOfDevices(simulator);
	check(
		'the form has every field that devices have, and no other',
		JSON.stringify([...shown].sort()) === JSON.stringify(expected),
		shown,
	);
	await browser.picture('08-custom-fields-form');

	await parameter(browser, 'deviceSeatCount').locator('input').fill('12');
	await choose(browser, 'deviceSupportTier', 'Gold');
	await browser.page.keyboard.press('Tab');
	const { status, error } = await execute(browser, n8n);
	check('the form is sent', status === 'success', error ?? status);
	const values = await simulator.read(`v2/device/${DEVICE}/custom-fields`);
	check(
		'NinjaOne has the values',
		values.deviceSeatCount === 12 && values.deviceSupportTier !== undefined,
		values,
	);
	await showBoth(browser);
	await browser.picture('09-custom-fields-sent', { image: 'custom-fields' });
}

async function updateOfFields({ simulator, n8n }) {
	const { systemName } = await simulator.look(`devices/${DEVICE}`);
	const deviceId = {
		__rl: true,
		mode: 'list',
		value: String(DEVICE),
		cachedResultName: systemName,
	};
	const node = ninjaOne(NODE, 'customField.update', { entityType: 'NODE', deviceId });
	return withCredential(chain('custom-fields', 'Fields', START, node), await savedCredential(n8n));
}

/** Both fields were filled in, but only the last one is sure to be seen. */
async function showBoth({ page, part }) {
	await part('mapping-fields-container').hover();
	await page.mouse.wheel(0, -240);
	await page.mouse.move(0, 0);
}

/** Those that the API may read or write. */
async function fieldsOfDevices(simulator) {
	const { results } = await simulator.read('v2/custom-fields?pageSize=500');
	return results
		.filter(({ definitionScope }) => definitionScope.includes('NODE'))
		.filter(({ apiPermission }) => apiPermission !== 'NONE')
		.map(({ name }) => name)
		.sort();
}
