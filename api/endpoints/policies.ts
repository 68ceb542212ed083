import { get } from '../endpoint';
import { whole } from '../paging';

export const policies = {
	list: get('/v2/policies', { paging: whole }),
};
