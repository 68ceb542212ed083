import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import { technicianOf } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { samples } from '../harness/samples';
import { withSimulator } from '../harness/simulated';

/** Operations that demand a confirmation, each with the sample that gives the right one. */
const confirmed = catalog(resources).flatMap(({ resource, operation }) =>
	Object.keys(resources[resource].operations[operation].fields)
		.filter((field) => /^confirm/.test(field))
		.map((field) => {
			const sample = samples[`${resource}.${operation}`].find((given) => given[field]);
			return { key: `${resource}.${operation}`, resource, operation, field, sample };
		}),
);

const simulator = withSimulator({ organizations: 3, devices: 60 });

it('there are operations that demand a confirmation, with samples that give it', () => {
	expect(confirmed.length).toBeGreaterThan(3);
	expect(confirmed.filter(({ sample }) => !sample)).toEqual([]);
});

describe.each(confirmed)('$key', ({ resource, operation, field, sample = {} }) => {
	const right = String(sample[field]);

	it.each([
		['a wrong one', `${right.slice(0, -1)}~`],
		['an empty one', ''],
	])('refuses %s, changes nothing, and does not hand over the right one', async (_, given) => {
		const parameters: INodeParameters = { resource, operation, ...sample, [field]: given };
		const settings = { parameters, credential: technicianOf(simulator) };
		const { error } = await runNode(settings);
		expect(error?.message).toMatch(/nothing was/);
		expect(simulator.requests.all().filter(({ method }) => method === 'DELETE')).toEqual([]);
		const told = `${error?.message} ${error?.description}`;
		expect(told.toLowerCase()).not.toContain(right.toLowerCase());

		const { json } = await runNode({ ...settings, asTool: true, onError: 'continueRegularOutput' });
		expect(JSON.stringify(json).toLowerCase()).not.toContain(right.toLowerCase());
	});
});
