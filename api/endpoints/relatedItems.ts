import { del, get, post } from '../endpoint';
import { whole } from '../paging';

/** Repeated, it makes a second item. */
const create = { effect: 'dispatch', answers: 'record' } as const;

export const relatedItems = {
	list: get('/v2/related-items', { paging: whole }),
	/** What hangs on an entity, or on all entities of a type. */
	withEntity: get('/v2/related-items/with-entity/{entityType}/{entityId}', { paging: whole }),
	withEntityType: get('/v2/related-items/with-entity-type/{entityType}', { paging: whole }),
	/** What points to an entity, or to entities of a type. */
	withRelatedEntity: get('/v2/related-items/with-related-entity/{relEntityType}/{relEntityId}', {
		paging: whole,
	}),
	withRelatedEntityType: get('/v2/related-items/with-related-entity-type/{relatedEntityType}', {
		paging: whole,
	}),

	createRelation: post('/v2/related-items/entity/{entityType}/{entityId}/relation', create),
	createRelations: post('/v2/related-items/entity/{entityType}/{entityId}/relations', {
		...create,
		answers: 'list',
	}),
	createSecure: post('/v2/related-items/entity/{entityType}/{entityId}/secure', create),
	/** Form data with the file in the part `file`. */
	createAttachment: post('/v2/related-items/entity/{entityType}/{entityId}/attachment', create),

	downloadAttachment: get('/v2/related-items/{relatedItemId}/attachment/download', {
		answers: 'file',
	}),
	attachmentSignedUrls: get(
		'/v2/related-items/with-entity/{entityType}/{entityId}/attachments/signed-urls',
		{ answers: 'any' },
	),

	delete: del('/v2/related-items/{relatedItemId}', { effect: 'destroy' }),
	/** Everything of an entity at once. */
	deleteAll: del('/v2/related-items/{entityType}/{entityId}', { effect: 'destroy' }),
};
