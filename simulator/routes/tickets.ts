import type { FastifyRequest } from 'fastify';
import {
	NewLogEntrySchema,
	NewTicketSchema,
	TicketSchema,
	TicketUpdateSchema,
} from '../../contracts';
import type { Routes } from '../context';
import type { TicketRecord } from '../data/tickets';
import { bodyOf, checked, found, idOf, queryOf } from '../input';
import type { Parts } from '../multipart';
import { anchorPage } from '../paging';
import { moment } from '../query';
import { failure } from '../refusal';
import { only } from '../rows';
import { parseJson } from '../server';
import { metadataOf } from '../state/attachments';
import { keepFile } from '../state/files';
import { contentsOf, writtenBy } from '../state/ticketLog';
import { createTicket, replaceTicket } from '../state/tickets';

const answered = only<TicketRecord>(TicketSchema.shape);

/** Tickets, and what was said about them. The guard lets people alone write. */
export const ticketRoutes: Routes = (app, { state, settings }) => {
	const ticketOf = (request: FastifyRequest) => found(state.tickets.get(idOf(request)), 'ticket');
	const userOf = ({ access }: FastifyRequest) =>
		found(state.users.get(access?.userId ?? 0), 'technician');

	app.get('/v2/ticketing/ticket/:id', (request) => answered(ticketOf(request)));
	app.post('/v2/ticketing/ticket', (request) => {
		const by = { user: userOf(request), manners: settings };
		return answered(createTicket(state, bodyOf(request, NewTicketSchema), by));
	});
	app.put('/v2/ticketing/ticket/:id', (request) => {
		const by = { user: userOf(request), manners: settings };
		const ticket = ticketOf(request);
		return answered(replaceTicket(state, ticket, bodyOf(request, TicketUpdateSchema), by));
	});

	app.post('/v2/ticketing/ticket/:id/comment', (request, reply) => {
		const { fields, files } = request.body as Parts;
		const ticket = ticketOf(request);
		const comment = commentOf(fields.comment);
		if (!comment.body && !comment.htmlBody && files.length === 0)
			throw failure(400, 'comment: body, htmlBody or files are required');
		const attachments = files.map((file) => metadataOf(keepFile(state.files, file)));
		state.ticketLog.add(ticket, {
			type: 'COMMENT',
			...contentsOf(comment),
			...writtenBy(userOf(request)),
			...(attachments.length > 0 && { attachments }),
		});
		return reply.code(204).send();
	});

	app.get('/v2/ticketing/ticket/:id/log-entry', (request) => {
		const query = queryOf(request);
		const types = [query.type ?? []].flat();
		const since = moment(query, 'createTime') ?? 0;
		const entries = state.ticketLog
			.of(ticketOf(request))
			.filter(({ type }) => types.length === 0 || types.includes(type))
			.filter(({ createTime }) => createTime >= since);
		return anchorPage(entries, query, { anchor: 'anchorId', of: ({ id }) => id, size: 500 });
	});
};

/** Files may come without a word. */
function commentOf(text = '{"public":false}') {
	const { value, error } = parseJson(text);
	if (error) throw error;
	return checked(value, NewLogEntrySchema);
}
