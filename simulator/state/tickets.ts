import type { NewTicket, TicketFields, TicketUpdate, User } from '../../contracts';
import type { TicketRecord } from '../data/tickets';
import { isClosed } from '../data/ticketStatuses';
import type { Settings } from '../options';
import { failure } from '../refusal';
import type { State } from './state';
import { attributeValuesOf } from './ticketAttributes';
import { checkReferences, formOf, statusOf } from './ticketChecks';
import { contentsOf, writtenBy } from './ticketLog';

/** Who writes, and what settings say about tickets. */
interface Writer {
	user: User;
	manners: Pick<Settings, 'closeRefused' | 'ticketConflictStatus'>;
}

/** Opens a ticket, with its description and its entry in the feed. */
export function createTicket(
	state: State,
	{ description = { public: true }, ...fields }: NewTicket,
	writer: Writer,
): TicketRecord {
	const { user } = writer;
	const id = state.tickets.nextId();
	const ticket = state.tickets.set({
		...{ id, version: 1, source: 'TECHNICIAN', createTime: state.now(), deleted: false },
		requesterUid: user.uid,
		...ticketOf(state, fields, writer),
	});
	const activity = state.addActivity({
		activityType: 'NINJA_TICKETING',
		statusCode: 'NINJA_TICKETING_TICKET_CREATED',
		status: 'Ticket created',
		type: 'Ticketing',
		subject: ticket.subject,
		message: `Ticket ${id} was created: ${ticket.subject}`,
		userId: user.id,
		...(ticket.nodeId !== undefined && { deviceId: ticket.nodeId }),
		data: { message: { code: 'ninja_ticketing_ticket_created', params: { ticketId: id } } },
	});
	const entry = { ...contentsOf(description), ...writtenBy(user), activityId: activity.id };
	state.ticketLog.add(ticket, { type: 'DESCRIPTION', ...entry });
	return ticket;
}

/** Puts what is sent in the place of all that the ticket was. */
export function replaceTicket(
	state: State,
	before: TicketRecord,
	{ version, ...fields }: TicketUpdate,
	writer: Writer,
): TicketRecord {
	const { id, source, createTime, deleted } = before;
	if (version !== before.version) {
		const message = `Ticket ${id} was changed meanwhile: version ${version} is not ${before.version}`;
		throw failure(writer.manners.ticketConflictStatus, message);
	}
	const { requesterUid } = fields;
	const next: TicketRecord = {
		...{ id, source, createTime, deleted, requesterUid, version: version + 1 },
		...ticketOf(state, fields, writer, before),
	};
	const text = { body: '', htmlBody: '', publicEntry: false };
	const changeDiff = changesOf(before, next);
	state.ticketLog.add(before, { type: 'SAVE', ...text, ...writtenBy(writer.user), changeDiff });
	return state.tickets.set(next);
}

/** The fields of a ticket as a request has them: what it leaves out is empty. */
function ticketOf(state: State, fields: TicketFields, { manners }: Writer, before?: TicketRecord) {
	const form = formOf(state, fields);
	const status = statusOf(fields);
	if (manners.closeRefused && isClosed(status) && !(before && isClosed(before.status)))
		throw failure(400, 'status: a ticket cannot be closed directly');
	checkReferences(state, fields);
	const { cc = {}, attributes = [], ...plain } = fields;
	return {
		type: 'PROBLEM' as const,
		priority: 'NONE' as const,
		severity: 'NONE' as const,
		tags: [],
		additionalAssignedTechnicianIds: [],
		...plain,
		status,
		ccList: { uids: cc.uids ?? [], emails: cc.emails ?? [] },
		attributeValues: attributeValuesOf(state, form, attributes, before?.attributeValues),
	};
}

/** What is different, by the name of the field. */
function changesOf(before: TicketRecord, after: TicketRecord): Record<string, unknown> {
	const changed = Object.keys({ ...before, ...after })
		.map((name) => ({ name, old: before[name as never], new: after[name as never] }))
		.filter((one) => one.name !== 'version' && JSON.stringify(one.old) !== JSON.stringify(one.new));
	return Object.fromEntries(changed.map(({ name, ...values }) => [name, values]));
}
