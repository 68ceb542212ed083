import { get, patch } from '../endpoint';
import { idPages } from '../paging';

export const locations = {
	list: get('/v2/locations', { paging: idPages }),

	customFields: get('/v2/organization/{id}/location/{locationId}/custom-fields', {
		answers: 'values',
	}),
	updateCustomFields: patch('/v2/organization/{id}/location/{locationId}/custom-fields'),
};
