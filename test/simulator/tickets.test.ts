import type {
	Activity,
	BoardRunSchema,
	LogEntry,
	Ticket,
	TicketAttribute,
	TicketForm,
	TicketStatus,
} from '../../contracts';
import type { z } from 'zod';
import { during, eachTest, type Session } from './client';
import { largeContent, upload } from './uploads';

const session = eachTest();
type Refused = { errorMessage: string; resultCode: string };

const base = '/v2/ticketing/ticket';
const plain = { clientId: 1, ticketFormId: 1, subject: 'Door is stuck', status: '1000' };
const write = (method: 'POST' | 'PUT', path: string, json: unknown, on: Session = session()) =>
	on.call<Ticket & Refused>(path, { method, json });
const create = (json: object) => write('POST', base, { ...plain, ...json });
const put = (id: number, json: object, on?: Session) => write('PUT', `${base}/${id}`, json, on);
const read = (id: number, on: Session = session()) => on.get<Ticket>(`${base}/${id}`);
const log = (id: number, query = '') =>
	session().get<LogEntry[]>(`${base}/${id}/log-entry${query}`);
const run = async (json: object) =>
	(
		await session().call<z.infer<typeof BoardRunSchema>>('/v2/ticketing/trigger/board/2/run', {
			method: 'POST',
			json,
		})
	).body.data;

const state = () => session().simulator.state;
const place = () => {
	const device = state()
		.devices.all()
		.find(({ organizationId }) => organizationId === plain.clientId);
	return { nodeId: device?.id, locationId: device?.locationId };
};
const attribute = (name: string) =>
	state()
		.ticketAttributes.all()
		.find((one) => one.name === name) as TicketAttribute;
const optionOf = (name: string, at: number) => attribute(name).content.values?.[at].id ?? '';

/** A ticket as a request says the same. */
const asRequest = ({ ccList: cc, attributeValues, ...ticket }: Ticket) => ({
	...ticket,
	status: String(ticket.status.statusId),
	cc,
	attributes: attributeValues.map(({ value, ...one }) => ({ ...one, value: String(value) })),
	...{ id: undefined, source: undefined, createTime: undefined, deleted: undefined },
});
/** A ticket that has all that an update could lose. */
const richId = 1006;

describe('a new ticket', () => {
	it('holds what was sent, and answers as it is read from then on', async () => {
		const sent = {
			...place(),
			type: 'INCIDENT',
			priority: 'HIGH',
			severity: 'MAJOR',
			requesterUid: state().users.get(5009)?.uid,
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
		expect(await read(body.id)).toEqual(body);
		expect(await run({ pageSize: 1 })).toMatchObject([{ id: body.id }]);
	});

	it('begins its history with the description, and is reported in the feed, both by the technician', async () => {
		const description = { public: false, body: 'It sticks', timeTracked: 600 };
		const { nodeId } = place();
		const { id } = (await create({ description, nodeId })).body;
		const by = { appUserContactId: 5001, appUserContactType: 'TECHNICIAN' };
		const text = { body: 'It sticks', publicEntry: false, timeTracked: 600 };
		expect(await log(id)).toMatchObject([{ type: 'DESCRIPTION', ...text, ...by }]);
		const { activities } = await session().get<{ activities: Activity[] }>(
			'/v2/activities?type=NINJA_TICKETING',
		);
		expect(activities[0]).toMatchObject({
			statusCode: 'NINJA_TICKETING_TICKET_CREATED',
			deviceId: nodeId,
			userId: 5001,
			data: { message: { params: { ticketId: id } } },
		});
	});

	it('keeps attributes in their types, each with an id', async () => {
		const systems = [optionOf('Affected systems', 0), optionOf('Affected systems', 2)];
		const impact = optionOf('Impact area', 1);
		const values: [name: string, sent: string, kept: unknown][] = [
			['Affected users', '12', 12],
			['Needs a visit', 'true', true],
			['Impact area', impact, impact],
			['Affected systems', systems.join(), systems],
		];
		const attributes = values.map(([name, value]) => ({ attributeId: attribute(name).id, value }));
		const { attributeValues } = (await create({ attributes })).body;
		expect(attributeValues.map(({ value }) => value)).toEqual(values.map(([, , kept]) => kept));
		expect(new Set(attributeValues.map(({ id }) => id)).size).toBe(values.length);
	});

	it('needs the attributes that its form requires', async () => {
		const { status, body } = await create({ ticketFormId: 2 });
		expect(status).toBe(400);
		expect(body.errorMessage).toContain('Cost center');
		const attributes = [{ attributeId: attribute('Cost center').id, value: 'CC-1' }];
		expect((await create({ ticketFormId: 2, attributes })).status).toBe(200);
	});

	const nobody = '00000000-0000-4000-a000-000000000000';
	it.each<[string, object]>([
		['status', { status: 1000 }],
		['status', { status: '4711' }],
		['subject', { subject: 'x'.repeat(201) }],
		['clientId', { clientId: undefined }],
		['clientId', { clientId: 999 }],
		['ticketFormId', { ticketFormId: 9 }],
		['ticketFormId', { ticketFormId: 3 }],
		['nodeId', { nodeId: 9999 }],
		['locationId', { locationId: 9999 }],
		['requesterUid', { requesterUid: nobody }],
		['assignedAppUserId', { assignedAppUserId: 5009 }],
		['additionalAssignedTechnicianIds', { additionalAssignedTechnicianIds: [9] }],
		['cc.uids', { cc: { uids: [nobody] } }],
		['parentTicketId', { parentTicketId: 9 }],
		['attributeId', { attributes: [{ attributeId: 9, value: 'x' }] }],
		['Affected users', { attributes: [{ attributeId: 102, value: 'many' }] }],
		['Impact area', { attributes: [{ attributeId: 103, value: 'Mail' }] }],
		['ccList', { ccList: { uids: [], emails: [] } }],
	])('is refused, and not made, for a wrong %s: %j', async (field, json) => {
		const { status, body } = await create(json);
		expect(status).toBe(400);
		expect(body.errorMessage).toContain(field);
		expect(state().tickets.size).toBe(300);
	});
});

describe('a changed ticket', () => {
	it('is the same as before where all of it is sent again', async () => {
		const before = await read(richId);
		const { status, body } = await put(richId, asRequest(before));
		expect(status).toBe(200);
		expect(body).toEqual({ ...before, version: before.version + 1 });
		expect(await read(richId)).toEqual(body);
	});

	it('loses what is not sent', async () => {
		const before = await read(richId);
		const { version, clientId, ticketFormId, subject, status, requesterUid } = asRequest(before);
		const least = { version, clientId, ticketFormId, subject, status, requesterUid };
		expect((await put(richId, least)).body).toEqual({
			...before,
			version: version + 1,
			type: 'PROBLEM',
			priority: 'NONE',
			severity: 'NONE',
			tags: [],
			ccList: { uids: [], emails: [] },
			attributeValues: [],
			additionalAssignedTechnicianIds: [],
			nodeId: undefined,
			locationId: undefined,
			assignedAppUserId: undefined,
			followupTime: undefined,
		});
	});

	it.each<[string, unknown]>([
		['version', undefined],
		['clientId', undefined],
		['ticketFormId', undefined],
		['subject', undefined],
		['status', undefined],
		['requesterUid', undefined],
		['description', { public: true, body: 'x' }],
	])('is refused where %s is %j', async (name, value) => {
		const { status, body } = await put(1001, { ...asRequest(await read(1001)), [name]: value });
		expect(status).toBe(400);
		expect(body.errorMessage).toContain(name);
	});

	it('has in its history what was changed', async () => {
		const before = await read(1001);
		await put(1001, { ...asRequest(before), subject: 'Other', status: '8001' });
		const [first] = await log(1001);
		expect(first.body).toBe(before.subject);
		const entries = await log(1001, '?type=SAVE');
		expect(entries.map(({ changeDiff }) => changeDiff)).toEqual([
			{
				subject: { old: before.subject, new: 'Other' },
				status: {
					old: before.status,
					new: expect.objectContaining({ statusId: 8001, parentId: 3000 }),
				},
			},
		]);
	});

	it.each([undefined, 400] as const)(
		'is refused where somebody else was faster, as option %s says',
		async (ticketConflictStatus) => {
			await during(ticketConflictStatus ? { ticketConflictStatus } : {}, async (on) => {
				const before = asRequest(await read(1001, on));
				expect((await put(1001, { ...before, subject: 'First' }, on)).status).toBe(200);
				expect(await put(1001, { ...before, subject: 'Second' }, on)).toMatchObject({
					status: ticketConflictStatus ?? 409,
					body: { resultCode: 'FAILURE', incidentId: expect.any(String) },
				});
				expect(await read(1001, on)).toMatchObject({ subject: 'First', version: 2 });
			});
		},
	);

	it('can be closed, unless the option is set', async () => {
		const close = async (on: Session, status: string) => {
			const { tickets } = on.simulator.state;
			const { id = 0 } = tickets.all().find((one) => one.status.statusId === 1000) ?? {};
			return (await put(id, { ...asRequest(await read(id, on)), status }, on)).status;
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
		expect(await log(1002, `?anchorId=${before.at(-1)?.id}`)).toMatchObject([
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

	it('may come as a part with a content type', async () => {
		const part = { part: 'comment', name: 'blob', type: 'application/json' };
		const content = JSON.stringify({ public: false, htmlBody: '<b>Done</b>' });
		expect((await upload(session(), path, [{ ...part, content }])).status).toBe(204);
		expect(await last()).toMatchObject({ body: 'Done', htmlBody: '<b>Done</b>' });
	});

	it('brings files, whose bytes are kept; the log of requests has their sizes', async () => {
		const content = largeContent(3_000_000);
		const files = [
			{ part: 'files', name: 'screen.png', type: 'image/png', content },
			{ part: 'files', name: 'data.json', type: 'application/json', content: '{}' },
		];
		const sent = comment({ public: false, body: 'See there' });
		await upload(session(), path, files, sent);
		const ticket = state().tickets.get(1002);
		expect(ticket && state().ticketLog.of(ticket).at(-1)?.attachments).toMatchObject([
			{ name: 'screen.png', mimeType: 'image/png', size: '3000000' },
			{ name: 'data.json', mimeType: 'application/json', size: '2' },
		]);
		const [first] = state().files.all().slice(-2);
		expect(first.content.equals(content)).toBe(true);
		const [request] = session().simulator.requests.matching({ method: 'POST', path });
		expect(request.body).toMatchObject({
			...sent,
			files: [{ field: 'files', fileName: 'screen.png', size: 3_000_000 }, { size: 2 }],
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

describe('a board', () => {
	it.each<[field: string, operator: string, value: string, fits: (ticket: Ticket) => boolean]>([
		['status', 'is', '2000', ({ status }) => status.statusId === 2000],
		['status', 'is_not', '2000', ({ status }) => status.statusId !== 2000],
		['status', 'in', '2000,3000', ({ status }) => [2000, 3000].includes(status.statusId)],
		['tags', 'contains', 'vip', ({ tags }) => tags.includes('vip')],
		['tags', 'not_contains', 'vip', ({ tags }) => !tags.includes('vip')],
	])('filters: %s %s %s', async (field, operator, value, fits) => {
		const rows = await run({ filters: [{ field, operator, value }], pageSize: 300 });
		const wanted = state().tickets.all().filter(fits);
		expect(wanted.length).toBeGreaterThan(0);
		expect(rows.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id));
	});

	it('has people and places by their names, and options of attributes by their labels', async () => {
		const ticket = await read(richId);
		const chosen = ticket.attributeValues.find(({ attributeId }) => attributeId === 103)?.value;
		const options = attribute('Impact area').content.values ?? [];
		const [row] = await run({
			filters: [{ field: 'id', operator: 'is', value: String(richId) }],
			includeColumns: ['organization', 'requester', 'ticketForm', 'attributeValues'],
		});
		const requester = state()
			.users.all()
			.find(({ uid }) => uid === ticket.requesterUid);
		expect(row).toMatchObject({
			organization: state().organizations.get(ticket.clientId)?.name,
			requester: `${requester?.firstName} ${requester?.lastName}`,
			ticketForm: 'Default',
		});
		const value = options.find(({ id }) => id === chosen)?.name;
		expect(row.attributeValues).toContainEqual({ attributeId: 103, value });
	});

	it('searches descriptions and tags, too', async () => {
		const description = { public: true, body: 'The hinge broke' };
		const { id } = (await create({ description, tags: ['carpenter'] })).body;
		for (const searchCriteria of ['HINGE', 'carpenter'])
			expect(await run({ searchCriteria })).toMatchObject([{ id }]);
	});
});

describe('ticketing', () => {
	it('has a default form, one with an attribute that is required, and one that is not in use', async () => {
		const forms = await session().get<TicketForm[]>('/v2/ticketing/ticket-form');
		const required = ({ fields }: TicketForm) => fields.filter(({ content }) => content.required);
		expect(forms.map((form) => [form.default, form.active, required(form).length])).toEqual([
			[true, true, 0],
			[false, true, 1],
			[false, false, 0],
		]);
		expect(await session().get('/v2/ticketing/ticket-form/2')).toEqual(forms[1]);
		expect((await session().call('/v2/ticketing/ticket-form/9')).status).toBe(404);
	});

	it('has statuses below the base ones, two of which look alike', async () => {
		const statuses = await session().get<TicketStatus[]>('/v2/ticketing/statuses');
		const names = statuses
			.filter(({ parentId }) => parentId !== undefined)
			.map(({ displayName }) => displayName);
		expect(names).toContain('Waiting for parts');
		expect(names.length - new Set(names).size).toBe(1);
	});
});
