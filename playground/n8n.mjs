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
 *   calls `/rest/<path>` as the owner and returns its `data`, or the text of what is no JSON
 * @property {(credential: { name: string, type: string, data: object }) => Promise<Credential>} saveCredential
 *   creates the credential, or updates the one of that name
 * @property {(workflow: object) => Promise<string>} importWorkflow
 *   saves the workflow under the `id` that it carries, unless there is one already; returns the id,
 *   which is another one in n8n 1
 * @property {(id: string, trigger: string, timeoutMs?: number) => Promise<Execution>} runWorkflow
 *   runs the saved workflow from the trigger of that name to its end
 * @property {(id: string) => Promise<Execution>} execution reads an execution as it is now
 * @property {Promise<unknown>} ended settles when n8n is gone
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill ends n8n as a crash does
 *
 * @typedef {{ id: string, name: string }} Credential as nodes refer to it
 *
 * @typedef {object} Execution
 * @property {string} status `success`, or what became of it
 * @property {string} [error] the message that a person would see
 * @property {(node: string, branch?: number) => object[]} output the items that came out of the node, as plain JSON
 * @property {(node: string) => object[]} files what n8n notes of the files that came out of the node
 * @property {object[]} waiting the items that a node was to work on next when n8n last wrote the execution down
 */

/**
 * Starts n8n with the package installed, and signs in as its owner.
 *
 * @param {object} options
 * @param {string} options.home n8n's user folder; made when missing, and usable again later
 * @param {string} [options.packageDir] the built package; left out where the home has it already
 * @param {number} [options.port] a free one when left out
 * @param {string} [options.log] the file for what n8n writes; one in its home when left out
 * @param {Record<string, string>} [options.env] more of n8n's settings
 * @param {string} [options.manifests] the folder that says which n8n; the playground's when left out
 * @returns {Promise<N8n>}
 */
export async function startN8n(options) {
	const { url, server, script } = await launch('start', options);
	try {
		await server.ready(`${url}/healthz/readiness`);
		// n8n 1 says so as soon as its database is ready, a little before the rest is.
		await server.ready(`${url}/rest/settings`);
		const rest = await signIn(url);
		const { parse } = createRequire(script)('flatted');
		const execution = (id) => readExecution(rest, parse, id);
		return {
			url,
			login: { email: OWNER.email, password: OWNER.password },
			rest,
			saveCredential: (credential) => saveCredential(rest, credential),
			importWorkflow: (workflow) => importWorkflow(rest, workflow),
			runWorkflow: (...args) => runWorkflow(rest, execution, ...args),
			execution,
			ended: server.ended,
			stop: server.stop,
			kill: server.kill,
		};
	} catch (error) {
		await server.stop();
		throw error;
	}
}

/**
 * Starts a worker of n8n's queue mode. Its options are those of `startN8n`.
 *
 * @returns {Promise<Worker>}
 *
 * @typedef {object} Worker
 * @property {string} log the file for what it writes
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill ends it as a crash does
 */
export async function startWorker(options) {
	const { url, server } = await launch('worker', options);
	await server.ready(`${url}/healthz/readiness`);
	return { log: options.log, stop: server.stop, kill: server.kill };
}

/** One process of n8n, which need not be ready yet. */
async function launch(
	command,
	{ home, packageDir, port, env, log = join(home, 'n8n.log'), manifests },
) {
	const { node, n8n: script } = await installN8n(manifests);
	await mkdir(home, { recursive: true });
	if (packageDir) await installCommunityPackage(packageDir, home);

	port ??= await freePort();
	const url = `http://127.0.0.1:${port}`;
	const server = startServer({
		name: `n8n ${command}`,
		command: node,
		args: [script, command],
		cwd: home,
		env: { ...(await settings({ home, port, url })), ...env },
		log,
	});
	return { url, server, script };
}

/** Nothing here calls out: every feature of n8n that would reach the internet is off. */
async function settings({ home, port, url }) {
	return {
		...inherited(),
		N8N_USER_FOLDER: home,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
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
		const isJson = response.headers.get('content-type')?.includes('application/json');
		const answer = isJson ? await response.json() : { data: await response.text() };
		// A file of JSON comes without the envelope that n8n's own answers have.
		const { data = answer, message } = answer;
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
	// n8n 1 wants to be told that it is not active.
	return (await rest('POST', 'workflows', { ...workflow, active: false })).id;
}

/** n8n 2 runs what is saved; the versions before it want to be told. */
async function runWorkflow(rest, read, id, trigger, timeoutMs = 120_000) {
	const { executionId } = await rest('POST', `workflows/${id}/run`, {
		workflowData: await rest('GET', `workflows/${id}`),
		triggerToStartFrom: { name: trigger },
	});
	for (const deadline = Date.now() + timeoutMs; ; await pause(200)) {
		const execution = await read(executionId);
		if (!RUNNING.includes(execution.status)) return execution;
		if (Date.now() > deadline)
			throw new Error(`The workflow ${id} still runs after ${timeoutMs / 1000} s`);
	}
}

async function readExecution(rest, parse, id) {
	const { status, data } = await rest('GET', `executions/${id}`);
	// An execution that has only just begun has no data yet.
	const { resultData, executionData } = parse(data) ?? {};
	const { error, runData = {} } = resultData ?? {};
	const items = (turns = [], branch = 0) =>
		turns.flatMap((turn) => turn.data?.main?.[branch] ?? []);
	const values = (turns, branch) => items(turns, branch).map(({ json }) => json);
	return {
		status,
		error: error && [error.node?.name, error.message, error.description].filter(Boolean).join(': '),
		output: (node, branch) => values(runData[node], branch),
		files: (node) => items(runData[node]).flatMap(({ binary = {} }) => Object.values(binary)),
		waiting: values(executionData?.nodeExecutionStack),
	};
}
