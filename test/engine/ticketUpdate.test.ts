import type { TicketRecord } from '../../simulator/data/tickets';
import { createSimulator } from '../../simulator';
import { technicianOf } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';
import { byName, changesSentTo, mapped, ticketRunner } from '../harness/ticketing';

const simulator = withSimulator({ organizations: 3, devices: 60 });
const run = ticketRunner(simulator);
const { tickets } = simulator.state;

const ticketAt = (id: number) => tickets.get(id) as TicketRecord;
const copyOf = (id: number) => structuredClone(ticketAt(id));
const puts = () => simulator.requests.matching({ method: 'PUT' });

/** A ticket of the seed with some of everything that an update could lose. */
const full = () =>
	tickets
		.all()
		.find(
			(ticket) =>
				ticket.tags.length > 0 &&
				ticket.ccList.emails.length > 0 &&
				ticket.attributeValues.length > 0 &&
				ticket.additionalAssignedTechnicianIds.length > 0 &&
				ticket.followupTime !== undefined &&
				ticket.assignedAppUserId !== undefined,
		) as TicketRecord;

/** Somebody else changes a ticket right after it was read, so many times. */
function changedAfterReading(change: Partial<TicketRecord>, times = 1) {
	const { get } = tickets;
	const reads = jest.spyOn(tickets, 'get');
	for (let turn = 0; turn < times; turn++) {
		reads.mockImplementationOnce((id) => {
			const seen = get(id) as TicketRecord;
			tickets.set({ ...seen, ...change, version: seen.version + 1 });
			return seen;
		});
		// The update itself looks at the ticket as it is by then.
		reads.mockImplementationOnce((id) => get(id));
	}
}

afterEach(() => jest.restoreAllMocks());

describe('an update of one field', () => {
	it('keeps every other field, on each of 300 tickets', async () => {
		const before = structuredClone(tickets.all()) as TicketRecord[];
		const { json, error } = await run(
			'update',
			{ ticketId: '={{ $json.id }}', updateFields: { subject: '=Renamed {{ $json.id }}' } },
			{ items: before.map(({ id }) => ({ id })) },
		);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(300);
		expect(new Set(json.map(({ changed }) => JSON.stringify(changed)))).toEqual(
			new Set(['["subject"]']),
		);
		expect(tickets.all()).toEqual(
			before.map((ticket) => ({
				...ticket,
				version: ticket.version + 1,
				subject: `Renamed ${ticket.id}`,
			})),
		);
	});

	it.each([
		['priority', { priority: 'HIGH' }, { priority: 'LOW' }],
		['status', { status: 'Waiting for parts' }, { status: 'Open' }],
		['tags', { tags: 'one,two' }, { tags: 'three' }],
		['requesterUid', { requester: byName('brando.lakin@reich.example') }, {}],
	])('keeps every other field when that is %s', async (field, updateFields, first) => {
		const { id } = full();
		await run('update', { ticketId: id, updateFields: { type: 'TASK', ...first } });
		const before = copyOf(id) as object;
		await run('update', { ticketId: id, updateFields });
		const after = copyOf(id) as object;
		const different = Object.keys(after).filter(
			(name) =>
				JSON.stringify(after[name as never]) !== JSON.stringify(before[name as never]) &&
				name !== 'version',
		);
		expect(different).toEqual([field]);
	});

	it('is not sent where the ticket is that way already', async () => {
		const { id, subject } = full();
		const { json } = await run('update', { ticketId: id, updateFields: { subject } });
		expect(json).toMatchObject([{ id, subject, changed: [] }]);
		expect(puts()).toHaveLength(0);
	});
});

describe('a ticket that somebody else changes meanwhile', () => {
	it.each([409, 400] as const)('gets both changes, where NinjaOne answers %d', async (status) => {
		const other = createSimulator({ organizations: 3, devices: 60, ticketConflictStatus: status });
		await other.start();
		try {
			const { get, set } = other.state.tickets;
			jest.spyOn(other.state.tickets, 'get').mockImplementationOnce((id) => {
				const seen = get(id) as TicketRecord;
				set({ ...seen, subject: 'Theirs', tags: ['theirs'], version: 2 });
				return seen;
			});
			const before = get(1001) as TicketRecord;
			const { json } = await ticketRunner(other)('update', {
				ticketId: 1001,
				updateFields: { priority: 'HIGH', tags: 'ours', tagsMode: 'add' },
			});
			const expected = {
				subject: 'Theirs',
				tags: ['theirs', 'ours'],
				priority: 'HIGH',
				version: 3,
			};
			expect(json).toMatchObject([expected]);
			expect(get(1001)).toEqual({ ...before, ...expected });
			expect(other.requests.matching({ method: 'PUT' })).toHaveLength(2);
		} finally {
			await other.stop();
		}
	});

	it('is tried once more and no oftener', async () => {
		const { id } = full();
		changedAfterReading({ tags: ['theirs'] }, 3);
		const { error } = await run('update', { ticketId: id, updateFields: { subject: 'Ours' } });
		expect(error?.message).toMatch(/changed meanwhile/);
		expect(puts()).toHaveLength(2);
	});

	it('is not tried again where the refusal has another reason', async () => {
		const { id } = full();
		const updateFields = { location: 999_999 };
		const { error } = await run('update', { ticketId: id, updateFields });
		expect(error?.message).toMatch(/locationId: 999999 does not exist/);
		expect(puts()).toHaveLength(1);
	});
});

describe('an update whose answer is lost', () => {
	it('is known to be done by the ticket, and not sent again', async () => {
		const { id } = full();
		simulator.faults.add({ kind: 'cut', when: 'after', method: 'PUT' });
		const updateFields = { subject: 'Answer lost' };
		const { json, error } = await run('update', { ticketId: id, updateFields });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ id, subject: 'Answer lost', changed: ['subject'] }]);
		expect(puts()).toHaveLength(1);
	});

	it('is told where it was not carried out', async () => {
		const { id } = full();
		simulator.faults.add({ kind: 'cut', when: 'before', method: 'PUT' });
		const updateFields = { subject: 'Request lost' };
		const { error } = await run('update', { ticketId: id, updateFields });
		expect(error?.message).toMatch(/may have been carried out, so it was not sent again/);
		expect(puts()).toHaveLength(1);
	});
});

describe('fields of a ticket', () => {
	it('are emptied by name', async () => {
		const { id } = full();
		const before = copyOf(id);
		const fieldsToClear = [
			...['additionalAssignedTechnicianIds', 'assignedAppUserId', 'cc', 'followupTime'],
			...['locationId', 'nodeId', 'tags'],
		];
		const { error } = await run('update', { ticketId: id, fieldsToClear });
		expect(error).toBeUndefined();
		const { assignedAppUserId, followupTime, locationId, nodeId, ...kept } = before;
		expect([assignedAppUserId, followupTime, locationId, nodeId]).not.toContain(undefined);
		expect(copyOf(id)).toEqual({
			...kept,
			version: before.version + 1,
			tags: [],
			ccList: { uids: [], emails: [] },
			additionalAssignedTechnicianIds: [],
		});
	});

	it('are not set and emptied at once', async () => {
		const { error } = await run('update', {
			ticketId: 1001,
			updateFields: { assignee: 'Zion Collins' },
			fieldsToClear: ['assignedAppUserId'],
		});
		expect(error?.message).toMatch(/"Fields to Clear" holds "Assignee"/);
		expect(puts()).toHaveLength(0);
	});

	it.each([
		['add', ['a', 'b', 'c']],
		['remove', ['a']],
		['replace', ['b', 'c']],
	])('tags: %s', async (tagsMode, expected) => {
		await run('update', { ticketId: 1005, updateFields: { tags: 'a,b' } });
		await run('update', { ticketId: 1005, updateFields: { tags: ['b', 'c'], tagsMode } });
		expect(ticketAt(1005).tags).toEqual(expected);
	});

	it('have to be given, at least one', async () => {
		const nothing = { updateFields: { tagsMode: 'add', tags: '' } };
		const { error } = await run('update', { ticketId: 1001, ...nothing });
		expect(error?.message).toMatch(/"Update Fields" has no field to change/);
		expect(simulator.requests.matching({ path: /^\/v2/ })).toHaveLength(0);
	});
});

describe("the form's fields", () => {
	it('are kept with their ids, in the types that NinjaOne has for them', async () => {
		const { id } = full();
		const before = copyOf(id).attributeValues;
		const attributes = mapped({
			'Affected users': '7',
			'Affected systems': 'CRM, Files',
			'Needs a visit': 'no',
			'Wanted by': '2030-01-31',
		});
		const { json, error } = await run('update', { ticketId: id, attributes });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ changed: ['attributes'] }]);
		const systems = simulator.state.ticketAttributes.get(104)?.content.values ?? [];
		const values: Record<number, unknown> = {
			102: 7,
			104: [systems[1].id, systems[2].id],
			105: false,
			106: Date.UTC(2030, 0, 31),
		};
		expect(ticketAt(id).attributeValues).toEqual(
			before.map((one) => ({ ...one, value: values[one.attributeId] ?? one.value })),
		);
	});

	it('are emptied by label, and the others stay', async () => {
		const { id } = full();
		const before = copyOf(id).attributeValues;
		await run('update', { ticketId: id, formFieldsToClear: 'Asset label' });
		const kept = before.filter(({ attributeId }) => attributeId !== 101);
		expect(ticketAt(id).attributeValues).toEqual(kept);
	});

	it('that a new form requires are demanded before anything is sent', async () => {
		const { id } = full();
		const updateFields = { newForm: 'Purchase' };
		const { error } = await run('update', { ticketId: id, updateFields });
		expect(error?.message).toMatch(/has no value for "Cost center".*form "Purchase" requires/);
		expect(puts()).toHaveLength(0);
		const attributes = mapped({ 'Cost center': 'C-7' });
		const { json } = await run('update', { ticketId: id, updateFields, attributes });
		expect(json).toMatchObject([{ ticketFormId: 2, changed: ['ticketFormId', 'attributes'] }]);
	});

	it('are listed by every problem at once', async () => {
		const attributes = mapped({ 'Affected users': 'many', 'Impact area': 'Moon' });
		const { error } = await run('update', { ticketId: 1001, attributes });
		expect(error?.message).toMatch(/"Affected users" takes a number.*"Impact area" does not offer/);
		expect(puts()).toHaveLength(0);
	});
});

describe('the status', () => {
	it('is set by its name, and closes a ticket', async () => {
		const before = copyOf(1010);
		const { json } = await run('setStatus', { ticketId: 1010, status: 'closed' });
		expect(json[0].status).toMatchObject({ statusId: 6000 });
		const { status, version } = ticketAt(1010);
		expect(copyOf(1010)).toEqual({ ...before, status, version });
	});

	it('is refused where two have the name, with both', async () => {
		const { error } = await run('setStatus', { ticketId: 1011, status: 'On site' });
		expect(error?.message).toMatch(
			/NinjaOne has 2 of that name: On site \(ID 8002, ON_SITE\); On site \(ID 8003, ON_SITE_2\)/,
		);
		expect(changesSentTo(simulator)).toEqual([]);
	});

	it('is refused where nothing has the name, with those that there are', async () => {
		const { error } = await run('setStatus', { ticketId: 1011, status: 'Parked' });
		expect(error?.message).toMatch(/nothing of that name. It has: New, Open, Waiting/);
		expect(changesSentTo(simulator)).toEqual([]);
	});
});

it('a token of an API app gets the sentence about Authorization Code', async () => {
	const { error } = await runNode({
		parameters: { resource: 'ticket', operation: 'setStatus', ticketId: 1012, status: 8001 },
		credential: credentialFor(simulator),
	});
	expect(error?.message).toMatch(/needs the Authorization Code grant/);
});

it('a ticket without a requester gets none by guessing', async () => {
	const ticket = { ...ticketAt(1013), requesterUid: undefined };
	jest.spyOn(tickets, 'get').mockReturnValueOnce(ticket as never);
	const { error } = await runNode({
		parameters: { resource: 'ticket', operation: 'setStatus', ticketId: 1013, status: 8001 },
		credential: technicianOf(simulator),
	});
	expect(error?.message).toMatch(/"Requester" is needed/);
	expect(puts()).toHaveLength(0);
});
