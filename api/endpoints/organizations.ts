import { get, patch } from '../endpoint';
import { idPages, whole } from '../paging';

export const organizations = {
	list: get('/v2/organizations', { paging: idPages }),
	listDetailed: get('/v2/organizations-detailed', { paging: idPages }),
	get: get('/v2/organization/{id}'),

	locations: get('/v2/organization/{id}/locations', { paging: whole }),
	devices: get('/v2/organization/{id}/devices', { paging: idPages }),
	endUsers: get('/v2/organization/{id}/end-users', { paging: whole }),

	customFields: get('/v2/organization/{id}/custom-fields', { answers: 'values' }),
	updateCustomFields: patch('/v2/organization/{id}/custom-fields'),
};
