import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';
import { byId, byName, changesSentTo, mapped, ticketRunner } from '../harness/ticketing';

const simulator = withSimulator({ organizations: 3, devices: 60 });
const run = ticketRunner(simulator);
const { state } = simulator;

const required = { organizationId: byId(1), ticketFormId: 1, subject: 'Printer is on fire' };
const create = async (more: object = {}) => await run('create', { ...required, ...more });

const endUser = () =>
	state.users.all().filter(({ userType }) => userType === 'END_USER')[1] as NonNullable<
		ReturnType<typeof state.users.get>
	>;

describe('a new ticket', () => {
	it('needs an organization, a form and a subject, and begins as New', async () => {
		const { json } = await create();
		expect(state.tickets.get(json[0].id as number)).toMatchObject({
			clientId: 1,
			ticketFormId: 1,
			subject: 'Printer is on fire',
			status: { statusId: 1000 },
		});
	});

	it('takes names for everything that has one', async () => {
		const { firstName, lastName, uid, email } = endUser();
		const { json, error } = await run('create', {
			organizationId: byName('reichel group'),
			ticketFormId: 'default',
			subject: 'By name',
			status: 'Waiting for parts',
			additionalFields: {
				additionalTechnicians: ['Daron Howell', 5004],
				assignee: 'zion.collins@msp.example',
				cc: `office@example.com, ${uid}`,
				device: byName('REICH-WS-0005'),
				followupTime: '2030-01-31T08:00:00',
				location: 'Main Office',
				parentTicketId: 1001,
				priority: 'HIGH',
				requester: byName(`${firstName} ${lastName}`),
				severity: 'MAJOR',
				tags: 'printer, vip',
				type: 'INCIDENT',
			},
		});
		expect(error).toBeUndefined();
		expect(email).toContain('@');
		expect(state.tickets.get(json[0].id as number)).toMatchObject({
			clientId: 1,
			ticketFormId: 1,
			status: { statusId: 8001 },
			additionalAssignedTechnicianIds: [5003, 5004],
			assignedAppUserId: 5001,
			ccList: { uids: [uid], emails: ['office@example.com'] },
			nodeId: 5,
			// Without an offset a time is meant in the workflow's time zone.
			followupTime: Date.parse('2030-01-31T08:00:00+01:00') / 1000,
			locationId: 1001,
			parentTicketId: 1001,
			priority: 'HIGH',
			requesterUid: uid,
			severity: 'MAJOR',
			tags: ['printer', 'vip'],
			type: 'INCIDENT',
		});
	});

	it.each([
		['private plain text', 'On fire', {}, { publicEntry: false, body: 'On fire', timeTracked: 0 }],
		[
			'public HTML with minutes',
			'<p>On fire</p>',
			{ format: 'html', isPublic: true, timeTracked: 5 },
			{ publicEntry: true, body: 'On fire', htmlBody: '<p>On fire</p>', timeTracked: 300 },
		],
		[
			'text with seconds',
			'On fire',
			{ timeTracked: 90, timeTrackedUnit: 'seconds' },
			{ publicEntry: false, body: 'On fire', timeTracked: 90 },
		],
	])('has a description: %s', async (_, description, descriptionOptions, expected) => {
		const { json } = await create({ description, descriptionOptions });
		const ticket = state.tickets.get(json[0].id as number);
		const [first] = state.ticketLog.of(ticket as never);
		expect(first).toMatchObject({ type: 'DESCRIPTION', ...expected });
	});

	it("has the form's fields in NinjaOne's types", async () => {
		const attributes = mapped({
			'Asset label': 'AL-1',
			'Affected users': '3',
			'Impact area': 'network',
			'Affected systems': 'ERP, CRM',
			'105': false,
			'Wanted by': '2030-01-31',
		});
		const { json, error } = await create({ attributes });
		expect(error).toBeUndefined();
		const optionsOf = (id: number) => state.ticketAttributes.get(id)?.content.values ?? [];
		const values = state.tickets
			.get(json[0].id as number)
			?.attributeValues.map(({ attributeId, value }) => [attributeId, value])
			.sort(([a], [b]) => Number(a) - Number(b));
		expect(values).toEqual([
			[101, 'AL-1'],
			[102, 3],
			[103, optionsOf(103)[1].id],
			[104, [optionsOf(104)[0].id, optionsOf(104)[1].id]],
			[105, false],
			[106, Date.UTC(2030, 0, 31)],
		]);
	});

	it("takes the form's fields from the columns of the items, and leaves other columns alone", async () => {
		const { json } = await run(
			'create',
			{ ...required, attributes: { mappingMode: 'autoMapInputData', value: null } },
			{ items: [{ 'asset label': 'AL-2', colour: 'red' }] },
		);
		const ticket = state.tickets.get(json[0].id as number);
		expect(ticket?.attributeValues).toMatchObject([{ attributeId: 101, value: 'AL-2' }]);
	});

	it('is only shown in a dry run', async () => {
		const { json } = await create({ options: { dryRun: true } });
		expect(json).toMatchObject([{ dryRun: true, method: 'POST', url: '/v2/ticketing/ticket' }]);
		expect(changesSentTo(simulator)).toEqual([]);
	});
});

describe('a new ticket is refused before anything is sent', () => {
	const namesake = byName('Brando Lakin');
	it.each([
		['no form', { ticketFormId: '={{ "" }}' }, /"Form Name or ID" came out empty/],
		['a form out of use', { ticketFormId: 'Old request' }, /nothing of that name/],
		['a long subject', { subject: 'x'.repeat(201) }, /"Subject" has 201 characters.*at most 200/],
		[
			'a required field of the form',
			{ ticketFormId: 'Purchase' },
			/"Form Fields" has no value for "Cost center", which the form "Purchase" requires/,
		],
		[
			'an ambiguous requester',
			{ additionalFields: { requester: namesake } },
			/"Requester" is "Brando Lakin", and NinjaOne has 3 of that name: .*END_USER.*CONTACT/,
		],
		[
			'an unknown technician',
			{ additionalFields: { assignee: 'Nobody' } },
			/"Assignee Name or ID" is "Nobody", and NinjaOne has nothing of that name. It has: Zion/,
		],
		[
			"another organization's device",
			{ additionalFields: { device: byName('CORKE-MAC-0002') } },
			/"Device" is "CORKE-MAC-0002"/,
		],
		[
			"another organization's location",
			{ organizationId: byId(2), additionalFields: { location: 'Verniestad Office' } },
			/"Location Name or ID" is "Verniestad Office"/,
		],
		['half an address', { additionalFields: { cc: 'office@' } }, /"CC" holds "office@"/],
		['a status that two have', { status: 'On site' }, /2 of that name/],
		[
			'time without a description',
			{ descriptionOptions: { timeTracked: 5 } },
			/"Description" is empty, and time is tracked/,
		],
	])('for %s', async (_, more, expected) => {
		const { error } = await create(more);
		expect(error?.message).toMatch(expected);
		expect(changesSentTo(simulator)).toEqual([]);
	});
});

it('lists are read once for all items', async () => {
	const { json } = await run(
		'create',
		{
			...required,
			organizationId: byName('Reichel Group'),
			ticketFormId: 'Default',
			status: 'Open',
			additionalFields: { assignee: 'Zion Collins', device: byName('REICH-WS-0005') },
		},
		{ items: Array.from({ length: 20 }, () => ({})) },
	);
	expect(json).toHaveLength(20);
	const reads = simulator.requests.matching({ method: 'GET', path: /^\/v2/ });
	expect(reads.map(({ path }) => path).sort()).toEqual(
		[...new Set(reads.map(({ path }) => path))].sort(),
	);
});

it('an answer that is lost is told, and the ticket not made twice', async () => {
	simulator.faults.add({ kind: 'cut', when: 'after', path: '/v2/ticketing/ticket' });
	const { error } = await create();
	expect(error?.message).toMatch(/may have been carried out, so it was not sent again/);
	expect(changesSentTo(simulator)).toHaveLength(1);
});

it('a token of an API app gets the sentence about Authorization Code', async () => {
	const { error } = await runNode({
		parameters: { resource: 'ticket', operation: 'create', ...required } as never,
		credential: credentialFor(simulator),
	});
	expect(error?.message).toMatch(/needs the Authorization Code grant/);
});

it('the form and the organization have no standard that could be taken by mistake', () => {
	const { properties } = new NinjaOne().description;
	const form = properties.find(({ name }) => name === 'ticketFormId');
	expect(form).toMatchObject({ default: '', required: true });
});
