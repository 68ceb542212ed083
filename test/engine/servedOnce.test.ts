import { NodeHelpers, type INodeProperties, type INodeParameters } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { operationParameters } from '../../operations/properties';
import { servedOnce, type OperationParameters } from '../../operations/servedOnce';
import { resources } from '../../resources';

const parameter = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

/** Operations by `resource.operation`, each with the names of its parameters. */
const operationsOf = (named: Record<string, string>): OperationParameters[] =>
	Object.entries(named).map(([key, names]) => {
		const [resource, operation] = key.split('.');
		return { resource, operation, parameters: names.split(' ').map((name) => parameter(name)) };
	});

/** What n8n shows for these values, without the conditions by which it does. */
const shownBy = (served: readonly INodeProperties[], values: INodeParameters) =>
	served
		.filter((each) => NodeHelpers.displayParameter(values, each, null, null))
		.map((each) => ({ ...each, displayOptions: undefined }));

const namesShown = (served: readonly INodeProperties[], resource: string, operation: string) =>
	shownBy(served, { resource, operation })
		.map(({ name }) => name)
		.join(' ');

function expectEachItsOwn(named: Record<string, string>): INodeProperties[] {
	const served = servedOnce(operationsOf(named));
	const shown = Object.keys(named).map((key) => {
		const [resource, operation] = key.split('.');
		return [key, namesShown(served, resource, operation)];
	});
	expect(Object.fromEntries(shown)).toEqual(named);
	return served;
}

describe('parameters of several operations', () => {
	it('are served once where they have one form, in an order that is that of each', () => {
		const served = expectEachItsOwn({
			'device.get': 'id output options',
			'device.update': 'id fields options',
			'alert.get': 'output options',
		});
		expect(served.map(({ name }) => name)).toEqual(['id', 'output', 'fields', 'options']);
	});

	it('have no condition on the operation where all of a resource have them', () => {
		const served = servedOnce(
			operationsOf({ 'a.get': 'all ofA ofGet ofOne', 'a.set': 'all ofA', 'b.get': 'all ofGet' }),
		);
		expect(served.map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
			['all', { resource: ['a', 'b'] }],
			['ofA', { resource: ['a'] }],
			['ofGet', { resource: ['a', 'b'], operation: ['get'] }],
			['ofOne', { resource: ['a'], operation: ['get'] }],
		]);
	});

	it('come in parts where resources and operations together would show them elsewhere, too', () => {
		const served = expectEachItsOwn({ 'a.get': 'x', 'a.set': 'y', 'b.get': 'y', 'b.set': 'x' });
		expect(served).toHaveLength(4);
	});

	it('come twice where two operations have them in another order', () => {
		const served = expectEachItsOwn({ 'a.get': 'x y z', 'b.set': 'y x z' });
		expect(served).toHaveLength(4);
	});

	it('stay apart where they differ in anything', () => {
		const [first, ...others] = [
			parameter('x'),
			parameter('x', { default: 'y' }),
			parameter('x', { required: true }),
			parameter('x', { displayOptions: { show: { y: [true] } } }),
		];
		const served = servedOnce([
			{ resource: 'a', operation: '0', parameters: [first] },
			...others.map((other, at) => ({
				resource: 'a',
				operation: `${at + 1}`,
				parameters: [other],
			})),
		]);
		expect(served).toHaveLength(4);
		expect(served[3].displayOptions?.show).toEqual({
			resource: ['a'],
			operation: ['3'],
			y: [true],
		});
	});
});

/** The values under which each of an operation's conditions is met, one after the other, and under which none is. */
function states(parameters: readonly INodeProperties[]): INodeParameters[] {
	const defaults = Object.fromEntries(parameters.map((each) => [each.name, each.default]));
	const met = parameters.flatMap(({ displayOptions }) => {
		const conditions = Object.entries(displayOptions?.show ?? {});
		const longest = Math.max(0, ...conditions.map(([, values]) => values?.length ?? 0));
		return Array.from({ length: longest }, (_, at) =>
			Object.fromEntries(conditions.map(([name, values]) => [name, values?.[at] ?? values?.[0]])),
		);
	});
	return [{}, ...met].map((values) => ({ ...defaults, ...values }) as INodeParameters);
}

describe('the description of the node', () => {
	const { description } = new NinjaOne();
	const operations = operationParameters(resources);

	it.each(operations.map((each) => [`${each.resource}.${each.operation}`, each] as const))(
		'shows for %s its fields alone, in their order',
		(_, { resource, operation, parameters }) => {
			for (const state of states(parameters)) {
				const values = { ...state, resource, operation };
				const shown = shownBy(description.properties, values);
				expect(shown.map(({ name }) => name).slice(0, 2)).toEqual(['resource', 'operation']);
				expect(shown.slice(2)).toEqual(shownBy(parameters, values));
			}
		},
	);

	it('has all parameters of each operation among those that n8n reads', () => {
		for (const { resource, operation, parameters } of operations) {
			const values = { resource, operation };
			const node = { typeVersion: 1 };
			const [served, alone] = [description.properties, [...parameters]].map((properties) =>
				NodeHelpers.getNodeParameters(properties, values, true, false, node, description),
			);
			expect({ values, read: { ...served, ...values } }).toEqual({
				values,
				read: { ...alone, ...values },
			});
		}
	});

	// Each editor downloads it, twice: n8n serves it again as a tool of AI agents.
	it('weighs at most 1,350 bytes an operation', () => {
		expect(JSON.stringify(description).length / operations.length).toBeLessThan(1350);
	});
});
