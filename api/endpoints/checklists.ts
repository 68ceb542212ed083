import { del, get, post, put } from '../endpoint';
import { whole } from '../paging';

/** Checklists of organizations. */
export const checklists = {
	list: get('/v2/organization/checklists', { paging: whole }),
	get: get('/v2/organization/checklist/{checklistId}'),
	/** Takes a list of checklists; repeated, it makes each of them twice. */
	create: post('/v2/organization/checklists', { effect: 'dispatch', answers: 'list' }),
	/** Takes a list of template IDs; repeated, it makes a second checklist of each. */
	createFromTemplates: post('/v2/organization/{organizationId}/checklists-from-templates', {
		effect: 'dispatch',
		answers: 'list',
	}),
	/** Replaces whole checklists: tasks that are left out are lost. */
	update: put('/v2/organization/checklists', { answers: 'list' }),
	/** The path says organization; what goes into the archive is checklists. */
	archive: post('/v2/organization/archive', { repeatable: true, answers: 'list' }),
	/** The path says organization; what comes back is checklists. */
	restore: post('/v2/organization/restore', { repeatable: true, answers: 'list' }),
	delete: del('/v2/organization/checklist/{checklistId}', { effect: 'destroy' }),
	deleteBulk: post('/v2/organization/checklists/delete', { effect: 'destroy' }),
	/** Makes templates of checklists. Names of templates are unique: a repeated call would end in an error. */
	promote: post('/v2/organization/checklists/promote', { effect: 'dispatch' }),
	promoteWithName: post('/v2/organization/checklists/promote-with-name', { effect: 'dispatch' }),
	signedUrls: get('/v2/organization/checklist/{checklistId}/signed-urls', { answers: 'any' }),
};
