import { runBoard } from '../board';
import type { Routes } from '../context';
import { ticketContactsOf } from '../data/contacts';
import { ticketStatuses } from '../data/ticketStatuses';
import { found } from '../input';
import { anchorPage } from '../paging';
import { integer, text } from '../query';
import { endpointsOn } from '../serve';

/** What is around tickets: boards, forms and their fields, people. */
export const ticketingRoutes: Routes = (app, { state }) => {
	const serve = endpointsOn(app);
	serve('GET /v2/ticketing/trigger/boards', () =>
		state.boards.all().map((board) => ({ ...board, ticketCount: state.tickets.size })),
	);
	serve('POST /v2/ticketing/trigger/board/{boardId}/run', ({ id, body }) =>
		runBoard(found(state.boards.get(id('boardId')), 'board'), state, body),
	);
	serve('GET /v2/ticketing/statuses', () => ticketStatuses);
	serve('GET /v2/ticketing/attributes', () => state.ticketAttributes.all());
	serve('GET /v2/ticketing/ticket-form', () => state.ticketForms.all());
	serve('GET /v2/ticketing/ticket-form/{id}', ({ id }) =>
		found(state.ticketForms.get(id()), 'ticket form'),
	);

	serve('GET /v2/ticketing/app-user-contact', ({ query }) => {
		const userType = text(query, 'userType');
		const clientId = integer(query, 'clientId');
		const search = (text(query, 'searchCriteria') ?? '').toLowerCase();
		const contacts = ticketContactsOf(state.users.all(), state.contacts.all())
			.filter((contact) => !userType || contact.userType === userType)
			.filter((contact) => clientId === undefined || contact.clientId === clientId)
			.filter(({ firstName, lastName, email = '' }) =>
				`${firstName} ${lastName} ${email}`.toLowerCase().includes(search),
			);
		const naturalId = ({ naturalId: id }: (typeof contacts)[number]) => Number(id);
		return anchorPage(contacts, query, { anchor: 'anchorNaturalId', of: naturalId, size: 50 });
	});
};
