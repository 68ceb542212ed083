import { del, get, patch, post } from '../endpoint';
import { whole } from '../paging';

/** Documents in use, of all organizations; archived ones are in no list. There is no request for one document. */
export const documents = get('/v2/organization/documents', { paging: whole });
export const documentSignedUrls = get('/v2/organization/document/{clientDocumentId}/signed-urls', {
	answers: 'any',
});

/** Repeated, they make documents twice. */
export const documentCreate = post(
	'/v2/organization/{organizationId}/template/{documentTemplateId}/document',
	{ effect: 'dispatch', answers: 'record' },
);
export const documentsCreate = post('/v2/organization/documents', {
	effect: 'dispatch',
	answers: 'list',
});

/** Set what is named and leave the rest, however often. */
export const documentUpdate = post(
	'/v2/organization/{organizationId}/document/{clientDocumentId}',
	{ repeatable: true, answers: 'record' },
);
export const documentsUpdate = patch('/v2/organization/documents', { answers: 'list' });

export const documentArchive = post('/v2/organization/document/{clientDocumentId}/archive', {
	repeatable: true,
	answers: 'record',
});
export const documentsArchive = post('/v2/organization/documents/archive', {
	repeatable: true,
	answers: 'list',
});
export const documentRestore = post('/v2/organization/document/{clientDocumentId}/restore', {
	repeatable: true,
	answers: 'record',
});
export const documentsRestore = post('/v2/organization/documents/restore', {
	repeatable: true,
	answers: 'list',
});
/** Of an archived document alone. */
export const documentDelete = del('/v2/organization/document/{clientDocumentId}', {
	effect: 'destroy',
});
