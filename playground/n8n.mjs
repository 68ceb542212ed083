/** A real n8n server with the package in it, driven over the same REST calls as its editor's. */

import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { installCommunityPackage } from './community-package.mjs';
import { installN8n } from './install.mjs';
import { freePort, startServer } from './processes.mjs';

/** The account that every playground n8n has. Nothing but this machine can reach it. */
export const OWNER = {
	email: 'demo@example.com',
	password: 'NinjaOne-demo-1',
	firstName: 'Demo',
	lastName: 'Owner',
};

/** n8n ties a session to the browser that signed in, and knows the browser by this header. */
const BROWSER = { 'browser-id': 'n8n-nodes-ninjaone-playground' };

const RUNNING = ['new', 'running', 'waiting'];

/**
 * @typedef {object} N8n
 * @property {string} url the editor's address
 * @property {{ email: string, password: string }} login
 * @property {(method: string, path: string, body?: object) => Promise<any>} rest
 *   calls `/rest/<path>` as the owner and returns its `data`
 * @property {(credential: { name: string, type: string, data: object }) => Promise<Credential>} saveCredential
 *   creates the credential, or updates the one of that name
 * @property {(workflow: object) => Promise<string>} importWorkflow
 *   saves the workflow under the `id` that it carries, unless there is one already; returns the id
 * @property {(id: string, trigger: string, timeoutMs?: number) => Promise<Execution>} runWorkflow
 *   runs the saved workflow from the trigger of that name to its end
 * @property {Promise<unknown>} ended settles when n8n is gone
 * @property {() => Promise<void>} stop
 *
 * @typedef {{ id: string, name: string }} Credential as nodes refer to it
 *
 * @typedef {object} Execution
 * @property {string} status `success`, or what became of it
 * @property {string} [error] the message that a person would see
 * @property {(node: string) => object[]} output the items that came out of the node, as plain JSON
 */

/**
 * Starts n8n with the package installed, and signs in as its owner.
 *
 * @param {object} options
 * @param {string} options.home n8n's user folder; made when missing, and usable again later
 * @param {string} options.packageDir the built package
 * @param {number} [options.port] a free one when left out
 * @param {Record<string, string>} [options.env] more of n8n's settings
 * @returns {Promise<N8n>}
 */
export async function startN8n({ home, packageDir, port, env }) {
	const installation = await installN8n();
	await mkdir(home, { recursive: true });
	await installCommunityPackage(packageDir, home);

	port ??= await freePort();
	const url = `http://127.0.0.1:${port}`;
	const server = startServer({
		name: 'n8n',
		command: installation.node,
		args: [installation.n8n, 'start'],
		cwd: home,
		env: { ...(await settings({ home, port, url })), ...env },
		log: join(home, 'n8n.log'),
	});
	try {
		await server.ready(`${url}/healthz/readiness`);
		const rest = await signIn(url);
		const { parse } = createRequire(installation.n8n)('flatted');
		return {
			url,
			login: { email: OWNER.email, password: OWNER.password },
			rest,
			saveCredential: (credential) => saveCredential(rest, credential),
			importWorkflow: (workflow) => importWorkflow(rest, workflow),
			runWorkflow: (...args) => runWorkflow(rest, parse, ...args),
			ended: server.ended,
			stop: server.stop,
		};
	} catch (error) {
		await server.stop();
		throw error;
	}
}

/** Nothing here calls out: every feature of n8n that would reach the internet is off. */
async function settings({ home, port, url }) {
	return {
		...inherited(),
		N8N_USER_FOLDER: home,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: `${url}/`,
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_DISABLED_MODULES:
			'mcp-registry,mcp,instance-ai,agents,chat-hub,workflow-builder,breaking-changes,' +
			'source-control,log-streaming,otel,insights,quick-connect',
		N8N_LOG_LEVEL: 'info',
		N8N_LOG_OUTPUT: 'console',
		NO_COLOR: '1',
		GENERIC_TIMEZONE: 'UTC',
	};
}

/** Our own environment, less what would change n8n behind our back. */
function inherited() {
	const foreign = /^(N8N_|DB_|QUEUE_|EXECUTIONS_|NODES_|NODE_OPTIONS$|WEBHOOK_URL$|npm_)/i;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function signIn(url) {
	const anonymous = restClient(url, {});
	const { showSetupOnFirstLoad } = (await anonymous('GET', 'settings')).data.userManagement;
	const { headers } = showSetupOnFirstLoad
		? await anonymous('POST', 'owner/setup', OWNER)
		: await anonymous('POST', 'login', {
				emailOrLdapLoginId: OWNER.email,
				password: OWNER.password,
			});
	const cookie = headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	const signedIn = restClient(url, { cookie });
	return async (...request) => (await signedIn(...request)).data;
}

function restClient(url, session) {
	return async (method, path, body) => {
		const response = await fetch(`${url}/rest/${path}`, {
			method,
			headers: { ...BROWSER, ...session, 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		const { data, message } = await response.json();
		if (!response.ok)
			throw new Error(`n8n refused ${method} /rest/${path} (${response.status}): ${message}`);
		return { headers: response.headers, data };
	};
}

async function saveCredential(rest, credential) {
	const known = (await rest('GET', 'credentials')).find(
		({ name, type }) => name === credential.name && type === credential.type,
	);
	const { id, name } = known
		? await rest('PATCH', `credentials/${known.id}`, credential)
		: await rest('POST', 'credentials', credential);
	return { id, name };
}

async function importWorkflow(rest, workflow) {
	const workflows = await rest('GET', 'workflows');
	if (workflows.some(({ id }) => id === workflow.id)) return workflow.id;
	return (await rest('POST', 'workflows', workflow)).id;
}

async function runWorkflow(rest, parse, id, trigger, timeoutMs = 120_000) {
	const { executionId } = await rest('POST', `workflows/${id}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	for (const deadline = Date.now() + timeoutMs; ; await pause(200)) {
		const execution = await rest('GET', `executions/${executionId}`);
		if (!RUNNING.includes(execution.status))
			return readExecution(execution.status, parse(execution.data));
		if (Date.now() > deadline)
			throw new Error(`The workflow ${id} still runs after ${timeoutMs / 1000} s`);
	}
}

function readExecution(status, { resultData }) {
	const { error, runData = {} } = resultData;
	return {
		status,
		error: error && [error.node?.name, error.message, error.description].filter(Boolean).join(': '),
		output: (node) =>
			(runData[node] ?? []).flatMap((turn) => (turn.data?.main?.[0] ?? []).map(({ json }) => json)),
	};
}
