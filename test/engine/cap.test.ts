import type { INodeParameters } from 'n8n-workflow';
import { resources } from '../../resources';
import type { Operation } from '../../operations/operation';
import { technicianOf } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { samples } from '../harness/samples';
import { sampleFiles } from '../harness/samples/files';
import { withSimulator } from '../harness/simulated';

const operations = Object.entries(resources).flatMap(([resource, { operations: own }]) =>
	Object.entries(own).map(([name, operation]) => [`${resource}.${name}`, operation] as const),
);
const simulator = withSimulator({ organizations: 3, devices: 60 });

/** Parts of one record, or what one record is to get: no more than one record changes. */
const partsOfOne = [
	'Clear Field Names or IDs',
	'Disabled Features',
	'Fields',
	'Fields to Add',
	'Fields to Clear',
	'Fields to Replace',
	'Form Fields to Clear',
	'Input Binary Fields',
	'Remove Field Names or IDs',
	'Tasks',
];

/** Parameters of an operation that take several records at once. */
const listsIn = ({ fields }: Operation): string[] =>
	Object.entries(fields)
		.filter(
			([, { property }]) =>
				property.type === 'multiOptions' ||
				(property.type === 'json' && property.default !== '{}') ||
				(property.type === 'string' && /(IDs|Names|Fields|to Clear)$/.test(property.displayName)),
		)
		.filter(([, { property }]) => !partsOfOne.includes(property.displayName))
		.map(([name]) => name);

const ofMany = operations.filter(
	([, operation]) => operation.effect !== 'read' && listsIn(operation).length > 0,
);

describe('a change of many records in one item', () => {
	it('has a cap, also where the records are found only when it runs', () => {
		const capped = operations.filter(([, { fields }]) => 'cap' in fields).map(([key]) => key);
		const found = ['alert.resetMany', 'relatedItem.deleteAll'];
		expect(capped.sort()).toEqual([...ofMany.map(([key]) => key), ...found].sort());
		expect(capped).toEqual(
			expect.arrayContaining(['device.approve', 'device.reject', 'customField.updateMany']),
		);
	});

	it.each(ofMany)(
		'%s changes nothing where there are more than its cap',
		async (key, operation) => {
			const [list] = listsIn(operation);
			const [sample] = samples[key];
			const [resource, name] = key.split('.');
			const { error } = await runNode({
				parameters: { resource, operation: name, ...sample, [list]: two(sample[list]), cap: 1 },
				files: sampleFiles,
				credential: technicianOf(simulator),
			});
			expect(error?.message).toMatch(/"Cap" is 1, and it is about [23] .*, so nothing was changed/);
			expect(simulator.requests.all().filter(isChange)).toEqual([]);
		},
	);

	it('relatedItem.deleteAll counts before it deletes', async () => {
		const organization = { resource: 'relatedItem', entityType: 'ORGANIZATION', entityId: '1' };
		const credential = technicianOf(simulator);
		const links = { relatedEntityType: 'NODE', relatedEntityIds: '3,4' };
		await runNode({ parameters: { ...organization, operation: 'relate', ...links }, credential });
		simulator.requests.clear();
		const confirmed = { operation: 'deleteAll', confirmation: 'ORGANIZATION 1', cap: 1 };
		const { error } = await runNode({ parameters: { ...organization, ...confirmed }, credential });
		expect(error?.message).toMatch(/"Cap" is 1, and it is about \d+ related items, so nothing/);
		expect(simulator.requests.all().filter(isChange)).toEqual([]);
	});

	it('of as many as the cap goes on, and the cap is 50 unless told otherwise', async () => {
		const ids = Array.from({ length: 51 }, (_, at) => at + 1);
		const approve = async (given: INodeParameters) =>
			await runNode({
				parameters: { resource: 'device', operation: 'approve', ...given },
				credential: technicianOf(simulator),
			});
		const refused = await approve({ deviceIds: ids.join(',') });
		expect(refused.error?.message).toMatch(/"Cap" is 50, and it is about 51 devices/);
		expect(simulator.requests.matching({ path: /^\/v2/ })).toEqual([]);
		const { json, error } = await approve({ deviceIds: ids.join(','), cap: 51 });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ success: true, approval: 'APPROVE' }]);
	});
});

const isChange = ({ method, path }: { method: string; path: string }) =>
	path.startsWith('/v2/') && method !== 'GET';

/** Two records in the form that the sample has them. */
function two(given: INodeParameters[string]): INodeParameters[string] {
	if (typeof given === 'string' && !given.startsWith('[')) {
		return /^\d/.test(given) ? '1,2' : 'one,two';
	}
	const [first] = (typeof given === 'string' ? JSON.parse(given) : given) as INodeParameters[];
	return typeof first === 'object' ? JSON.stringify([first, first]) : [1, 2];
}
