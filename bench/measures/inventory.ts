import { resources } from '../../resources';
import { operationsNode } from '../../test/harness/nodeTypes';
import { credentialFor } from '../account';
import { runNode } from '../engine';
import { atMost } from '../figures';
import type { Bench, Measure } from '../measure';

const devices = 5000;
const latencyMs = 50;

/** The asset list is joined from bulk lists: its requests grow with pages, never with devices. */
export const measure: Measure = {
	letter: 'f',
	title: `Get Inventory of ${devices} devices`,
	async run(bench: Bench) {
		const simulator = await bench.simulator({ devices, latencyMs });
		const started = performance.now();
		const rows = await runNode(operationsNode(resources), {
			parameters: { resource: 'device', operation: 'getInventory', returnAll: true },
			credential: credentialFor(simulator.url),
		});
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		return [
			atMost(59, {
				name: `Requests for the inventory of ${devices} devices`,
				unit: 'requests',
				value: await simulator.requestsTo('/v2/.*'),
				details: `${rows.length} rows in ${seconds} s, ${latencyMs} ms latency`,
			}),
		];
	},
};
