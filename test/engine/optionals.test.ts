import type { IDataObject } from 'n8n-workflow';
import { withoutNulls } from '../../api/nulls';
import { optionalsModes, type Optionals } from '../../simulator';
import { driveSamples, operationKeys, type Driven } from '../harness/drive';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

/** Every way in which NinjaOne can give, or not give, what it need not give. */
const modes = optionalsModes.filter((mode) => mode !== 'seeded');
const driven = new Map<Optionals, Map<string, Driven>>();

beforeAll(async () => {
	for (const mode of optionalsModes) driven.set(mode, await driveSamples(mode));
});

const of = (mode: Optionals, key: string): Driven =>
	driven.get(mode)?.get(key) ?? { sent: [], rows: [], failures: [] };

/** What JavaScript makes of a value that is not there. */
const traces = /\bundefined\b|\bNaN\b|\[object |\bnull\b/;
const crashes = /Cannot (read|convert|destructure)|is not (a function|iterable|defined)/;

/** All texts in a value, names of properties too. */
const textsIn = (value: unknown): string[] => {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
};

/** Where a value has a null, such as `fields.0.content`. */
const nullsIn = (value: unknown, path: string): string[] => {
	if (value === null) return [path];
	if (typeof value !== 'object') return [];
	return Object.entries(value).flatMap(([name, inner]) => nullsIn(inner, `${path}.${name}`));
};
const nullsSent = ({ sent }: Driven) => [
	...new Set(sent.flatMap(({ method, path, body }) => nullsIn(body, `${method} ${path}`))),
];

describe.each(modes)('where what NinjaOne need not give is %s', (mode) => {
	it.each(operationKeys)('%s gives rows, or says in words why not', (key) => {
		const { rows, failures } = of(mode, key);
		const told = [...failures, ...rows.flatMap(textsIn)];
		expect(told.filter((text) => crashes.test(text) || traces.test(text))).toEqual([]);
		// Files have links only where there are some; samples that find none find none in any mode.
		if (!key.endsWith('.getSignedUrls')) expect(rows.length + failures.length).toBeGreaterThan(0);
	});

	it.each(operationKeys)('%s sends nothing that was made of nothing', (key) => {
		const texts = of(mode, key).sent.flatMap(({ path, query, body }) => [
			path,
			...textsIn(query),
			...textsIn(body),
		]);
		expect(texts.filter((text) => traces.test(text))).toEqual([]);
	});

	it.each(operationKeys)('%s sends no null back that it was given', (key) => {
		// Where no answer has a null, each that is sent was meant.
		const meant = new Set(nullsSent(of('seeded', key)));
		expect(nullsSent(of(mode, key)).filter((path) => !meant.has(path))).toEqual([]);
	});
});

/** What rows look like, whatever stands in them. */
const formOf = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(formOf);
	if (typeof value !== 'object' || value === null) return typeof value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, formOf(inner)]));
};

it.each(operationKeys)('%s treats null like absent', (key) => {
	const [absent, none] = [of('absent', key), of('null', key)];
	expect(none.failures).toHaveLength(absent.failures.length);
	expect(formOf(withoutNulls(none.rows))).toEqual(formOf(withoutNulls(absent.rows)));
});

describe('one odd device', () => {
	const simulator = withSimulator({ devices: 20, organizations: 2 });
	const inventory = async () =>
		await runNode({
			parameters: { resource: 'device', operation: 'getInventory' },
			credential: credentialFor(simulator),
		});

	it.each<[string, object]>([
		['references without a warranty', { references: { warranty: null } }],
		['no references', { references: null }],
		['no system and no operating system', { os: null, system: null }],
	])('with %s is no reason to give no inventory', async (_, oddity) => {
		const device = simulator.state.devices.get(3);
		if (device) simulator.state.devices.set({ ...device, ...(oddity as IDataObject) } as never);
		const { json, error } = await inventory();
		expect(error).toBeUndefined();
		expect(json.length).toBeGreaterThan(15);
		expect(json.find(({ id }) => id === 3)).toMatchObject({
			id: 3,
			organizationId: device?.organizationId,
		});
	});
});
