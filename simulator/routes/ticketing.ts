import type { TicketContact } from '../../contracts';
import { runBoard } from '../board';
import type { Routes } from '../context';
import { ticketContactsOf } from '../data/contacts';
import { ticketStatuses } from '../data/ticketStatuses';
import { type Filters, like, same, testOf } from '../filters';
import { anchorPage } from '../paging';
import { found } from '../refusal';
import { serve } from '../serve';

const contactFilters: Filters<TicketContact> = {
	userType: same(({ userType }) => userType),
	clientId: same(({ clientId }) => clientId),
	searchCriteria: like(({ firstName, lastName, email }) => `${firstName} ${lastName} ${email}`),
};

/** What is around tickets: boards, forms and their fields, people. */
export const ticketingRoutes: Routes = (app, { state }) =>
	serve(app, {
		'GET /v2/ticketing/trigger/boards': () =>
			state.boards.all().map((board) => ({ ...board, ticketCount: state.tickets.size })),
		'POST /v2/ticketing/trigger/board/{boardId}/run': ({ id, body }) =>
			runBoard(found(state.boards.get(id()), 'board'), state, body),
		'GET /v2/ticketing/statuses': () => ticketStatuses,
		'GET /v2/ticketing/attributes': () => state.ticketAttributes.all(),
		'GET /v2/ticketing/ticket-form': () => state.ticketForms.all(),
		'GET /v2/ticketing/ticket-form/{id}': ({ id }) =>
			found(state.ticketForms.get(id()), 'ticket form'),
		'GET /v2/ticketing/app-user-contact': ({ query }) => {
			const people = ticketContactsOf(state.users.all(), state.contacts.all());
			return anchorPage(people.filter(testOf(query, contactFilters)), query, {
				anchor: 'anchorNaturalId',
				of: ({ naturalId }) => Number(naturalId),
				size: 50,
			});
		},
	});
