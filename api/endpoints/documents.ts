import { del, get, patch, post } from '../endpoint';
import { whole } from '../paging';

/** Leads to the same state, however often it is sent. */
const set = { repeatable: true, answers: 'record' } as const;

export const documents = {
	/** Documents in use, of all organizations; archived ones are in no list. There is no request for one document. */
	list: get('/v2/organization/documents', { paging: whole }),
	signedUrls: get('/v2/organization/document/{clientDocumentId}/signed-urls', { answers: 'any' }),

	/** Repeated, they make documents twice. */
	create: post('/v2/organization/{organizationId}/template/{documentTemplateId}/document', {
		effect: 'dispatch',
		answers: 'record',
	}),
	createBulk: post('/v2/organization/documents', { effect: 'dispatch', answers: 'list' }),

	/** Set what is named and leave the rest, however often. */
	update: post('/v2/organization/{organizationId}/document/{clientDocumentId}', set),
	updateBulk: patch('/v2/organization/documents', { answers: 'list' }),

	archive: post('/v2/organization/document/{clientDocumentId}/archive', set),
	archiveBulk: post('/v2/organization/documents/archive', { repeatable: true, answers: 'list' }),
	restore: post('/v2/organization/document/{clientDocumentId}/restore', set),
	restoreBulk: post('/v2/organization/documents/restore', { repeatable: true, answers: 'list' }),
	/** Of an archived document alone. */
	delete: del('/v2/organization/document/{clientDocumentId}', { effect: 'destroy' }),
};
