import { del, get, post, put } from '../endpoint';
import { whole } from '../paging';

export const documentTemplates = {
	list: get('/v2/document-templates', { paging: whole }),
	get: get('/v2/document-templates/{documentTemplateId}'),
	/** Names are unique, so a repeated call would end in an error; a lost answer is reported. */
	create: post('/v2/document-templates', { effect: 'dispatch', answers: 'record' }),
	/** Replaces the template with its whole field list. New fields have no ids, so a repeated call would add them twice. */
	update: put('/v2/document-templates/{documentTemplateId}', {
		repeatable: false,
		answers: 'record',
	}),
	archive: post('/v2/document-templates/{documentTemplateId}/archive', { repeatable: true }),
	archiveBulk: post('/v2/document-templates/archive', { repeatable: true }),
	restore: post('/v2/document-templates/{documentTemplateId}/restore', {
		repeatable: true,
		answers: 'record',
	}),
	restoreBulk: post('/v2/document-templates/restore', { repeatable: true, answers: 'any' }),
	/** Of an archived template alone. */
	delete: del('/v2/document-templates/{documentTemplateId}', { effect: 'destroy' }),
};
