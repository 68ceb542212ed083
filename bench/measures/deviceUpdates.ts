import { resources } from '../../resources';
import { credentialFor } from '../account';
import { updateParameters } from '../deviceUpdate';
import { runNode } from '../engine';
import { exactly, fasterAtLeast } from '../figures';
import type { Bench, Measure } from '../measure';
import { operationsNode } from '../../test/harness/nodeTypes';
import { interleaved, median, spread, timed } from '../statistics';

const updates = 500;
const latencyMs = 50;
const tokenPath = '/ws/oauth/token';

/** As in a workflow that gets its devices from the node before. */
const fromItem = { device: '={{ $json.id }}', name: '={{ $json.name }}' };
const items = Array.from({ length: updates }, (_, index) => ({
	id: index + 1,
	name: `PC-${index + 1}`,
}));

const ninjaOne = operationsNode(resources);

/** Bulk changes are what people wait for longest, and where a pool can fetch a token for each of its first requests. */
export const measure: Measure = {
	letter: 'b',
	title: `${updates} device updates`,
	async run(bench: Bench) {
		const simulator = await bench.simulator({ devices: updates, latencyMs });
		const tokens: number[] = [];
		const update = async (concurrency?: number) => {
			const before = await simulator.requestsTo(tokenPath);
			await runNode(ninjaOne, {
				parameters: updateParameters({ ...fromItem, concurrency }),
				items,
				credential: credentialFor(simulator.url),
			});
			tokens.push((await simulator.requestsTo(tokenPath)) - before);
		};

		await update(20);
		// Half a minute, nearly all of it latency: once is enough.
		const reference = await timed(async () => await update(1));
		const times = await interleaved(3, {
			standard: async () => await update(),
			widest: async () => await update(20),
		});
		const against = { unit: 'ms', reference };
		return [
			fasterAtLeast(4, {
				name: `${updates} updates, default pool against a pool of one`,
				...against,
				value: median(times.standard),
				details: `${latencyMs} ms latency; ${spread(times.standard)}`,
			}),
			fasterAtLeast(8, {
				name: `${updates} updates, pool of 20 against a pool of one`,
				...against,
				value: median(times.widest),
				details: `${latencyMs} ms latency; ${spread(times.widest)}`,
			}),
			exactly(1, {
				name: `Token requests of a run of ${updates} updates`,
				unit: 'requests',
				value: Math.max(...tokens),
				details: `the most of ${tokens.length} runs: ${tokens.join(', ')}`,
			}),
		];
	},
};
