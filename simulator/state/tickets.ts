import type { NewTicket, TicketFields, TicketUpdate, User } from '../../contracts';
import { isClosed } from '../data/ticketStatuses';
import type { TicketRecord } from '../data/tickets';
import type { Settings } from '../options';
import { failure } from '../refusal';
import type { State } from './state';
import { attributeValuesOf } from './ticketAttributes';
import { checkReferences, formOf, statusOf } from './ticketChecks';
import { contentsOf, writtenBy } from './ticketLog';

/** What settings say about tickets. */
type Manners = Pick<Settings, 'closeRefused' | 'ticketConflictStatus'>;

/** Opens a ticket, with its description and the word of it in the feed. */
export function createTicket(
	state: State,
	{ description, ...fields }: NewTicket,
	{ user, manners }: { user: User; manners: Manners },
): TicketRecord {
	const id = state.tickets.nextId();
	const ticket = state.tickets.set({
		id,
		version: 1,
		source: 'TECHNICIAN',
		createTime: state.now(),
		deleted: false,
		requesterUid: user.uid,
		...ticketOf(state, fields, undefined, manners),
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
	const text = description ?? { public: true };
	const entry = { ...contentsOf(text), ...writtenBy(user), activityId: activity.id };
	state.ticketLog.add(ticket, { type: 'DESCRIPTION', ...entry });
	return ticket;
}

/** Puts what is sent in the place of all that the ticket was. */
export function replaceTicket(
	state: State,
	ticket: TicketRecord,
	{ version, ...fields }: TicketUpdate,
	{ user, manners }: { user: User; manners: Manners },
): TicketRecord {
	if (version !== ticket.version) {
		const message = `Ticket ${ticket.id} was changed meanwhile: version ${version} is not ${ticket.version}`;
		throw failure(manners.ticketConflictStatus, message);
	}
	const { id, source, createTime, deleted, requesterUid } = ticket;
	const next: TicketRecord = {
		...{ id, source, createTime, deleted, requesterUid },
		...ticketOf(state, fields, ticket, manners),
		version: version + 1,
	};
	state.ticketLog.add(ticket, {
		type: 'SAVE',
		body: '',
		htmlBody: '',
		publicEntry: false,
		...writtenBy(user),
		changeDiff: changesOf(ticket, next),
	});
	return state.tickets.set(next);
}

/** The fields of a ticket as a request has them: what it leaves out is empty. */
function ticketOf(
	state: State,
	fields: TicketFields,
	before: TicketRecord | undefined,
	{ closeRefused }: Manners,
) {
	const form = formOf(state, fields);
	const status = statusOf(fields);
	const stays = before && isClosed(before.status);
	if (closeRefused && isClosed(status) && !stays)
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
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const changed = names
		.map((name) => ({ name, old: before[name as never], new: after[name as never] }))
		.filter((one) => one.name !== 'version' && JSON.stringify(one.old) !== JSON.stringify(one.new));
	return Object.fromEntries(changed.map(({ name, ...values }) => [name, values]));
}
