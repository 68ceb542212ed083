import { type LogEntry, LogEntrySchema, NewLogEntrySchema, TicketSchema } from '../../contracts';
import type { Routes } from '../context';
import type { TicketRecord } from '../data/tickets';
import { checked, found } from '../input';
import { anchorPage } from '../paging';
import { moment, texts } from '../query';
import { failure } from '../refusal';
import { only } from '../rows';
import { endpointsOn } from '../serve';
import { parseJson } from '../server';
import { metadataOf } from '../state/attachments';
import { keepFile } from '../state/files';
import { contentsOf, writtenBy } from '../state/ticketLog';
import { createTicket, replaceTicket } from '../state/tickets';

const entryRow = only<LogEntry>(LogEntrySchema.shape);
const answered = only<TicketRecord>(TicketSchema.shape);

/** Tickets, and what was said about them. The guard lets people alone write. */
export const ticketRoutes: Routes = (app, { state, settings }) => {
	const serve = endpointsOn(app);
	const ticketOf = (id: (name: string) => number) =>
		found(state.tickets.get(id('ticketId')), 'ticket');
	const userOf = (userId = 0) => found(state.users.get(userId), 'technician');

	serve('GET /v2/ticketing/ticket/{ticketId}', ({ id }) => answered(ticketOf(id)));
	serve('POST /v2/ticketing/ticket', ({ body, userId }) =>
		answered(createTicket(state, body, { user: userOf(userId), manners: settings })),
	);
	serve('PUT /v2/ticketing/ticket/{ticketId}', ({ id, body, userId }) =>
		answered(replaceTicket(state, ticketOf(id), body, { user: userOf(userId), manners: settings })),
	);

	serve('POST /v2/ticketing/ticket/{ticketId}/comment', ({ id, body, userId }) => {
		const ticket = ticketOf(id);
		const comment = commentOf(body.fields.comment);
		if (!comment.body && !comment.htmlBody && body.files.length === 0)
			throw failure(400, 'comment: body, htmlBody or files are required');
		const attachments = body.files.map((file) => metadataOf(keepFile(state.files, file)));
		state.ticketLog.add(ticket, {
			type: 'COMMENT',
			...contentsOf(comment),
			...writtenBy(userOf(userId)),
			...(attachments.length > 0 && { attachments }),
		});
	});

	serve('GET /v2/ticketing/ticket/{ticketId}/log-entry', ({ id, query }) => {
		const types = texts(query, 'type');
		const since = moment(query, 'createTime') ?? 0;
		const entries = state.ticketLog
			.of(ticketOf(id))
			.filter(({ type }) => types.length === 0 || types.includes(type))
			.filter(({ createTime }) => createTime >= since);
		const page = { anchor: 'anchorId', of: (entry: LogEntry) => entry.id, size: 500 };
		return anchorPage(entries, query, page).map(entryRow);
	});
};

/** Files may come without a word. */
function commentOf(text = '{"public":false}') {
	const { value, error } = parseJson(text);
	if (error) throw error;
	return checked(value, NewLogEntrySchema);
}
