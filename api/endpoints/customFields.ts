import { del, get, patch, post, put } from '../endpoint';
import { cursorPages, definitionPages, whole } from '../paging';

/** Values by machine name. Where there is none, and where the API may not read it, a field is left out. */
export const deviceFieldValues = get('/v2/device/{id}/custom-fields', { answers: 'values' });
export const organizationFieldValues = get('/v2/organization/{id}/custom-fields', {
	answers: 'values',
});
export const locationFieldValues = get(
	'/v2/organization/{id}/location/{locationId}/custom-fields',
	{ answers: 'values' },
);
export const endUserFieldValues = get('/v2/user/end-user/{id}/custom-fields', {
	answers: 'values',
});

/** Change the fields that are named and no others; null clears. */
export const deviceFieldValuesSet = patch('/v2/device/{id}/custom-fields');
export const organizationFieldValuesSet = patch('/v2/organization/{id}/custom-fields');
export const locationFieldValuesSet = patch(
	'/v2/organization/{id}/location/{locationId}/custom-fields',
);
export const endUserFieldValuesSet = patch('/v2/user/end-user/{id}/custom-fields');

/** Values of many entities; `Detailed` tells when and by whom each was set. */
export const deviceFieldReport = get('/v2/queries/custom-fields', { paging: cursorPages });
export const deviceFieldReportDetailed = get('/v2/queries/custom-fields-detailed', {
	paging: cursorPages,
});
export const scopedFieldReport = get('/v2/queries/scoped-custom-fields', { paging: cursorPages });
export const scopedFieldReportDetailed = get('/v2/queries/scoped-custom-fields-detailed', {
	paging: cursorPages,
});

export const fieldDefinitions = get('/v2/custom-fields', { paging: definitionPages });
/** The older list, for instances without the newer one (FedRAMP). It knows no fields of end users. */
export const legacyFieldDefinitions = get('/v2/device-custom-fields', { paging: whole });
export const fieldDefinition = get('/v2/custom-fields/field-name/{fieldName}');
/** A name can be taken once, but a lost answer must not end in the error that it is taken. */
export const fieldDefinitionCreate = post('/v2/custom-fields', { answers: 'record' });
export const fieldDefinitionUpdate = put('/v2/custom-fields/field-name/{fieldName}', {
	answers: 'record',
});
/** Takes the values of all entities with it. */
export const fieldDefinitionDelete = del('/v2/custom-fields/field-name/{fieldName}', {
	effect: 'destroy',
});
/** All or nothing, these three. */
export const fieldDefinitionsCreate = post('/v2/custom-fields/bulk', { answers: 'list' });
export const fieldDefinitionsUpdate = put('/v2/custom-fields/bulk', { answers: 'list' });
export const fieldDefinitionsDelete = del('/v2/custom-fields/bulk', {
	effect: 'destroy',
	answers: 'any',
});

/** Links to the files in attachment fields; they expire. */
export const fieldSignedUrls = get(
	'/v2/custom-fields/entity-type/{entityType}/{entityId}/signed-urls',
	{ answers: 'any' },
);
