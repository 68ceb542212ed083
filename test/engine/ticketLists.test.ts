import type { INodeParameters, ResourceMapperFields } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { editorContext } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';
import { byId, byName, ticketRunner } from '../harness/ticketing';

const simulator = withSimulator({ organizations: 3, devices: 60 });
const run = ticketRunner(simulator);
const { state } = simulator;
const board = byName('All tickets');

const list = async (parameters: object) =>
	await run('getMany', { board, returnAll: true, ...parameters });
const idsOf = (rows: ReadonlyArray<{ id?: unknown }>) => rows.map(({ id }) => Number(id));
const ascending = (ids: number[]) => [...ids].sort((a, b) => a - b);
const matching = (test: (ticket: ReturnType<typeof state.tickets.all>[number]) => boolean) =>
	idsOf(state.tickets.all().filter(test));

describe('the tickets of a board', () => {
	it('come whole, in the order of their ids', async () => {
		const { json, hints } = await list({});
		expect(json).toHaveLength(300);
		expect(idsOf(json)).toEqual(idsOf(state.tickets.all()));
		expect(hints).toEqual([]);
	});

	it.each([1, 50, 299])(
		'come up to a limit of %d, and that there are more is told',
		async (limit) => {
			const { json, hints } = await list({ returnAll: false, limit });
			expect(json).toHaveLength(limit);
			expect(hints).toHaveLength(1);
		},
	);

	it('come each once, over several pages of one time', async () => {
		const { set, nextId, get } = state.tickets;
		const many = Array.from({ length: 1000 }, () =>
			set({ ...(get(1001) as never as object), id: nextId() } as never),
		);
		try {
			const { json } = await list({ view: { sortField: 'createTime', sortDirection: 'DESC' } });
			expect(new Set(idsOf(json)).size).toBe(1300);
			expect(json).toHaveLength(1300);
		} finally {
			idsOf(many).forEach((id) => state.tickets.remove(id));
		}
	});

	it('have their id and the columns that were asked for beside those of the board', async () => {
		const view = { columns: 'tags,source' };
		const { json } = await list({ returnAll: false, limit: 1, view });
		const { id, tags, source } = state.tickets.all()[0];
		expect(json).toMatchObject([{ id, tags, source, summary: expect.any(String) }]);
	});

	it.each([
		['organization', 'Corkery - Bosco', ({ clientId }) => clientId === 2],
		['status', 'Waiting', ({ status }) => status.statusId === 3000],
		['assignee', 'Zion Collins', ({ assignedAppUserId }) => assignedAppUserId === 5001],
		['priority', 'HIGH', ({ priority }) => priority === 'HIGH'],
		['severity', 'MAJOR', ({ severity }) => severity === 'MAJOR'],
		['type', 'TASK', ({ type }) => type === 'TASK'],
		['search', 'vpn', ({ subject }) => subject.startsWith('VPN')],
		['tags', 'VIP, network', ({ tags }) => tags.includes('vip') || tags.includes('network')],
	] as Array<[string, string, Parameters<typeof matching>[0]]>)(
		'are filtered by %s',
		async (filter, value, test) => {
			const { json, error } = await list({ filters: { [filter]: value } });
			expect(error).toBeUndefined();
			expect(json.length).toBeGreaterThan(0);
			expect(idsOf(json)).toEqual(matching(test));
		},
	);

	it("are filtered in NinjaOne's own form, too", async () => {
		const raw = '[{"field": "type", "operator": "in", "value": "TASK,QUESTION"}]';
		const { json } = await list({ filters: { raw, priority: 'LOW' } });
		expect(idsOf(json)).toEqual(
			matching(({ type, priority }) => priority === 'LOW' && /TASK|QUESTION/.test(type)),
		);
	});

	it('are not those of a board that somebody guessed', async () => {
		const { error } = await list({ board: byName('My tickets') });
		expect(error?.message).toMatch(
			/"Board" is "My tickets", and NinjaOne has nothing of that name/,
		);
		const wrong = await list({ filters: { raw: '[{"value": "1"}]' } });
		expect(wrong.error?.message).toMatch(/"Raw Filters" holds a filter without a field/);
	});

	it('come in the order that is asked for', async () => {
		const { json } = await list({ view: { sortField: 'id', sortDirection: 'DESC' } });
		expect(idsOf(json)).toEqual(ascending(idsOf(json)).reverse());
	});
});

describe('the log of a ticket', () => {
	const entriesOf = (id: number) => state.ticketLog.of(state.tickets.get(id) as never);

	it('comes whole, over several pages', async () => {
		const { json } = await run('getLogEntries', { ticketId: 1001, returnAll: true });
		expect(idsOf(json)).toEqual(idsOf(entriesOf(1001)));
		expect(json.length).toBeGreaterThan(1000);
	});

	it.each([[['COMMENT']], [['DESCRIPTION', 'SAVE']]])('comes with the types %j', async (types) => {
		await run('setStatus', { ticketId: 1002, status: 8001 });
		const { json } = await run('getLogEntries', { ticketId: 1002, returnAll: true, types });
		const expected = entriesOf(1002).filter(({ type }) => types.includes(type));
		expect(expected.length).toBeGreaterThan(0);
		expect(idsOf(json)).toEqual(idsOf(expected));
	});

	it('is simple or raw', async () => {
		const one = { ticketId: 1001, returnAll: false, limit: 1 };
		const simple = await run('getLogEntries', one);
		expect(simple.json[0]).toMatchObject({ type: 'DESCRIPTION', authorType: 'END_USER' });
		const raw = await run('getLogEntries', { ...one, output: 'raw' });
		expect(raw.json[0]).toMatchObject({ htmlBody: expect.stringContaining('<p>') });
	});
});

describe('what is around tickets', () => {
	it.each([
		['getBoards', () => state.boards.all().length],
		['getForms', () => state.ticketForms.all().length],
		['getStatuses', () => 9],
		['getAttributes', () => state.ticketAttributes.all().length],
		['getContacts', () => state.contacts.all().length],
		['getPeople', () => state.users.all().length + state.contacts.all().length],
	])('%s lists all', async (operation, count) => {
		const { json } = await run(operation, { returnAll: true });
		expect(json).toHaveLength(count());
	});

	it('people are filtered by type, organization and text', async () => {
		const filters = { userType: 'END_USER', organizationId: 1, search: 'lakin' };
		const { json } = await run('getPeople', { returnAll: true, filters });
		expect(json).toMatchObject([{ email: 'brando.lakin@reich.example' }]);
	});

	it('a form is found by its name', async () => {
		const { json } = await run('getForm', { ticketFormId: 'purchase' });
		expect(json).toMatchObject([{ id: 2, name: 'Purchase' }]);
	});

	it("a ticket comes with the form's fields in words, and as NinjaOne has them", async () => {
		const attributes = {
			mappingMode: 'defineBelow',
			value: { 'Impact area': 'Mail', 'Affected systems': 'ERP,CRM', 'Wanted by': '2030-01-31' },
		};
		await run('update', { ticketId: 1003, attributes });
		const { json } = await run('get', { ticketId: 1003 });
		expect(json).toMatchObject([
			{
				id: 1003,
				version: expect.any(Number),
				attributeValues: expect.any(Array),
				formName: 'Default',
				formFields: {
					'Impact area': 'Mail',
					'Affected systems': ['ERP', 'CRM'],
					'Wanted by': '2030-01-31',
				},
			},
		]);
		const plain = await run('get', { ticketId: 1003, includeFormFields: false });
		expect(plain.json[0].formFields).toBeUndefined();
	});

	it('a ticket comes also where its form is gone', async () => {
		simulator.faults.add({ kind: 'status', status: 404, path: /ticket-form/ });
		const { json, error } = await run('get', { ticketId: 1004 });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ id: 1004 }]);
	});
});

describe('lists in the editor', () => {
	const { listSearch, loadOptions, resourceMapping } = new NinjaOne().methods;
	const context = (parameters: INodeParameters = {}) =>
		editorContext(credentialFor(simulator), parameters);
	const search = async (name: keyof typeof listSearch, filter?: string) =>
		(await listSearch[name].call(context(), filter)).results;

	it('offer the forms in use', async () => {
		const options = await loadOptions.getTicketForms.call(context());
		expect(options).toEqual([
			{ name: 'Default', value: 1 },
			{ name: 'Purchase', value: 2 },
		]);
	});

	it('offer the statuses in the order of a life, and technicians by name', async () => {
		const statuses = await loadOptions.getTicketStatuses.call(context());
		expect(statuses[0]).toEqual({ name: 'New', value: 1000 });
		const technicians = await loadOptions.getTechnicians.call(context());
		expect(technicians).toContainEqual({
			name: 'Zion Collins (zion.collins@msp.example)',
			value: 5001,
		});
		const all = state.users.all().filter(({ userType }) => userType === 'TECHNICIAN');
		expect(technicians).toHaveLength(all.length);
	});

	it('find boards, people and contacts by a part of their names', async () => {
		expect(await search('searchTicketBoards', 'unass')).toMatchObject([{ value: 5 }]);
		const people = await search('searchTicketPeople', 'brando');
		expect(people.map(({ description }) => description).sort()).toEqual([
			'Contact',
			'Contact',
			'End user',
		]);
		expect(await search('searchContacts', 'contact3@')).toMatchObject([{ value: 80003 }]);
	});

	const fieldsFor = async (operation: 'create' | 'update', parameters: INodeParameters) => {
		const { getTicketFields, getChangeableTicketFields } = resourceMapping;
		const fields = operation === 'create' ? getTicketFields : getChangeableTicketFields;
		return await fields.call(context({ resource: 'ticket', operation, ...parameters }));
	};
	const labels = ({ fields }: ResourceMapperFields) =>
		fields.map(({ displayName }) => displayName).sort();

	it("offer the fields of the chosen form, else of the ticket's own", async () => {
		const ofForm = await fieldsFor('create', { ticketFormId: 'Purchase' });
		expect(labels(ofForm)).toContain('Cost center (required)');
		expect(ofForm.fields.find(({ id }) => id === '107')).toMatchObject({ required: true });
		const ofTicket = await fieldsFor('update', { ticketFormId: '', ticketId: '1005' });
		expect(labels(ofTicket)).toContain('Asset label (max 40)');
	});

	it('ask for a form where there is none yet', async () => {
		const expected = {
			fields: [],
			emptyFieldsNotice: expect.stringContaining('appear here'),
		};
		expect(await fieldsFor('create', { ticketFormId: '' })).toMatchObject(expected);
		expect(await fieldsFor('update', { ticketFormId: '', ticketId: '' })).toMatchObject(expected);
	});

	it('show what went wrong instead of staying empty', async () => {
		simulator.faults.add({ kind: 'status', status: 403, path: /boards$/ });
		await expect(search('searchTicketBoards')).rejects.toThrow(/denies access/);
	});
});

it('a board that is given by its id is not looked up', async () => {
	await list({ board: byId(5) });
	expect(simulator.requests.matching({ path: /boards$/ })).toHaveLength(0);
});
