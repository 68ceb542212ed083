/** The simulator as a process of its own, as large as a measure wants it. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as playground from '../playground/simulator.mjs';
import { root } from './root.mjs';

/**
 * @param {import('./measure').Fleet} fleet
 * @returns {Promise<import('./measure').SimulatorProcess & { stop: () => Promise<void> }>}
 */
export async function startSimulator({ devices = 5000, alerts, softwareRows, latencyMs = 0 }) {
	const { url, look, stop } = await playground.startSimulator({
		root,
		logs: await mkdtemp(join(tmpdir(), 'n8n-nodes-ninjaone-bench-')),
		size: { devices, alerts, latency: latencyMs, 'software-rows': softwareRows },
	});
	const requests = async (path) => await look(`requests?path=${encodeURIComponent(`^${path}$`)}`);
	return {
		url,
		requestsTo: async (path) => (await requests(path)).length,
		lastRequestTo: async (path) => (await requests(path)).at(-1).url,
		stop,
	};
}
