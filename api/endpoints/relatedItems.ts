import { del, get, post } from '../endpoint';
import { whole } from '../paging';

export const relatedItems = get('/v2/related-items', { paging: whole });
export const itemsOfEntity = get('/v2/related-items/with-entity/{entityType}/{entityId}', {
	paging: whole,
});
export const itemsOfEntityType = get('/v2/related-items/with-entity-type/{entityType}', {
	paging: whole,
});
export const itemsPointingToEntity = get(
	'/v2/related-items/with-related-entity/{relEntityType}/{relEntityId}',
	{ paging: whole },
);
export const itemsPointingToType = get(
	'/v2/related-items/with-related-entity-type/{relatedEntityType}',
	{ paging: whole },
);

/** Repeated, each of these makes a second item. */
export const relationCreate = post('/v2/related-items/entity/{entityType}/{entityId}/relation', {
	effect: 'dispatch',
	answers: 'record',
});
export const relationsCreate = post('/v2/related-items/entity/{entityType}/{entityId}/relations', {
	effect: 'dispatch',
	answers: 'list',
});
export const secureItemCreate = post('/v2/related-items/entity/{entityType}/{entityId}/secure', {
	effect: 'dispatch',
	answers: 'record',
});
/** Form data with the file in the part `file`. */
export const attachmentCreate = post(
	'/v2/related-items/entity/{entityType}/{entityId}/attachment',
	{ effect: 'dispatch', answers: 'record' },
);

export const attachmentDownload = get('/v2/related-items/{relatedItemId}/attachment/download', {
	answers: 'file',
});
export const attachmentSignedUrls = get(
	'/v2/related-items/with-entity/{entityType}/{entityId}/attachments/signed-urls',
	{ answers: 'any' },
);

export const relatedItemDelete = del('/v2/related-items/{relatedItemId}', { effect: 'destroy' });
/** Everything of an entity at once. */
export const relatedItemsDelete = del('/v2/related-items/{entityType}/{entityId}', {
	effect: 'destroy',
});
