import { credentialName } from '../../api/connection';
import { resources } from '../../resources';
import { credentialFor } from '../account';
import { updateParameters } from '../deviceUpdate';
import { runNode } from '../engine';
import { costsAtMost } from '../figures';
import type { Bench, Measure } from '../measure';
import { nodeType, operationsNode } from '../../test/harness/nodeTypes';
import { interleaved, median, spread } from '../statistics';

const items = Array.from({ length: 50 }, () => ({}));
/** Fixed: n8n takes some 70 µs for each expression, in the executor as in any other node. */
const update = { device: '1', name: 'PC-1', concurrency: 1 };

/** Reading parameters, checking, pairing, the pool: what the operation language adds to the calls of n8n's helper. */
export const measure: Measure = {
	letter: 'e',
	title: 'Cost of the executor',
	async run(bench: Bench) {
		const { url } = await bench.simulator({ devices: 1 });
		const run = { items, credential: credentialFor(url) };
		const ninjaOne = operationsNode(resources);
		const works = {
			node: async () => await runNode(ninjaOne, { ...run, parameters: updateParameters(update) }),
			loop: async () => await runNode(bareLoop(url), { ...run, parameters: {} }),
		};
		// Until the compiler has settled.
		await interleaved(20, works);

		const times = await interleaved(40, works);
		const perItem = (list: number[]) => median(list) / items.length;
		return [
			costsAtMost(1.1, {
				name: 'One update without latency, against a bare loop of the same calls',
				unit: 'ms',
				value: perItem(times.node),
				reference: perItem(times.loop),
				details: `runs of ${items.length}, pool of one; node ${spread(times.node)}; bare loop ${spread(times.loop)}`,
			}),
		];
	},
};

/** A node that does nothing but call n8n's helper once for each item. */
const bareLoop = (url: string) =>
	nodeType(async function () {
		const updated = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			await this.helpers.httpRequestWithAuthentication.call(this, credentialName, {
				method: 'PATCH',
				url: `${url}/v2/device/${update.device}`,
				body: { displayName: update.name },
				json: true,
			});
			updated.push({ json: { success: true }, pairedItem: { item } });
		}
		return [updated];
	}, []);
