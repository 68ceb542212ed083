import { type LogEntry, LogEntrySchema, NewLogEntrySchema, TicketSchema } from '../../contracts';
import type { Routes } from '../context';
import type { TicketRecord } from '../data/tickets';
import { type Filters, isOneOf, testOf } from '../filters';
import { checked } from '../input';
import { anchorPage } from '../paging';
import { moment } from '../query';
import { failure, found } from '../refusal';
import { only } from '../rows';
import { type AnyCall, serve } from '../serve';
import { parseJson } from '../server';
import { metadataOf } from '../state/attachments';
import { keepFile } from '../state/files';
import { contentsOf, writtenBy } from '../state/ticketLog';
import { createTicket, replaceTicket } from '../state/tickets';

const entryRow = only<LogEntry>(LogEntrySchema.shape);
const answered = only<TicketRecord>(TicketSchema.shape);
const ofType: Filters = { type: isOneOf('type') };

/** Tickets, and what was said about them. The guard lets people alone write. */
export const ticketRoutes: Routes = (app, { state, settings }) => {
	const ticketOf = ({ id }: AnyCall) => found(state.tickets.get(id()), 'ticket');
	const by = ({ userId = 0 }: AnyCall) => ({
		user: found(state.users.get(userId), 'technician'),
		manners: settings,
	});

	serve(app, {
		'GET /v2/ticketing/ticket/{ticketId}': (call) => answered(ticketOf(call)),
		'POST /v2/ticketing/ticket': (call) => answered(createTicket(state, call.body, by(call))),
		'PUT /v2/ticketing/ticket/{ticketId}': (call) =>
			answered(replaceTicket(state, ticketOf(call), call.body, by(call))),

		'POST /v2/ticketing/ticket/{ticketId}/comment': (call) => {
			const { fields, files } = call.body;
			const ticket = ticketOf(call);
			const comment = commentOf(fields.comment);
			if (!comment.body && !comment.htmlBody && files.length === 0)
				throw failure(400, 'comment: body, htmlBody or files are required');
			const attachments = files.map((file) => metadataOf(keepFile(state.files, file)));
			state.ticketLog.add(ticket, {
				type: 'COMMENT',
				...contentsOf(comment),
				...writtenBy(by(call).user),
				...(attachments.length > 0 && { attachments }),
			});
		},

		'GET /v2/ticketing/ticket/{ticketId}/log-entry': (call) => {
			const since = moment(call.query, 'createTime') ?? 0;
			const entries = state.ticketLog
				.of(ticketOf(call))
				.filter(testOf(call.query, ofType))
				.filter(({ createTime }) => createTime >= since);
			const page = { anchor: 'anchorId', of: ({ id }: { id: number }) => id, size: 500 };
			return anchorPage(entries, call.query, page).map(entryRow);
		},
	});
};

/** Files may come without a word. */
function commentOf(text = '{"public":false}') {
	const { value, error } = parseJson(text);
	if (error) throw error;
	return checked(value, NewLogEntrySchema);
}
