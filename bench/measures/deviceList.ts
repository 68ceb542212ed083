import { resources } from '../../resources';
import { credentialFor } from '../account';
import { bareClient, readDevices } from '../bareClient';
import { runNode } from '../engine';
import { costsAtMost } from '../figures';
import type { Bench, Measure } from '../measure';
import { operationsNode } from '../../test/harness/nodeTypes';
import { interleaved, median, spread } from '../statistics';

const devices = 20_000;
/** NinjaOne does not list devices that wait for approval; the simulator has 1 % of them. */
const fleet = devices * 1.02;
const latencyMs = 50;

/** A long list is waiting for NinjaOne; what n8n and the node add to it must stay small. */
export const measure: Measure = {
	letter: 'a',
	title: `Get Many of ${devices} devices`,
	async run(bench: Bench) {
		const { url } = await bench.simulator({ devices: fleet, latencyMs });
		const ninjaOne = operationsNode(resources);
		const credential = credentialFor(url);
		const read = await bareClient(url);
		const counts = new Set<number>();
		const works = {
			node: async () => {
				const list = { resource: 'device', operation: 'getMany', returnAll: true, output: 'raw' };
				counts.add((await runNode(ninjaOne, { parameters: list, credential })).length);
			},
			bare: async () => counts.add((await readDevices(read)).length),
		};
		// The node's first run fetches the token, which the bare client has already.
		await works.node();

		const times = await interleaved(5, works);
		const [count, ...others] = counts;
		if (count < devices || others.length > 0)
			throw new Error(`Lists of ${[...counts].join()} rows`);
		return [
			costsAtMost(1.3, {
				name: `List of ${devices} devices, against a bare client`,
				unit: 'ms',
				value: median(times.node),
				reference: median(times.bare),
				details: `${count} rows, ${latencyMs} ms latency; node ${spread(times.node)}; bare client ${spread(times.bare)}`,
			}),
		];
	},
};
