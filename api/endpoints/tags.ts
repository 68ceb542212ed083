import { get } from '../endpoint';
import { complete } from '../paging';

export const tags = {
	list: get('/v2/tag', { paging: complete('tags') }),
};
