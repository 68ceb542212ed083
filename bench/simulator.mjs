/** The simulator as a process of its own, as large as a measure wants it. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServer } from '../playground/processes.mjs';
import { root } from './root.mjs';

/**
 * @param {import('./measure').Fleet} fleet
 * @returns {Promise<import('./measure').SimulatorProcess & { stop: () => Promise<void> }>}
 */
export async function startSimulator({ devices = 5000, softwareRows, latencyMs = 0 }) {
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const options = { port, devices, latency: latencyMs, 'software-rows': softwareRows };
	const server = startServer({
		name: 'The simulator',
		command: process.execPath,
		args: ['--import', 'tsx', join('simulator', 'cli.mjs'), ...flags(options)],
		cwd: root,
		log: join(tmpdir(), 'n8n-nodes-ninjaone-bench-simulator.log'),
	});
	await server.ready(`${url}/_simulator/health`);
	return {
		url,
		async requestsTo(path) {
			const pattern = encodeURIComponent(`^${path}$`);
			const requests = await fetch(`${url}/_simulator/requests?path=${pattern}`);
			return (await requests.json()).length;
		},
		stop: server.stop,
	};
}

const flags = (options) =>
	Object.entries(options)
		.filter(([, value]) => value !== undefined)
		.flatMap(([name, value]) => [`--${name}`, String(value)]);
