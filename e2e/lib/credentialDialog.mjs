/** n8n's dialog for a credential, filled in by hand. */

import { choose, parameter } from './editor.mjs';
import { until } from './until.mjs';

/** From an open node that has no credential yet, or another one. */
export async function newCredential({ part }) {
	const select = part('node-credentials-select');
	const none = part('node-credentials-empty-state').getByRole('button').first();
	await select.or(none).first().waitFor();
	if (await select.isVisible()) {
		await select.click();
		await part('node-credentials-select-item-new').click();
	} else await none.click();
	await part('credential-save-button').waitFor();
}

const BANNERS = [
	'credentials-config-container-test-success',
	'oauth-connect-success-banner',
	'oauth-not-connected-banner',
];
const FAILED = 'connect with these settings';

/** From an open node. Gives what n8n says of the credential, which it tests once more. */
export async function editCredential({ page, part }) {
	await part('credential-edit-button').click();
	const banners = BANNERS.map((id) => `[data-test-id="${id}"]:visible`).join(', ');
	const failed = part('node-credentials-config-container').getByText(FAILED);
	const banner = page.locator(banners).or(failed).first();
	await banner.waitFor();
	return await banner.innerText();
}

/** Fills in what is given, in this order: drop-downs by the names of their options, all else as text. */
export async function fillIn(browser, { choices = {}, texts = {} }) {
	for (const [name, option] of Object.entries(choices)) await choose(browser, name, option);
	for (const [name, text] of Object.entries(texts))
		await parameter(browser, name).locator('input').fill(text);
}

/** Saves, which makes n8n test the credential, and gives what n8n then says. A new one that is right ends the dialog. */
export async function saveAndRead({ page, part }) {
	const tested = page.waitForResponse((response) => response.url().endsWith('/credentials/test'));
	await part('credential-save-button').click();
	const { status, message } = (await (await tested).json()).data;
	if (status === 'OK') {
		const praise = part('credentials-config-container-test-success');
		await until(
			'n8n praises the credential',
			async () => !(await part('credential-save-button').isVisible()) || (await praise.isVisible()),
		);
		return { isGood: true, said: message };
	}
	const failed = part('node-credentials-config-container').getByText(FAILED).first();
	const banner = failed.locator('xpath=ancestor::*[.//button[normalize-space()="Retry"]][1]/..');
	const more = banner.getByText('More details', { exact: true });
	if (await more.isVisible()) await more.click();
	return { isGood: false, said: await banner.innerText() };
}

/** Saves a credential for signing in, which n8n does not test. */
export async function save({ page, part }) {
	const saved = page.waitForResponse(
		(response) =>
			/\/rest\/credentials(\/\w+)?$/.test(response.url()) && response.request().method() !== 'GET',
	);
	await part('credential-save-button').click();
	await saved;
}

export async function closeDialog({ page, part }) {
	await page.locator('.el-dialog__headerbtn:visible').last().click();
	await part('credential-save-button').waitFor({ state: 'hidden' });
}
