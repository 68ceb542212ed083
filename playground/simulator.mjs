/** The simulated NinjaOne of this repository, as a process of its own. */

import { join } from 'node:path';
import { freePort, startServer } from './processes.mjs';

/** The app that may do everything, as it is registered with the simulator. */
export const APP = { clientId: 'simulator-full', clientSecret: 'simulator-full-secret' };

/**
 * @typedef {object} Simulator
 * @property {string} url
 * @property {(path: string) => Promise<any>} look asks for the simulator's own state, as in `look('summary')`
 * @property {(path: string, body: object) => Promise<any>} act tells the simulator itself, as in `act('happen', { what: 'online', deviceId: 9 })`
 * @property {(path: string) => Promise<any>} remove as in `remove('faults')`
 * @property {(path: string) => Promise<any>} read asks as a client of NinjaOne's would, as in `read('v2/devices')`
 * @property {Promise<unknown>} ended settles when the simulator is gone
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} options
 * @param {string} options.root the repository
 * @param {string} options.logs folder for its log file
 * @param {number} [options.port] a free one when left out
 * @param {Record<string, unknown>} [options.size] more options of its command line; undefined ones are left out
 * @returns {Promise<Simulator>}
 */
export async function startSimulator({ root, logs, port, size = {} }) {
	port ??= await freePort();
	const url = `http://127.0.0.1:${port}`;
	const server = startServer({
		name: 'The simulator',
		command: process.execPath,
		args: ['--import', 'tsx', join('simulator', 'cli.mjs'), ...flags({ port, ...size })],
		cwd: root,
		log: join(logs, 'simulator.log'),
	});
	await server.ready(`${url}/_simulator/health`);
	return {
		url,
		look: (path) => request(`${url}/_simulator/${path}`),
		act: (path, body) => request(`${url}/_simulator/${path}`, json(body)),
		remove: (path) => request(`${url}/_simulator/${path}`, { method: 'DELETE' }),
		read: (path) => readAsClient(url, path),
		ended: server.ended,
		stop: server.stop,
	};
}

const flags = (options) =>
	Object.entries(options)
		.filter(([, value]) => value !== undefined)
		.flatMap(([name, value]) => [`--${name}`, String(value)]);

const json = (body) => ({
	method: 'POST',
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body),
});

async function readAsClient(url, path) {
	const { access_token: token } = await request(`${url}/ws/oauth/token`, {
		method: 'POST',
		body: new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: APP.clientId,
			client_secret: APP.clientSecret,
			scope: 'monitoring',
		}),
	});
	return await request(`${url}/${path}`, { headers: { authorization: `Bearer ${token}` } });
}

async function request(url, options) {
	const response = await fetch(url, options);
	const text = await response.text();
	if (!response.ok) throw new Error(`The simulator refused ${url} (${response.status}): ${text}`);
	return text === '' ? undefined : JSON.parse(text);
}
