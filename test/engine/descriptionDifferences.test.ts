import type { INodeProperties } from 'n8n-workflow';
import { differences, type Described } from '../../scripts/descriptionDifferences';

const choice = (name: string, values: string[], more: Partial<INodeProperties> = {}) =>
	({
		displayName: name,
		name,
		type: 'options',
		options: values.map((value) => ({ name: value, value })),
		default: values[0],
		...more,
	}) as INodeProperties;

const text = (name: string, more: Partial<INodeProperties> = {}) =>
	({ displayName: name, name, type: 'string', default: '', ...more }) as INodeProperties;

const shownFor = (resource: string, operation: string, more: object = {}) => ({
	displayOptions: { show: { resource: [resource], operation: [operation], ...more } },
});

/** A node with the operations `a.get`, `a.set` and `b.get`. */
const node = (properties: INodeProperties[], methods: Described['methods'] = {}): Described => ({
	description: {
		properties: [
			choice('resource', ['a', 'b']),
			choice('operation', ['get', 'set'], { displayOptions: { show: { resource: ['a'] } } }),
			choice('operation', ['get'], { displayOptions: { show: { resource: ['b'] } } }),
			...properties,
		],
	},
	methods,
});

const collection = (options: INodeProperties[]) =>
	text('more', { type: 'collection', default: {}, options });

describe('the comparison of two descriptions', () => {
	it('does not mind which operations share a parameter', () => {
		const apart = node([text('x', shownFor('a', 'get')), text('x', shownFor('b', 'get'))]);
		const shared = node([text('x', { displayOptions: { show: { operation: ['get'] } } })]);
		expect(differences(apart, shared)).toEqual([]);
	});

	it('names each operation in which a parameter differs, and how', () => {
		const before = node([text('x')]);
		const after = node([
			text('x', { ...shownFor('a', 'get'), default: 'y' }),
			text('x', shownFor('a', 'set')),
		]);
		expect(differences(before, after)).toEqual([
			'a.get: x.default "" -> "y"',
			expect.stringMatching(/^b\.get: x .* -> absent$/) as string,
			'b.get: (order) "resource, operation, x" -> "resource, operation"',
		]);
	});

	it('sees another order', () => {
		expect(differences(node([text('x'), text('y')]), node([text('y'), text('x')]))).toEqual([
			'a.get, a.set, b.get: (order) "resource, operation, x, y" -> "resource, operation, y, x"',
		]);
	});

	it('sees a second parameter of a name', () => {
		const found = differences(node([text('x')]), node([text('x'), text('x')]));
		expect(found).toContainEqual(
			'a.get, a.set, b.get: (order) "resource, operation, x" -> "resource, operation, x, x"',
		);
	});

	it('resolves conditions inside collections', () => {
		const whole = node([collection([text('x'), text('y')])]);
		const split = node([
			collection([text('x'), text('y', { displayOptions: { show: { '/resource': ['a'] } } })]),
		]);
		const found = differences(whole, split);
		expect(found.length).toBeGreaterThan(0);
		expect(found.every((line) => line.startsWith('b.get: more.options'))).toBe(true);
	});

	it('sees another condition on what can be chosen, and none on what cannot', () => {
		const on = (...values: string[]) =>
			node([choice('scope', ['one', 'all']), text('x', shownFor('a', 'get', { scope: values }))]);
		expect(differences(on('all'), on('all', 'other'))).toEqual([]);
		expect(differences(on('all'), on('all', 'one'))).toHaveLength(1);
	});

	it('sees options of a parameter, by their names', () => {
		const found = differences(node([choice('x', ['1', '2'])]), node([choice('x', ['1'])]));
		expect(found).toContainEqual('a.get, a.set, b.get: x.options.(order) "1, 2" -> "1"');
	});

	it('sees operations that came or went', () => {
		const [before, after] = [node([]), node([])];
		after.description?.properties.splice(2, 1);
		expect(differences(before, after)).toContainEqual('b.get: only before');
	});

	it('sees methods that are named and not there', () => {
		const searching = node([text('x', { typeOptions: { loadOptionsMethod: 'getThem' } })]);
		const missing = 'methods: loadOptions.getThem is named and not there';
		expect(differences(searching, searching)).toEqual([missing]);
		const able = { ...searching, methods: { loadOptions: { getThem: () => [] } } };
		expect(differences(able, able)).toEqual([]);
	});

	it('takes a node without operations, and a credential, as a whole', () => {
		const [before, after] = ['', 'y'].map((standard) => text('x', { default: standard }));
		const line = 'parameters: x.default "" -> "y"';
		const described = (properties: INodeProperties[]) => ({ description: { properties } });
		expect(differences(described([before]), described([after]))).toEqual([line]);
		expect(differences({ properties: [before] }, { properties: [after] })).toEqual([line]);
	});
});
