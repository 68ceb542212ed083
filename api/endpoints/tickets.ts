import { get, post, put } from '../endpoint';
import { boardPages, contactPages, logEntryPages, whole } from '../paging';

export const ticket = get('/v2/ticketing/ticket/{ticketId}');
/** Repeated, it makes a second ticket. */
export const ticketCreate = post('/v2/ticketing/ticket', {
	effect: 'dispatch',
	grant: 'user',
	answers: 'record',
});
/** Replaces the whole ticket; carries the version that was read, so that a second one is refused. */
export const ticketUpdate = put('/v2/ticketing/ticket/{ticketId}', {
	grant: 'user',
	repeatable: false,
	answers: 'record',
});
/** Form data: JSON beside files. Mails the requester where the comment is public. */
export const ticketComment = post('/v2/ticketing/ticket/{ticketId}/comment', {
	effect: 'dispatch',
	grant: 'user',
});
export const ticketLogEntries = get('/v2/ticketing/ticket/{ticketId}/log-entry', {
	paging: logEntryPages,
});

export const ticketBoards = get('/v2/ticketing/trigger/boards', { paging: whole });
/** Reads the tickets of a board; the only list of tickets that there is. */
export const ticketBoardRun = post('/v2/ticketing/trigger/board/{boardId}/run', {
	effect: 'read',
	paging: boardPages,
});
export const ticketForms = get('/v2/ticketing/ticket-form', { paging: whole });
export const ticketForm = get('/v2/ticketing/ticket-form/{id}');
export const ticketStatuses = get('/v2/ticketing/statuses', { paging: whole });
export const ticketAttributes = get('/v2/ticketing/attributes', { paging: whole });
/** Whoever can be a requester or an assignee: technicians, end users, contacts. */
export const ticketPeople = get('/v2/ticketing/app-user-contact', { paging: contactPages });
export const ticketContacts = get('/v2/ticketing/contact/contacts', { paging: whole });
