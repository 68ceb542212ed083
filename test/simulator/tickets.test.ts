import type {
	Activity,
	BoardRunSchema,
	LogEntry,
	Ticket,
	TicketAttribute,
	TicketForm,
	TicketStatus,
} from '../../contracts';
import { TicketSchema } from '../../contracts';
import type { z } from 'zod';
import { bearerOf, during, eachTest, type Session } from './client';
import { apps } from '../../simulator';
import { largeContent, upload } from './uploads';

const session = eachTest();
type Refused = { errorMessage: string; resultCode: string };

const base = '/v2/ticketing/ticket';
const write = (method: 'POST' | 'PUT', path: string, json: unknown, on: Session = session()) =>
	on.call<Ticket & Refused>(path, { method, json });
const create = (json: object, on?: Session) => write('POST', base, { ...plain, ...json }, on);
const put = (id: number, json: object, on?: Session) => write('PUT', `${base}/${id}`, json, on);
const read = (id: number, on: Session = session()) => on.get<Ticket>(`${base}/${id}`);
const log = (id: number, query = '') =>
	session().get<LogEntry[]>(`${base}/${id}/log-entry${query}`);

const plain = { clientId: 1, ticketFormId: 1, subject: 'Door is stuck', status: '1000' };
const state = () => session().simulator.state;
const endUser = () => state().users.get(5009)?.uid;
const device = () =>
	state()
		.devices.all()
		.find(({ organizationId }) => organizationId === 1);
const attribute = (name: string) =>
	state()
		.ticketAttributes.all()
		.find((one) => one.name === name) as TicketAttribute;
const optionOf = (name: string, at: number) => attribute(name).content.values?.[at].id ?? '';

/** A ticket as a request says the same. */
const asRequest = (ticket: Ticket) => ({
	version: ticket.version,
	clientId: ticket.clientId,
	ticketFormId: ticket.ticketFormId,
	subject: ticket.subject,
	status: String(ticket.status.statusId),
	requesterUid: ticket.requesterUid,
	locationId: ticket.locationId,
	nodeId: ticket.nodeId,
	type: ticket.type,
	cc: ticket.ccList,
	assignedAppUserId: ticket.assignedAppUserId,
	severity: ticket.severity,
	priority: ticket.priority,
	tags: ticket.tags,
	attributes: ticket.attributeValues.map(({ id, attributeId, value }) => ({
		id,
		attributeId,
		value: String(value),
	})),
	additionalAssignedTechnicianIds: ticket.additionalAssignedTechnicianIds,
	followupTime: ticket.followupTime,
});
const rich = () => {
	const found = state()
		.tickets.all()
		.find(
			({ tags, ccList, attributeValues, ...more }) =>
				tags.length > 0 &&
				ccList.uids.length > 0 &&
				attributeValues.length > 0 &&
				more.additionalAssignedTechnicianIds.length > 0 &&
				more.followupTime !== undefined &&
				more.assignedAppUserId !== undefined,
		);
	return found?.id ?? 0;
};

describe('a new ticket', () => {
	it('holds what was sent, and answers as it is read from then on', async () => {
		const sent = {
			nodeId: device()?.id,
			locationId: device()?.locationId,
			type: 'INCIDENT',
			priority: 'HIGH',
			severity: 'MAJOR',
			requesterUid: endUser(),
			assignedAppUserId: 5002,
			additionalAssignedTechnicianIds: [5003],
			tags: ['door'],
			followupTime: 1_790_000_000,
		};
		const { status, body } = await create({ ...sent, cc: { emails: ['desk@example.com'] } });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			...sent,
			id: 1301,
			version: 1,
			status: { name: 'NEW', statusId: 1000 },
			ccList: { uids: [], emails: ['desk@example.com'] },
			source: 'TECHNICIAN',
			deleted: false,
		});
		expect(TicketSchema.strict().safeParse(body).error?.issues ?? []).toEqual([]);
		expect(await read(body.id)).toEqual(body);
	});

	it('begins its history with the description, whose author is the technician', async () => {
		const description = { public: false, body: 'It sticks', timeTracked: 600 };
		const { id } = (await create({ description })).body;
		expect(await log(id)).toMatchObject([
			{
				type: 'DESCRIPTION',
				body: 'It sticks',
				publicEntry: false,
				timeTracked: 600,
				appUserContactId: 5001,
				appUserContactType: 'TECHNICIAN',
			},
		]);
	});

	it('leaves word in the feed', async () => {
		const { id } = (await create({ nodeId: device()?.id })).body;
		const { activities } = await session().get<{ activities: Activity[] }>(
			'/v2/activities?type=NINJA_TICKETING',
		);
		expect(activities[0]).toMatchObject({
			statusCode: 'NINJA_TICKETING_TICKET_CREATED',
			deviceId: device()?.id,
			userId: 5001,
			data: { message: { params: { ticketId: id } } },
		});
	});

	it('keeps attributes in their types, and tells each by an id of its own', async () => {
		const systems = [optionOf('Affected systems', 0), optionOf('Affected systems', 2)];
		const attributes = [
			{ attributeId: attribute('Affected users').id, value: '12' },
			{ attributeId: attribute('Needs a visit').id, value: 'true' },
			{ attributeId: attribute('Impact area').id, value: optionOf('Impact area', 1) },
			{ attributeId: attribute('Affected systems').id, value: systems.join() },
		];
		const { attributeValues } = (await create({ attributes })).body;
		expect(attributeValues.map(({ value }) => value)).toEqual([
			12,
			true,
			optionOf('Impact area', 1),
			systems,
		]);
		expect(new Set(attributeValues.map(({ id }) => id)).size).toBe(4);
	});

	it('needs the attributes that its form requires', async () => {
		const { status, body } = await create({ ticketFormId: 2 });
		expect(status).toBe(400);
		expect(body.errorMessage).toContain('Cost center');
		const attributes = [{ attributeId: attribute('Cost center').id, value: 'CC-1' }];
		expect((await create({ ticketFormId: 2, attributes })).status).toBe(200);
	});

	it.each<[string, object]>([
		['status', { status: 1000 }],
		['status', { status: 'NEW' }],
		['status', { status: '4711' }],
		['subject', { subject: 'x'.repeat(201) }],
		['clientId', { clientId: undefined }],
		['clientId', { clientId: 999 }],
		['ticketFormId', { ticketFormId: 9 }],
		['ticketFormId', { ticketFormId: 3 }],
		['nodeId', { nodeId: 9999 }],
		['locationId', { locationId: 9999 }],
		['requesterUid', { requesterUid: '00000000-0000-4000-a000-000000000000' }],
		['assignedAppUserId', { assignedAppUserId: 5009 }],
		['additionalAssignedTechnicianIds', { additionalAssignedTechnicianIds: [9] }],
		['cc.uids', { cc: { uids: ['00000000-0000-4000-a000-000000000000'] } }],
		['parentTicketId', { parentTicketId: 9 }],
		['attributeId', { attributes: [{ attributeId: 9, value: 'x' }] }],
		['Affected users', { attributes: [{ attributeId: 102, value: 'many' }] }],
		['Impact area', { attributes: [{ attributeId: 103, value: 'Mail' }] }],
		['ccList', { ccList: { uids: [], emails: [] } }],
		['organizationId', { organizationId: 1 }],
		['description', { description: 'It sticks' }],
	])('is refused, and not made, for a wrong %s: %j', async (field, json) => {
		const { status, body } = await create(json);
		expect(status).toBe(400);
		expect(body.errorMessage).toContain(field);
		expect(state().tickets.size).toBe(300);
	});

	it('shows on boards', async () => {
		const { id } = (await create({})).body;
		expect((await run({ pageSize: 1 })).body.data[0]).toMatchObject({ id });
	});
});

describe('a changed ticket', () => {
	it('is the same as before where all of it is sent again', async () => {
		const before = await read(rich());
		const { status, body } = await put(before.id, asRequest(before));
		expect(status).toBe(200);
		expect(body).toEqual({ ...before, version: before.version + 1 });
		expect(await read(before.id)).toEqual(body);
	});

	it('loses what is not sent', async () => {
		const before = await read(rich());
		const { version, clientId, ticketFormId, subject, status, requesterUid } = asRequest(before);
		const least = { version, clientId, ticketFormId, subject, status, requesterUid };
		const { body } = await put(before.id, least);
		expect(body).toMatchObject({
			priority: 'NONE',
			severity: 'NONE',
			tags: [],
			ccList: { uids: [], emails: [] },
			attributeValues: [],
			additionalAssignedTechnicianIds: [],
		});
		for (const name of ['nodeId', 'locationId', 'assignedAppUserId', 'followupTime'])
			expect(body).not.toHaveProperty(name);
		expect(body).toMatchObject({ source: before.source, createTime: before.createTime });
	});

	it.each(['version', 'clientId', 'ticketFormId', 'subject', 'status', 'requesterUid'])(
		'needs %s',
		async (name) => {
			const { status, body } = await put(1001, {
				...asRequest(await read(1001)),
				[name]: undefined,
			});
			expect(status).toBe(400);
			expect(body.errorMessage).toContain(name);
		},
	);

	it('takes no comment', async () => {
		const json = { ...asRequest(await read(1001)), description: { public: true, body: 'x' } };
		expect((await put(1001, json)).status).toBe(400);
	});

	it('tells in its history what was changed', async () => {
		const before = await read(1001);
		await put(1001, { ...asRequest(before), subject: 'Other', status: '8001' });
		const [first] = await log(1001);
		const entries = await log(1001, '?type=SAVE');
		expect(first.body).toBe(before.subject);
		expect(entries).toMatchObject([
			{
				changeDiff: {
					subject: { old: before.subject, new: 'Other' },
					status: { new: { statusId: 8001, parentId: 3000 } },
				},
			},
		]);
		expect(Object.keys(entries[0].changeDiff ?? {}).sort()).toEqual(['status', 'subject']);
	});

	it('is refused where somebody else was faster', async () => {
		const before = asRequest(await read(1001));
		expect((await put(1001, { ...before, subject: 'First' })).status).toBe(200);
		const { status, body } = await put(1001, { ...before, subject: 'Second' });
		expect(status).toBe(409);
		expect(body).toMatchObject({ resultCode: 'FAILURE', incidentId: expect.any(String) });
		expect(await read(1001)).toMatchObject({ subject: 'First', version: 2 });
	});

	it('is refused with another status where the simulator is told so', async () => {
		await during({ ticketConflictStatus: 400 }, async (on) => {
			const before = asRequest(await read(1001, on));
			expect((await put(1001, { ...before, version: 9 }, on)).status).toBe(400);
		});
	});

	it('can be closed, unless the simulator is told otherwise', async () => {
		const close = async (on: Session, status: string) => {
			const open = on.simulator.state.tickets.all().find((one) => one.status.statusId === 1000);
			const before = asRequest(await read(open?.id ?? 0, on));
			return (await put(open?.id ?? 0, { ...before, status }, on)).status;
		};
		expect(await close(session(), '6000')).toBe(200);
		await during({ closeRefused: true }, async (on) => {
			expect(await close(on, '6000')).toBe(400);
			expect(await close(on, '8004')).toBe(400);
			expect(await close(on, '5000')).toBe(200);
		});
	});

	it('must exist', async () => {
		expect(await put(9999, asRequest(await read(1001)))).toMatchObject({
			status: 404,
			body: { resultCode: 'ticket_not_found' },
		});
	});
});

describe('a comment', () => {
	const path = `${base}/1002/comment`;
	const comment = (json: object) => ({ comment: JSON.stringify(json) });
	const last = async () => (await log(1002)).at(-1);

	it('joins the history, behind all that was said before', async () => {
		const before = await log(1002);
		const sent = { public: true, body: 'Done', timeTracked: 300 };
		expect((await upload(session(), path, [], comment(sent))).status).toBe(204);
		const after = await log(1002, `?anchorId=${before.at(-1)?.id}`);
		expect(after).toMatchObject([
			{
				type: 'COMMENT',
				body: 'Done',
				publicEntry: true,
				timeTracked: 300,
				appUserContactId: 5001,
			},
		]);
		expect((await log(1002)).slice(0, -1)).toEqual(before);
	});

	it('may come as a part that says what it is', async () => {
		const part = { part: 'comment', name: 'blob', type: 'application/json' };
		const content = JSON.stringify({ public: false, htmlBody: '<b>Done</b>' });
		expect((await upload(session(), path, [{ ...part, content }])).status).toBe(204);
		expect(await last()).toMatchObject({
			body: 'Done',
			htmlBody: '<b>Done</b>',
			publicEntry: false,
		});
	});

	it('brings files, whose bytes are kept', async () => {
		const content = largeContent(3_000_000);
		const files = [
			{ part: 'files', name: 'screen.png', type: 'image/png', content },
			{ part: 'files', name: 'data.json', type: 'application/json', content: '{}' },
		];
		await upload(session(), path, files, comment({ public: false, body: 'See there' }));
		expect((await last())?.attachments).toMatchObject([
			{ name: 'screen.png', mimeType: 'image/png', size: '3000000' },
			{ name: 'data.json', mimeType: 'application/json', size: '2' },
		]);
		const [first] = state().files.all().slice(-2);
		expect(first.content.equals(content)).toBe(true);
	});

	it('is written down in the log of requests, files by their size', async () => {
		const files = [{ part: 'files', name: 'a.txt', content: 'abc' }];
		await upload(session(), path, files, comment({ public: false, body: 'x' }));
		const [request] = session().simulator.requests.matching({ method: 'POST', path });
		expect(request.body).toMatchObject({
			comment: '{"public":false,"body":"x"}',
			files: [{ field: 'files', fileName: 'a.txt', size: 3 }],
		});
	});

	it.each<[string, object]>([
		['no text and no file', { public: true }],
		['no word on who may see it', { body: 'x' }],
		['an unknown property', { public: true, body: 'x', text: 'y' }],
		['a time in words', { public: true, body: 'x', timeTracked: '5 minutes' }],
	])('is refused for %s', async (_case, json) => {
		const before = await log(1002);
		expect((await upload(session(), path, [], comment(json))).status).toBe(400);
		expect(await log(1002)).toEqual(before);
	});

	it('is no JSON', async () => {
		const json = { public: true, body: 'x' };
		expect((await session().call(path, { method: 'POST', json })).status).toBe(415);
	});
});

describe('a history', () => {
	it('is filtered by types and by time', async () => {
		const [{ createTime }] = await log(1003);
		await put(1003, asRequest(await read(1003)));
		const types = async (query: string) => (await log(1003, query)).map(({ type }) => type);
		expect(await types('?type=DESCRIPTION&type=SAVE')).toEqual(['DESCRIPTION', 'SAVE']);
		expect((await log(1003, `?createTime=${createTime + 1}`))[0].type).toBe('COMMENT');
	});
});

const run = (json: object) =>
	session().call<z.infer<typeof BoardRunSchema> & Refused>('/v2/ticketing/trigger/board/2/run', {
		method: 'POST',
		json,
	});

describe('a board', () => {
	const filtered = async (field: string, operator: string, value: string) => {
		const filters = [{ field, operator, value }];
		return (await run({ filters, includeColumns: ['tags'], pageSize: 300 })).body.data;
	};

	it('filters by the number of a status, by one of several values and by tag', async () => {
		const statuses = (rows: Record<string, unknown>[]) =>
			new Set(rows.map(({ status }) => (status as TicketStatus).statusId));
		expect(statuses(await filtered('status', 'is', '2000'))).toEqual(new Set([2000]));
		const two = await filtered('status', 'in', '2000,3000');
		expect(statuses(two)).toEqual(new Set([2000, 3000]));
		const tagged = await filtered('tags', 'contains', 'vip');
		expect(tagged.length).toBeGreaterThan(0);
		expect(tagged.every(({ tags }) => (tags as string[]).includes('vip'))).toBe(true);
		const others = await filtered('tags', 'not_contains', 'vip');
		expect(others.length + tagged.length).toBe(300);
	});

	it('tells people and places by their names, and options of fields by their labels', async () => {
		const ticket = state().tickets.get(rich());
		const { data } = (
			await run({
				filters: [{ field: 'id', operator: 'is', value: String(ticket?.id) }],
				includeColumns: ['organization', 'requester', 'ticketForm', 'attributeValues'],
			})
		).body;
		const choice = state()
			.ticketAttributes.all()
			.find(({ attributeType }) => attributeType === 'DROPDOWN');
		const chosen = ticket?.attributeValues.find(({ attributeId }) => attributeId === choice?.id);
		const label = choice?.content.values?.find(({ id }) => id === chosen?.value)?.name;
		expect(label).toEqual(expect.any(String));
		expect(data).toMatchObject([
			{
				organization: state().organizations.get(ticket?.clientId ?? 0)?.name,
				requester: expect.stringMatching(/^\w+ \w+/),
				ticketForm: expect.any(String),
				attributeValues: expect.arrayContaining([{ attributeId: choice?.id, value: label }]),
			},
		]);
	});

	it('searches descriptions and tags, too', async () => {
		const description = { public: true, body: 'The hinge broke' };
		const { id } = (await create({ description, tags: ['carpenter'] })).body;
		for (const searchCriteria of ['HINGE', 'carpenter'])
			expect((await run({ searchCriteria })).body.data).toMatchObject([{ id }]);
	});
});

describe('ticketing', () => {
	it('has a default form, one with an attribute that is required, and one that is not in use', async () => {
		const forms = await session().get<TicketForm[]>('/v2/ticketing/ticket-form');
		expect(forms.map((form) => [form.default, form.active])).toEqual([
			[true, true],
			[false, true],
			[false, false],
		]);
		const form = await session().get<TicketForm>('/v2/ticketing/ticket-form/2');
		expect(form.fields.map(({ id }) => id)).toEqual(form.content.fields);
		expect(form.fields.filter(({ content }) => content.required)).toHaveLength(1);
		expect((await session().call('/v2/ticketing/ticket-form/9')).status).toBe(404);
	});

	it('has statuses of its own below the base ones, two of which look alike', async () => {
		const statuses = await session().get<TicketStatus[]>('/v2/ticketing/statuses');
		const own = statuses.filter(({ parentId }) => parentId !== undefined);
		expect(own).toContainEqual(
			expect.objectContaining({ parentId: 3000, displayName: 'Waiting for parts' }),
		);
		const names = own.map(({ displayName }) => displayName);
		expect(names.length - new Set(names).size).toBe(1);
	});

	it('reads with a machine’s token', async () => {
		const authorization = bearerOf(session().simulator, apps.full);
		for (const path of [
			`${base}/1001`,
			'/v2/ticketing/attributes',
			'/v2/ticketing/contact/contacts',
		])
			expect((await session().send(path, { headers: { authorization } })).status).toBe(200);
	});
});
