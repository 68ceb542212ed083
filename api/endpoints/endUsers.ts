import { del, get, patch, post } from '../endpoint';
import { whole } from '../paging';

export const endUsers = {
	/** Without roles: those are in `users.list`, where they can be asked for. */
	list: get('/v2/user/end-users', { paging: whole }),
	get: get('/v2/user/end-user/{id}'),
	/** Repeated, it can make a second end user, and it sends a second invitation. */
	create: post('/v2/user/end-users', { effect: 'dispatch', answers: 'record' }),
	/** Changes the fields that are named and no others; email address and phone number cannot be changed. */
	update: patch('/v2/user/end-user/{id}', { answers: 'record' }),
	delete: del('/v2/user/end-user/{id}', { effect: 'destroy' }),

	customFields: get('/v2/user/end-user/{id}/custom-fields', { answers: 'values' }),
	updateCustomFields: patch('/v2/user/end-user/{id}/custom-fields'),
};
