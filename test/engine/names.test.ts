import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { resources } from '../../resources';
import type { Field } from '../../operations/field';
import type { Operation } from '../../operations/operation';
import type { Simulator } from '../../simulator';
import { technicianOf } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { samples } from '../harness/samples';
import { withSimulator } from '../harness/simulated';

/** A parameter that takes names, where it is. */
interface Named {
	/** Such as `alert.getMany`. */
	key: string;
	operation: Operation;
	/** The parameter itself or the collection that holds it, and its name within. */
	path: [string] | [string, string];
	field: Pick<Field<unknown>, 'property' | 'when'>;
	label: string;
	/** The list behind it. */
	list: string;
}

const isNamed = (label: string) => /Names? or IDs?$/.test(label);

function namedIn(key: string, operation: Operation): Named[] {
	return Object.entries(operation.fields).flatMap(([name, field]) => {
		const inside = field.property.type === 'collection' ? (field.property.options ?? []) : [];
		const all = [
			{ path: [name] as [string], property: field.property },
			...inside.map((option) => ({
				path: [name, option.name] as [string, string],
				property: option as Field<unknown>['property'],
			})),
		];
		return all
			.filter(({ property }) => isNamed(property.displayName))
			.map(({ path, property }) => ({
				key,
				operation,
				path,
				field,
				label: property.displayName,
				list: property.typeOptions?.loadOptionsMethod?.replace(/OrNone$/, '') ?? 'devices',
			}));
	});
}

const everywhere = Object.entries(resources).flatMap(([resource, { operations }]) =>
	Object.entries(operations).flatMap(([name, operation]) =>
		namedIn(`${resource}.${name}`, operation),
	),
);

/** Fields of NinjaOne's that a user made, and accounts on a device: known by texts, and no list names them by ID. */
const knownByTexts = [
	'getClearableFields',
	'getClearableTemplateFields',
	'getCustomFieldNames',
	'getRunAs',
	'getTemplateFieldNames',
];

const parameters = everywhere.filter(({ list }) => !knownByTexts.includes(list));

const firstOf = <Row>(rows: readonly Row[]): Row => rows[0];

/** One record of each list. Making it twice gives another one its name. */
interface Known {
	id: number | string;
	name: string;
	makeTwin?: () => void;
	removeTwin?: () => void;
}

function twinIn<Row extends { id: number }>(
	table: { nextId(): number; set(row: Row): Row; remove(id: number): boolean },
	row: Row,
) {
	const twin = { ...row, id: table.nextId() };
	return {
		id: row.id,
		makeTwin: () => void table.set(twin),
		removeTwin: () => void table.remove(twin.id),
	};
}

function knownIn({ state }: Simulator): Record<string, Known> {
	const organization = firstOf(state.organizations.all());
	const location = state.locations.all().find((row) => row.organizationId === organization.id)!;
	const group = firstOf(state.groups.all());
	const role = firstOf(state.roles.all());
	const tag = firstOf(state.tags.all());
	const policy = firstOf(state.policies.all());
	const form = state.ticketForms.all().find(({ name }) => name === 'Default')!;
	const { templates, checklistTemplates } = state.documentation;
	const template = templates.all().find(({ archived }) => !archived)!;
	const checklistTemplate = checklistTemplates.all().find(({ archived }) => !archived)!;
	// Nobody whom a sample names.
	const technician = state.users
		.all()
		.filter(({ userType }) => userType === 'TECHNICIAN')
		.at(-1)!;
	const person = `${technician.firstName} ${technician.lastName}`;
	const device = firstOf(state.devices.all());
	return {
		devices: { name: String(device.displayName), ...twinIn(state.devices, device) },
		getAssignees: { name: person, ...twinIn(state.users, technician) },
		getChecklistTemplates: {
			name: checklistTemplate.name,
			...twinIn(checklistTemplates, checklistTemplate),
		},
		getDocumentTemplates: { name: template.name, ...twinIn(templates, template) },
		getGroups: { name: group.name, ...twinIn(state.groups, group) },
		getLocations: {
			name: `${organization.name}: ${location.name}`,
			...twinIn(state.locations, location),
		},
		getOrganizations: { name: organization.name, ...twinIn(state.organizations, organization) },
		getPolicies: { name: policy.name, ...twinIn(state.policies, policy) },
		getRoles: { name: role.name, ...twinIn(state.roles, role) },
		getTags: { name: tag.name, ...twinIn(state.tags, tag) },
		getTechnicians: { name: person, ...twinIn(state.users, technician) },
		getTicketForms: { name: form.name, ...twinIn(state.ticketForms, form) },
		getUsers: { ...twinIn(state.users, technician), name: person, id: technician.uid },
		// Two statuses are called "On site" from the beginning.
		getTicketStatuses: { id: 2000, name: 'Open' },
	};
}

const byId = (value: number) => ({ __rl: true, mode: 'id', value });
/** Samples follow each other; what one of them finds made by another is given by what is there from the beginning. */
const fromTheBeginning: Readonly<Record<string, INodeParameters>> = {
	'checklist.completeTask': {
		checklistId: byId(4601),
		task: { __rl: true, mode: 'name', value: 'Set policies' },
	},
	'checklist.getSignedUrls': { checklistId: byId(4601) },
	'document.get': { documentId: byId(3502) },
	'endUser.update': { endUserId: byId(5009) },
	'ticket.update': { ticketFormId: 1, updateFields: { priority: 'HIGH', organization: 1 } },
};

/** Parameters of the operation that show this one, with a value of the input item in it. */
function parametersFor({ key, operation, path: [outer, inner], field }: Named): INodeParameters {
	const sample = samples[key].find((each) =>
		Object.entries(field.when ?? {}).every(([name, accepted]) =>
			accepted.includes((each[name] ?? operation.fields[name].property.default) as string),
		),
	);
	const given = '={{ $json.given }}';
	const base = { ...sample, ...fromTheBeginning[key] };
	delete base.lacking;
	const value = inner ? { ...(base[outer] as INodeParameters), [inner]: given } : given;
	const [resource, name] = key.split('.');
	return { resource, operation: name, ...base, [outer]: value };
}

const dry = (given: INodeParameters, { effect }: Operation): INodeParameters =>
	effect === 'read' ? given : { ...given, options: { dryRun: true } };

const run = async (simulator: Simulator, given: INodeParameters, item: IDataObject) => {
	simulator.requests.clear();
	const credential = technicianOf(simulator);
	const result = await runNode({ parameters: given, items: [item], credential });
	const sent = simulator.requests
		.matching({ path: /^\/v2\// })
		.map(({ method, path, query, body }) => JSON.stringify({ method, path, query, body }));
	return { ...result, sent };
};

const size = { organizations: 3, devices: 60 };
const cases = parameters.map((each) => [each.key, each.path.join('.'), each] as const);
/** A ticket's location is one of its organization's. */
const spoken = ({ key, list }: Named, { name }: Known) =>
	key.startsWith('ticket.') && list === 'getLocations' ? name.replace(/^.*: /, '') : name;

describe('a name in the place of an ID', () => {
	const simulator = withSimulator(size);

	it('is tried in every parameter that says so', () => {
		const lists = new Set(everywhere.map(({ list }) => list));
		expect([...lists].sort()).toEqual([...Object.keys(knownIn(simulator)), ...knownByTexts].sort());
		expect(cases.length).toBeGreaterThan(60);
	});

	it.each(cases)('of %s in %s comes to the same as the ID', async (_, __, named) => {
		const known = knownIn(simulator)[named.list];
		const given = dry(parametersFor(named), named.operation);
		const byId = await run(simulator, given, { given: known.id });
		const byName = await run(simulator, given, { given: spoken(named, known).toUpperCase() });
		expect([byId.error?.message, byName.error?.message]).toEqual([undefined, undefined]);
		expect(byName.json).toEqual(byId.json);
		const more = byName.sent.filter((request) => !byId.sent.includes(request));
		expect(byId.sent.filter((request) => !byName.sent.includes(request))).toEqual([]);
		expect(more.filter((request) => !request.includes('"method":"GET"'))).toEqual([]);
	});
});

/** By which users are known. */
const uid = '5d0c2b6e-7f31-4f0a-9a54-0c8f1f6d2e11';

describe('an ID', () => {
	it.each(cases)('of %s in %s is not looked up', async (_, __, { operation, path, list }) => {
		const [outer, inner] = path;
		const id = list === 'getUsers' ? uid : '12';
		const { lookUp, parse } = operation.fields[outer];
		if (!lookUp) return;
		const context = { label: 'any', timezone: 'utc' };
		const given = parse(inner ? { [inner]: id } : id, context);
		const rows = async () => await Promise.reject(new Error('Read a list'));
		const found = await lookUp.resolve(given, { rows, label: 'any', values: {} });
		const value = inner ? (found as IDataObject)[inner] : found;
		expect([12, [12], { id: 12 }, uid]).toContainEqual(value);
	});
});

describe('a name that two records have', () => {
	const simulator = withSimulator(size);
	it.each(cases)('of %s in %s is refused with both', async (_, __, named) => {
		const known = { ...knownIn(simulator)[named.list], ...ambiguous[named.list] };
		const { id, makeTwin, removeTwin } = known;
		const given = { given: spoken(named, known) };
		makeTwin?.();
		const { error, sent } = await run(simulator, parametersFor(named), given);
		removeTwin?.();
		expect(error?.message).toMatch(`"${named.label}" is "${given.given}"`);
		expect(error?.message).toMatch(new RegExp(`NinjaOne has \\d+ of that name: .*ID ${id}\\b`));
		expect(sent.filter((request) => !request.includes('"method":"GET"'))).toEqual([]);
	});
});

const ambiguous: Readonly<Record<string, Known>> = {
	getTicketStatuses: { id: 8002, name: 'On site' },
};

describe('several names in one text', () => {
	const simulator = withSimulator({ organizations: 3, devices: 10 });
	const [a, b, acme, dash, both] = [1, 2, 9001, 9002, 9003];
	beforeAll(() => {
		const { organizations } = simulator.state;
		const like = organizations.get(a)!;
		organizations.set({ ...organizations.get(b)!, name: 'Beta GmbH' });
		organizations.set({ ...like, id: acme, name: 'Acme, Smith & Sons' });
		organizations.set({ ...like, id: dash, name: 'Dash' });
		organizations.set({ ...like, id: both, name: 'Dash, Beta GmbH' });
	});

	const getMany = {
		resource: 'device',
		operation: 'getMany',
		returnAll: true,
		filters: { organizationIds: '={{ $json.given }}' },
	};
	const find = async (given: unknown) => await run(simulator, getMany, { given: given as string });
	const asked = ({ sent }: { sent: string[] }) =>
		/org (?:in \(|= ?)([\d,]+)/.exec(sent.find((request) => request.includes('"df"')) ?? '')?.[1];

	it.each([
		['one that holds a comma', 'Acme, Smith & Sons', '9001'],
		['one of a list', ['Acme, Smith & Sons'], '9001'],
		['a list with an ID', ['Beta GmbH', 9001, '1'], '2,9001,1'],
		['JSON of a list', '["Beta GmbH", "Acme, Smith & Sons"]', '2,9001'],
		['two with a comma between', 'beta gmbh,Reichel Group', '2,1'],
		['one with and one without a comma', 'Beta GmbH, acme, smith & sons', '2,9001'],
		['an ID and a name', '1, Beta GmbH', '1,2'],
		['the whole text before its parts', 'Dash, Beta GmbH', '9003'],
		['IDs alone, as ever', '1,2', '1,2'],
		['a name twice', 'Beta GmbH,beta gmbh', '2'],
	])('is %s', async (_, given, expected) => {
		const result = await find(given);
		expect(result.error?.message).toBeUndefined();
		expect(asked(result)).toBe(expected);
	});

	it.each([
		['a text that can be read in two ways', 'Reichel Group, Dash, Beta GmbH', /several ways/],
		['an unknown part', 'Beta GmbH, Bita GmbH', /is "Bita GmbH", .*It has: .*Beta GmbH/],
		['an entry without a value', ['Beta GmbH', null], /holds an entry without a value/],
		['an object', { name: 'Beta GmbH' }, /not a valid ID/],
		['a switch', true, /not a valid ID/],
		['an ID that is none', '0', /not a valid ID: "0"/],
	])('is not %s', async (_, given, message) => {
		const result = await find(given);
		expect(result.error?.message).toMatch(message);
		expect(result.error?.message).toMatch(/Organization Names or IDs/);
		expect(asked(result)).toBeUndefined();
	});

	it('is looked up once for all items', async () => {
		simulator.requests.clear();
		const items = Array.from({ length: 20 }, () => ({ given: 'Beta GmbH' }));
		await runNode({ parameters: getMany, items, credential: technicianOf(simulator) });
		expect(simulator.requests.matching({ path: '/v2/organizations' })).toHaveLength(1);
		expect(simulator.requests.matching({ path: '/v2/devices' })).toHaveLength(20);
	});
});
