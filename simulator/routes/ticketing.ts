import { BoardRunRequestSchema } from '../../contracts';
import { runBoard } from '../board';
import type { Routes } from '../context';
import { ticketContactsOf } from '../data/contacts';
import { ticketStatuses } from '../data/ticketStatuses';
import { bodyOf, found, idOf, queryOf } from '../input';
import { anchorPage } from '../paging';
import { integer, text } from '../query';

/** What is around tickets: boards, forms and their fields, people. */
export const ticketingRoutes: Routes = (app, { state }) => {
	app.get('/v2/ticketing/trigger/boards', () =>
		state.boards.all().map((board) => ({ ...board, ticketCount: state.tickets.size })),
	);
	app.post('/v2/ticketing/trigger/board/:id/run', (request) => {
		const board = found(state.boards.get(idOf(request)), 'board');
		return runBoard(board, state, bodyOf(request, BoardRunRequestSchema));
	});
	app.get('/v2/ticketing/statuses', () => ticketStatuses);
	app.get('/v2/ticketing/attributes', () => state.ticketAttributes.all());
	app.get('/v2/ticketing/ticket-form', () => state.ticketForms.all());
	app.get('/v2/ticketing/ticket-form/:id', (request) =>
		found(state.ticketForms.get(idOf(request)), 'ticket form'),
	);

	app.get('/v2/ticketing/app-user-contact', (request) => {
		const query = queryOf(request);
		const userType = text(query, 'userType');
		const clientId = integer(query, 'clientId');
		const search = (text(query, 'searchCriteria') ?? '').toLowerCase();
		const contacts = ticketContactsOf(state.users.all(), state.contacts.all())
			.filter((contact) => !userType || contact.userType === userType)
			.filter((contact) => clientId === undefined || contact.clientId === clientId)
			.filter(({ firstName, lastName, email = '' }) =>
				`${firstName} ${lastName} ${email}`.toLowerCase().includes(search),
			);
		return anchorPage(contacts, query, {
			anchor: 'anchorNaturalId',
			of: ({ naturalId }) => Number(naturalId),
			size: 50,
		});
	});
};
