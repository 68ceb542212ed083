/** The credential of a technician, and the pages on which it is connected. */

import {
	closeDialog,
	editCredential,
	fillIn,
	newCredential,
	save,
} from '../lib/credentialDialog.mjs';
import { appears, openNode } from '../lib/editor.mjs';
import { ID, NODE } from './work.mjs';

const CONNECTED = 'oauth-connect-success-banner';
const NOT_CONNECTED = 'oauth-not-connected-banner';

/** Makes the credential in the dialog, and leaves the dialog open. */
export async function newTechnician({ simulator, n8n, browser }) {
	await openNode(browser, n8n, { workflow: ID, node: NODE });
	await newCredential(browser);
	await fillIn(browser, {
		choices: {
			grantType: 'Authorization Code with PKCE (Signed-In Technician)',
			region: 'Custom Host',
			apiScopes: 'Monitoring and Management',
		},
		texts: {
			clientId: 'simulator-user',
			clientSecret: 'simulator-user-secret',
			customHost: simulator.url,
		},
	});
	await save(browser);
}

/** What the dialog says as long as nobody is connected. */
export async function disconnected({ browser: { part, picture } }) {
	const banner = part(NOT_CONNECTED);
	await banner.waitFor();
	await banner.scrollIntoViewIfNeeded();
	await picture('01-not-connected');
	return await banner.innerText();
}

/** Presses the button and decides on NinjaOne's page; gives what is said then. */
export async function connect({ n8n, browser }, decision) {
	const button = browser.part(NOT_CONNECTED).getByRole('button', { name: 'Connect' });
	const said = await decide(browser, button, decision);
	if (decision === 'Deny') return said;
	return await connectedBanner(browser, n8n);
}

/** From anywhere: opens the credential, which n8n still believes to be connected, and connects it once more. */
export async function reconnect({ n8n, browser }) {
	await openNode(browser, n8n, { workflow: ID, node: NODE });
	await editCredential(browser);
	await browser.picture('04-before-connecting-again');
	await decide(browser, browser.part('oauth-switch-account-button'), 'Allow');
	return await connectedBanner(browser, n8n);
}

/** NinjaOne's page comes in a window of its own, which ends by itself when all is well. */
async function decide({ page, picture }, button, decision) {
	const opened = page.waitForEvent('popup');
	await button.click();
	const consent = await opened;
	const answer = consent.getByRole('button', { name: decision, exact: true });
	await answer.waitFor();
	if (decision === 'Allow') await picture('02-consent', { of: consent });
	await answer.click();
	if (decision === 'Allow') {
		await consent.waitForEvent('close').catch(() => undefined);
		return '';
	}
	await consent.waitForURL(/oauth2-credential\/callback/);
	const said = await consent.locator('body').innerText();
	await picture('02-denied', { of: consent });
	await consent.close();
	return said;
}

/** n8n may end the dialog together with the window. */
async function connectedBanner(browser, n8n) {
	const { part, picture } = browser;
	if (!(await appears(part(CONNECTED), 5000))) {
		await openNode(browser, n8n, { workflow: ID, node: NODE });
		await editCredential(browser);
	}
	const said = await part(CONNECTED).innerText();
	await picture('03-connected');
	await closeDialog(browser);
	return said;
}
