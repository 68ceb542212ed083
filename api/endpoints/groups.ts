import { get } from '../endpoint';
import { whole } from '../paging';

export const groups = {
	list: get('/v2/groups', { paging: whole }),
};
