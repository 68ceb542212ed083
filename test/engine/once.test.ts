import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import type { Fault, Simulator } from '../../simulator';
import { technicianOf } from '../harness/credentials';
import { fills } from '../harness/drive';
import { runNode } from '../harness/engine';
import { samples } from '../harness/samples';
import { sampleFiles } from '../harness/samples/files';
import { createTestSimulator } from '../harness/simulated';

/** A ticket board is read by POST. */
const reads = /\/board\/[^/]+\/run$/;
const noReads = /^(?!.*\/board\/[^/]+\/run$)/;

/** Operations that start or remove something, with the requests that do so. */
const dangerous = catalog(resources)
	.filter(({ effect }) => effect === 'dispatch' || effect === 'destroy')
	.map(({ resource, operation, requests }) => ({
		key: `${resource}.${operation}`,
		orders: requests.filter(({ method, path }) => method !== 'GET' && !reads.test(path)),
	}));

/** What goes wrong, how often the order arrives then, and how often NinjaOne acts on it; first where it does not act. */
const troubles: Array<[string, Fault, { arrives: number; acts: number }]> = [
	['answered with 502', { kind: 'status', status: 502 }, { arrives: 1, acts: 0 }],
	['cut off before it was done', { kind: 'cut', when: 'before' }, { arrives: 1, acts: 0 }],
	['answered with a web page', { kind: 'throttlePage' }, { arrives: 1, acts: 0 }],
	['never answered', { kind: 'hang' }, { arrives: 1, acts: 0 }],
	['throttled twice', { kind: 'throttle', times: 2 }, { arrives: 3, acts: 1 }],
	[
		'answered with 502 after it was done',
		{ kind: 'status', when: 'after' },
		{ arrives: 1, acts: 1 },
	],
	['cut off after it was done', { kind: 'cut', when: 'after' }, { arrives: 1, acts: 1 }],
];

/** A NinjaOne in which nothing was done yet. */
let untouched: Simulator | undefined;
const untouchedSimulator = async () => {
	if (untouched) return untouched;
	untouched = createTestSimulator({ organizations: 3, devices: 60 });
	await untouched.start();
	return untouched;
};
afterAll(async () => await untouched?.stop());

it('there are operations to try this on', () => {
	expect(dangerous.length).toBeGreaterThan(10);
});

describe.each(dangerous)('$key', ({ key, orders }) => {
	it.each(troubles)('is sent once when it is %s', async (_, fault, expected) => {
		const simulator = await untouchedSimulator();
		simulator.requests.clear();
		simulator.faults.clear();
		simulator.faults.add({ ...fault, method: orders[0].method, path: noReads });
		const [resource, operation] = key.split('.');
		await runNode({
			parameters: { resource, operation, ...samples[key][0] } as INodeParameters,
			credential: technicianOf(simulator),
			files: sampleFiles,
		});
		const arrived = simulator.requests
			.all()
			.filter((request) => orders.some((order) => fills(request as never, order)));
		const acts = arrived.filter(({ acted }) => acted).length;
		if (acts > 0) {
			untouched = undefined;
			await simulator.stop();
		}
		expect({ arrives: arrived.length, acts }).toEqual(expected);
	});
});
