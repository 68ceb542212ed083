import { BoardRunRequestSchema } from '../../contracts';
import { runBoard } from '../board';
import type { Routes } from '../context';
import { logEntriesOf } from '../data/logEntries';
import { contactsOf, ticketStatuses } from '../data/tickets';
import { bodyOf, found, idOf, queryOf } from '../input';
import { anchorPage } from '../paging';
import { integer, text } from '../query';

export const ticketingRoutes: Routes = (app, { state, settings }) => {
	app.get('/v2/ticketing/trigger/boards', () =>
		state.boards.all().map((board) => ({ ...board, ticketCount: state.tickets.size })),
	);
	app.post('/v2/ticketing/trigger/board/:id/run', (request) => {
		const board = found(state.boards.get(idOf(request)), 'board');
		return runBoard(board, state.tickets.all(), bodyOf(request, BoardRunRequestSchema));
	});
	app.get('/v2/ticketing/statuses', () => ticketStatuses);
	app.get('/v2/ticketing/ticket/:id', (request) =>
		found(state.tickets.get(idOf(request)), 'ticket'),
	);

	app.get('/v2/ticketing/ticket/:id/log-entry', (request) => {
		const ticket = found(state.tickets.get(idOf(request)), 'ticket');
		const type = text(queryOf(request), 'type');
		const entries = logEntriesOf(settings.seed, ticket).filter(
			(entry) => !type || entry.type === type,
		);
		return anchorPage(entries, queryOf(request), {
			anchor: 'anchorId',
			of: ({ id }) => id,
			size: 500,
		});
	});

	app.get('/v2/ticketing/app-user-contact', (request) => {
		const query = queryOf(request);
		const userType = text(query, 'userType');
		const clientId = integer(query, 'clientId');
		const search = (text(query, 'searchCriteria') ?? '').toLowerCase();
		const contacts = contactsOf(state.users.all())
			.filter((contact) => !userType || contact.userType === userType)
			.filter((contact) => clientId === undefined || contact.clientId === clientId)
			.filter(({ firstName, lastName, email }) =>
				`${firstName} ${lastName} ${email}`.toLowerCase().includes(search),
			);
		return anchorPage(contacts, query, {
			anchor: 'anchorNaturalId',
			of: ({ naturalId }) => Number(naturalId),
			size: 50,
		});
	});
};
