import { del, get, patch, post } from '../endpoint';
import { whole } from '../paging';

export const contacts = {
	list: get('/v2/contacts', { paging: whole }),
	get: get('/v2/contact/{id}'),
	/** Repeated, it makes a second contact: NinjaOne does not ask for names or addresses to be unique. */
	create: post('/v2/contacts', { effect: 'dispatch', answers: 'record' }),
	/** Changes the fields that are named and no others. */
	update: patch('/v2/contact/{id}', { answers: 'record' }),
	delete: del('/v2/contact/{id}', { effect: 'destroy' }),
};
