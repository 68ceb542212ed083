import { del, get, post, put } from '../endpoint';
import { whole } from '../paging';

export const documentTemplates = get('/v2/document-templates', { paging: whole });
export const documentTemplate = get('/v2/document-templates/{documentTemplateId}');
/** Names are unique, so a repeated call would end in an error; a lost answer is told. */
export const documentTemplateCreate = post('/v2/document-templates', {
	effect: 'dispatch',
	answers: 'record',
});
/** Replaces the template with its whole field list. New fields have no ids, so a repeated call would add them twice. */
export const documentTemplateUpdate = put('/v2/document-templates/{documentTemplateId}', {
	repeatable: false,
	answers: 'record',
});
export const documentTemplateArchive = post('/v2/document-templates/{documentTemplateId}/archive', {
	repeatable: true,
});
export const documentTemplatesArchive = post('/v2/document-templates/archive', {
	repeatable: true,
});
export const documentTemplateRestore = post('/v2/document-templates/{documentTemplateId}/restore', {
	repeatable: true,
	answers: 'record',
});
export const documentTemplatesRestore = post('/v2/document-templates/restore', {
	repeatable: true,
	answers: 'any',
});
/** Of an archived template alone. */
export const documentTemplateDelete = del('/v2/document-templates/{documentTemplateId}', {
	effect: 'destroy',
});
