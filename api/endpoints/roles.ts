import { get } from '../endpoint';
import { whole } from '../paging';

export const roles = {
	list: get('/v2/roles', { paging: whole }),
};
