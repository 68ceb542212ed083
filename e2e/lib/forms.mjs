/** What people do with a form of n8n's, without a browser. */

import { until } from './until.mjs';

const USER = 'office';
const PASSWORD = 'a password of the office';

/** As n8n's forms want it; the credential has the same. */
export const signedIn = {
	authorization: `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`,
};

/**
 * Chooses a Basic Auth credential in the form trigger of a workflow.
 *
 * @returns {Promise<string>} the form's address
 */
export async function protectForm(n8n, workflowId) {
	const credential = await n8n.saveCredential({
		name: 'Office',
		type: 'httpBasicAuth',
		data: { user: USER, password: PASSWORD },
	});
	const { nodes, versionId } = await n8n.rest('GET', `workflows/${workflowId}`);
	const form = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	form.credentials = { httpBasicAuth: credential };
	await n8n.rest('PATCH', `workflows/${workflowId}`, { nodes, versionId });
	return `${n8n.url}/form/${form.webhookId}`;
}

/**
 * Fills in a page and sends it.
 *
 * @param {string} url of the form, or of a later page
 * @param {Array<string | File>} values in the order of the fields
 * @returns {Promise<{ status: number, next?: string }>} `next` is the address of the next page
 */
export async function submit(url, values, headers = {}) {
	const body = new FormData();
	values.forEach((value, at) => body.append(`field-${at}`, value));
	const response = await fetch(url, { method: 'POST', headers, body });
	const text = await response.text();
	const next = text.startsWith('{') ? JSON.parse(text).formWaitingUrl : undefined;
	return { status: response.status, next };
}

/** Looks at a page, once the workflow has come to it. As a browser does: n8n does not answer before. */
export async function look(url) {
	const status = new URL(url);
	status.pathname += '/n8n-execution-status';
	await until('the form goes on', async () => {
		const response = await fetch(status);
		return !['new', 'running'].includes(await response.text());
	});
	const response = await fetch(url);
	return { status: response.status, text: await response.text() };
}

/** Looks at the page at the end. That n8n was asked for it again, with POST, ends the workflow. */
export async function lookAtEnd(url) {
	const page = await look(url);
	await submit(url, []);
	return page;
}
