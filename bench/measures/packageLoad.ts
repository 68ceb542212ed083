import { atMost } from '../figures';
import type { Bench, Measure } from '../measure';
import { spread } from '../statistics';

/** Milliseconds. */
interface Load {
	workflow: number;
	own: number;
}

interface Description {
	name: string;
	bytes: number;
	gzipBytes: number;
	/** How often n8n serves it. */
	copies: number;
}

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;

/** Every start of n8n loads the package, and every editor downloads its descriptions. */
export const measure: Measure = {
	letter: 'd',
	title: 'Loading the package',
	async run(bench: Bench) {
		await bench.build();
		return [await loadTime(bench), await descriptionSize(bench)];
	},
};

async function loadTime(bench: Bench) {
	const loads: Load[] = [];
	for (let round = 0; round < 9; round++) loads.push(await bench.freshProcess('load.mjs'));
	const own = loads.map((load) => load.own);
	const all = loads.map((load) => load.own + load.workflow);
	return atMost(150, {
		name: 'Load nodes and credentials, n8n-workflow being there',
		unit: 'ms',
		// An absolute time: whatever is on top of the fastest is other work of the machine.
		value: Math.min(...own),
		details: `${spread(own)}; with n8n-workflow ${Math.round(Math.min(...all))} ms`,
	});
}

async function descriptionSize(bench: Bench) {
	const nodes = await bench.freshProcess<Description[]>('describe.mjs');
	const served = (size: 'bytes' | 'gzipBytes') =>
		kilobytes(nodes.reduce((sum, node) => sum + node[size] * node.copies, 0));
	const each = nodes.map(({ name, bytes, copies }) => {
		const tool = copies > 1 ? ', served again as a tool' : '';
		return `${name} ${kilobytes(bytes)} KB${tool}`;
	});
	return atMost(440, {
		name: 'Descriptions of all nodes as the editor downloads them',
		unit: 'KB',
		value: served('bytes'),
		details: `${served('gzipBytes')} KB as gzip; ${each.join('; ')}`,
	});
}
