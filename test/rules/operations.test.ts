import type { INodeProperties } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import { allFields } from '../../operations/properties';
import { outputSchemas, schemaFolder, type OutputSchema } from '../../scripts/outputSchemas';
import { driveEverything, fills, operationKeys, type Driven } from '../harness/drive';
import { samples } from '../harness/samples';
import { coverage, type Unsent } from '../harness/takes';
import type { TakesFile } from '../harness/openApi';
import { glob, readText } from './files.js';

const entries = catalog(resources);
const operations = Object.entries(resources).flatMap(([resource, { operations: own }]) =>
	Object.entries(own).map(([name, operation]) => [`${resource}.${name}`, operation] as const),
);
const { properties } = new NinjaOne().description;

describe('every operation', () => {
	let driven: Map<string, Driven>;
	beforeAll(async () => {
		driven = await driveEverything();
	});

	it('has samples', () => {
		expect(Object.keys(samples).sort()).toEqual([...operationKeys].sort());
	});

	it('has a schema of what comes out of it, for n8n (npm run schemas)', () => {
		const schemas = outputSchemas(driven);
		const paths = glob(`${schemaFolder}/**/*.json`);
		expect(paths).toEqual([...schemas.keys()].sort());
		expect(Object.fromEntries(paths.map((path) => [path, readText(path)]))).toEqual(
			Object.fromEntries(schemas),
		);
	});

	it('sends with its samples all that its endpoints take, or contracts/unsent.json has the reason', () => {
		const { takes } = JSON.parse(readText('contracts/takes.json')) as TakesFile;
		const unsent = JSON.parse(readText('contracts/unsent.json')) as Unsent[];
		const sent = [...driven.values()].flatMap((each) => each.sent);
		const inUse = entries.flatMap(({ requests }) => requests);
		const { missing, unneeded } = coverage(takes, sent, { inUse, unsent });
		expect({ missing, unneeded }).toEqual({ missing: [], unneeded: [] });
	});

	it.each(operationKeys)('%s gives rows with named fields', (key) => {
		const path = `${schemaFolder}/${key.replace('.', '/')}.json`;
		const { type, properties } = JSON.parse(readText(path)) as OutputSchema;
		expect(type).toBe('object');
		expect(properties).not.toEqual({});
	});

	it.each(entries.map((entry) => [`${entry.resource}.${entry.operation}`, entry] as const))(
		'%s sends the requests that it declares, and no others',
		(key, { requests }) => {
			const seen = driven.get(key)?.sent ?? [];
			const unsent = requests.filter((template) => !seen.some((each) => fills(each, template)));
			const undeclared = seen.filter((each) => !requests.some((template) => fills(each, template)));
			expect({ unsent, undeclared }).toEqual({ unsent: [], undeclared: [] });
		},
	);

	it.each(entries.map((entry) => [`${entry.resource}.${entry.operation}`, entry] as const))(
		'%s with effect "read" sends GET, or runs a ticket board',
		(_, { effect, requests }) => {
			const others = requests.filter(
				({ method, path }) => method !== 'GET' && !path.endsWith('/board/{boardId}/run'),
			);
			expect(effect === 'read' ? others : []).toEqual([]);
		},
	);
});

/** All parameters, also those inside collections. */
const flat = (list: INodeProperties[]): INodeProperties[] =>
	list.flatMap((property) => [
		property,
		...(property.type === 'collection' ? flat(property.options as INodeProperties[]) : []),
	]);

/** Whether the parameter belongs to an operation, whatever else decides about it. */
const isFor = ({ displayOptions }: INodeProperties, resource: string, operation: string) =>
	[
		[displayOptions?.show?.resource, resource],
		[displayOptions?.show?.operation, operation],
	].every(([accepted, value]) => accepted?.includes(value as string) ?? true);

describe('the parameters', () => {
	const shown = flat(properties);

	it('are each described, so that an AI agent can fill them', () => {
		const silent = shown.filter(
			({ name, type, description }) =>
				!description && type !== 'collection' && name !== 'resource' && name !== 'operation',
		);
		expect(silent.map(({ displayName }) => displayName)).toEqual([]);
	});

	it('of one operation have names of their own: what an AI agent gives is called by them', () => {
		for (const [key, operation] of operations) {
			const labels = Object.entries(allFields(operation))
				.flatMap(([name, { property }]) => flat([{ name, ...property }]))
				.filter(({ type }) => type !== 'collection')
				.map(({ displayName }) => displayName.replace(/[^a-zA-Z0-9-]/g, '_'));
			expect([key, labels.filter((label, at) => labels.indexOf(label) !== at)]).toEqual([key, []]);
		}
	});

	it('that pick one record are resource locators that begin with the list', () => {
		const locators = shown.filter(({ type }) => type === 'resourceLocator');
		expect(locators.length).toBeGreaterThan(0);
		for (const { modes, default: standard } of locators) {
			expect(modes?.[0].name).toBe('list');
			expect(standard).toMatchObject({ mode: 'list' });
		}
	});

	it('name lists that exist', () => {
		const { listSearch, loadOptions, resourceMapping } = new NinjaOne().methods;
		const named = shown.flatMap(({ typeOptions, modes }) => [
			typeOptions?.loadOptionsMethod,
			typeOptions?.resourceMapper?.resourceMapperMethod,
			...(modes ?? []).map((mode) => mode.typeOptions?.searchListMethod),
		]);
		const known = [listSearch, loadOptions, resourceMapping].flatMap((lists) => Object.keys(lists));
		expect(named.filter((name) => name && !known.includes(name))).toEqual([]);
	});

	it('of every Get Many have Return All and a Limit of 50', () => {
		const lists = entries.filter(({ operation }) => operation === 'getMany');
		for (const { resource, operation } of lists) {
			const of = (name: string) =>
				properties.find(
					(property) => property.name === name && isFor(property, resource, operation),
				);
			expect(of('returnAll')?.default).toBe(false);
			expect(of('limit')?.default).toBe(50);
		}
	});

	it('of one name in one place are there once', () => {
		for (const { resource, operation } of entries) {
			const names = properties
				.filter((property) => isFor(property, resource, operation))
				.map(({ name }) => name);
			const twice = names.filter((name, at) => names.indexOf(name) !== at);
			expect([resource, operation, twice]).toEqual([resource, operation, []]);
		}
	});
});

describe('names', () => {
	it("are NinjaOne's and n8n's: resources in the singular, actions with their resource", () => {
		for (const { name, operations } of Object.values(resources)) {
			expect(name).not.toMatch(/s$/);
			for (const { action } of Object.values(operations)) {
				expect(action.toLowerCase()).toMatch(new RegExp(name.toLowerCase().replace(/y$/, '')));
				expect(action).not.toMatch(/\b(a|an|the)\b/);
			}
		}
	});

	it('of actions are there once: a tool of an AI agent is called by them', () => {
		const actions = operations.map(([, { action }]) => action);
		expect(actions.filter((action, at) => actions.indexOf(action) !== at)).toEqual([]);
	});

	it('never say "customer", "client" or "node" where NinjaOne\'s users say organization and device', () => {
		const words = JSON.stringify(
			flat(properties).map(({ displayName, description }) => [displayName, description]),
		);
		expect(words).not.toMatch(/\bcustomers?\b|\bclients?\b|\bnodes?\b/i);
	});
});
