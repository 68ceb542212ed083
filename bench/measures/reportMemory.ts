import { costsAtMost } from '../figures';
import type { Bench, Measure } from '../measure';
import { median, spread } from '../statistics';

const rows = 100_000;
/** The simulator leaves devices that wait for approval out of the report, 1 % of them. */
const softwareRows = rows * 1.05;

/** What bench/processes/memory.mjs reports: megabytes, and how many rows arrived. */
interface Added {
	peak: number;
	held: number;
	rows: number;
}

/** Nothing in n8n caps what a node returns, so a report must not cost much more than its own rows. */
export const measure: Measure = {
	letter: 'c',
	title: `Memory of a report of ${rows} rows`,
	async run(bench: Bench) {
		const { url } = await bench.simulator({ softwareRows });
		const node: Added[] = [];
		const parsed: Added[] = [];
		for (let round = 0; round < 2; round++) {
			node.push(await read(bench, url, 'reportThroughNode'));
			parsed.push(await read(bench, url, 'reportParsed'));
		}
		const peaks = (added: Added[]) => added.map(({ peak }) => peak);
		const held = (added: Added[]) => Math.round(median(added.map((one) => one.held)));
		return [
			costsAtMost(1.6, {
				name: `Peak memory of a report of ${rows} rows, against the parsed JSON`,
				unit: 'MB',
				value: median(peaks(node)),
				reference: median(peaks(parsed)),
				details: `node ${spread(peaks(node))}, parsed JSON ${spread(peaks(parsed))}; held in the end ${held(node)} and ${held(parsed)} MB`,
			}),
		];
	},
};

async function read(bench: Bench, url: string, reader: string): Promise<Added> {
	const added = await bench.freshProcess<Added>('memory.mjs', {
		flags: ['--expose-gc', '--gc-global', '--max-semi-space-size=2'],
		input: { reader: `./${reader}.ts`, input: { url, rows } },
	});
	if (added.rows === rows) return added;
	throw new Error(`${reader}: ${added.rows} of ${rows} rows arrived`);
}
