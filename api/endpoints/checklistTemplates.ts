import { del, get, post, put } from '../endpoint';
import { whole } from '../paging';

export const checklistTemplates = {
	/** There is no request for a single one. */
	list: get('/v2/checklist/templates', { paging: whole }),
	/** Takes a list of templates. Names are unique: a repeated call would end in an error. */
	create: post('/v2/checklist/templates', { effect: 'dispatch', answers: 'list' }),
	/** Replaces whole templates: tasks that are left out are lost. */
	update: put('/v2/checklist/templates', { answers: 'list' }),
	archive: post('/v2/checklist/archive', { repeatable: true, answers: 'list' }),
	restore: post('/v2/checklist/restore', { repeatable: true, answers: 'list' }),
	delete: del('/v2/checklist/template/{checklistTemplateId}', { effect: 'destroy' }),
	deleteBulk: post('/v2/checklist/templates/delete', { effect: 'destroy' }),
};
