import { get, post, put } from '../endpoint';
import { boardPages, contactPages, logEntryPages, whole } from '../paging';

export const tickets = {
	get: get('/v2/ticketing/ticket/{ticketId}'),
	/** Repeated, it makes a second ticket. */
	create: post('/v2/ticketing/ticket', { effect: 'dispatch', grant: 'user', answers: 'record' }),
	/** Replaces the whole ticket; carries the version that was read, so that a second one is refused. */
	update: put('/v2/ticketing/ticket/{ticketId}', {
		grant: 'user',
		repeatable: false,
		answers: 'record',
	}),
	/** Form data: JSON and files. Mails the requester where the comment is public. */
	comment: post('/v2/ticketing/ticket/{ticketId}/comment', { effect: 'dispatch', grant: 'user' }),
	logEntries: get('/v2/ticketing/ticket/{ticketId}/log-entry', { paging: logEntryPages }),

	boards: get('/v2/ticketing/trigger/boards', { paging: whole }),
	/** Reads the tickets of a board; the only list of tickets that there is. */
	runBoard: post('/v2/ticketing/trigger/board/{boardId}/run', {
		effect: 'read',
		paging: boardPages,
	}),
	forms: get('/v2/ticketing/ticket-form', { paging: whole }),
	form: get('/v2/ticketing/ticket-form/{id}'),
	statuses: get('/v2/ticketing/statuses', { paging: whole }),
	attributes: get('/v2/ticketing/attributes', { paging: whole }),
	/** Whoever can be a requester or an assignee: technicians, end users, contacts. */
	people: get('/v2/ticketing/app-user-contact', { paging: contactPages }),
	contacts: get('/v2/ticketing/contact/contacts', { paging: whole }),
};
