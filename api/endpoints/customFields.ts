import { del, get, post, put } from '../endpoint';
import { definitionPages, whole } from '../paging';

/** Definitions of custom fields. Their values are with what has them: devices, organizations, locations, end users. */
export const customFields = {
	list: get('/v2/custom-fields', { paging: definitionPages }),
	/** The older list, for instances without the newer one (FedRAMP). It knows no fields of end users. */
	listLegacy: get('/v2/device-custom-fields', { paging: whole }),
	get: get('/v2/custom-fields/field-name/{fieldName}'),
	/** A name can be taken once, but a lost answer must not end in the error that it is taken. */
	create: post('/v2/custom-fields', { answers: 'record' }),
	update: put('/v2/custom-fields/field-name/{fieldName}', { answers: 'record' }),
	/** Takes the values of all entities with it. */
	delete: del('/v2/custom-fields/field-name/{fieldName}', { effect: 'destroy' }),

	/** All or nothing, these three. */
	createBulk: post('/v2/custom-fields/bulk', { answers: 'list' }),
	updateBulk: put('/v2/custom-fields/bulk', { answers: 'list' }),
	deleteBulk: del('/v2/custom-fields/bulk', { effect: 'destroy', answers: 'any' }),

	/** Links to the files in attachment fields; they expire. */
	signedUrls: get('/v2/custom-fields/entity-type/{entityType}/{entityId}/signed-urls', {
		answers: 'any',
	}),
};
