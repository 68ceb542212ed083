import { get } from '../endpoint';
import { whole } from '../paging';

/** Technicians and end users in one list. */
export const users = {
	list: get('/v2/users', { paging: whole }),
};
