import { del, get, post, put } from '../endpoint';
import { whole } from '../paging';

export const checklists = get('/v2/organization/checklists', { paging: whole });
export const checklist = get('/v2/organization/checklist/{checklistId}');
/** Takes a list of checklists; repeated, it makes each of them twice. */
export const checklistsCreate = post('/v2/organization/checklists', {
	effect: 'dispatch',
	answers: 'list',
});
/** Takes a list of template IDs; repeated, it makes a second checklist of each. */
export const checklistsFromTemplates = post(
	'/v2/organization/{organizationId}/checklists-from-templates',
	{ effect: 'dispatch', answers: 'list' },
);
/** Replaces whole checklists: tasks that are left out are lost. */
export const checklistsUpdate = put('/v2/organization/checklists', { answers: 'list' });
/** The path says organization; what goes into the archive is checklists. */
export const checklistsArchive = post('/v2/organization/archive', {
	repeatable: true,
	answers: 'list',
});
/** The path says organization; what comes back is checklists. */
export const checklistsRestore = post('/v2/organization/restore', {
	repeatable: true,
	answers: 'list',
});
export const checklistDelete = del('/v2/organization/checklist/{checklistId}', {
	effect: 'destroy',
});
export const checklistsDelete = post('/v2/organization/checklists/delete', { effect: 'destroy' });
/** Makes templates of checklists. Names of templates are unique: a repeated call would end in an error. */
export const checklistsPromote = post('/v2/organization/checklists/promote', {
	effect: 'dispatch',
});
export const checklistsPromoteWithName = post('/v2/organization/checklists/promote-with-name', {
	effect: 'dispatch',
});
export const checklistSignedUrls = get('/v2/organization/checklist/{checklistId}/signed-urls', {
	answers: 'any',
});

/** There is no request for a single one. */
export const checklistTemplates = get('/v2/checklist/templates', { paging: whole });
/** Takes a list of templates. Names are unique: a repeated call would end in an error. */
export const checklistTemplatesCreate = post('/v2/checklist/templates', {
	effect: 'dispatch',
	answers: 'list',
});
/** Replaces whole templates: tasks that are left out are lost. */
export const checklistTemplatesUpdate = put('/v2/checklist/templates', { answers: 'list' });
export const checklistTemplatesArchive = post('/v2/checklist/archive', {
	repeatable: true,
	answers: 'list',
});
export const checklistTemplatesRestore = post('/v2/checklist/restore', {
	repeatable: true,
	answers: 'list',
});
export const checklistTemplateDelete = del('/v2/checklist/template/{checklistTemplateId}', {
	effect: 'destroy',
});
export const checklistTemplatesDelete = post('/v2/checklist/templates/delete', {
	effect: 'destroy',
});
