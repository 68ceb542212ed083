import type { DocumentTemplate, NewDocumentTemplate } from '../../contracts';
import { collection } from '../collection';
import type { Routes } from '../context';
import { like } from '../filters';
import { flag } from '../query';
import { serve } from '../serve';
import { deleteDocumentsOf, dropLostValues, templateFrom } from '../state/documentTemplates';
import { personOf } from '../state/people';

/** What documents are made from. Lists hold archived templates, too: nothing in a request could ask for them. */
export const documentTemplateRoutes: Routes = (app, { state }) => {
	const templates = collection<DocumentTemplate, NewDocumentTemplate>({
		name: 'document template',
		table: state.documentation.templates,
		row: (template, { query, request }) =>
			request.method !== 'GET' || flag(query, 'includeTechnicianRoles')
				? template
				: { ...template, allowedTechnicianRoles: undefined },
		filters: { templateName: like(({ name }) => name) },
		unique: {
			of: ({ name, archived }) => (archived ? undefined : name),
			message: ({ name }) => `A document template with the name "${name}" exists already`,
		},
		make: (wish, before) => templateFrom(state, wish, before),
		archive: {
			marks({ userId }) {
				const person = personOf(state, userId);
				const displayName = `${person?.firstName} ${person?.lastName}`;
				return {
					archived: true,
					archivedTime: state.now(),
					archivedBy: person && { id: person.id, displayName, deleted: false },
				};
			},
			isArchived: ({ archived }) => archived,
			beforeDelete: true,
		},
		after(done, template) {
			if (done === 'UPDATED') dropLostValues(state, template);
			if (done === 'DELETED') deleteDocumentsOf(state, template);
		},
	});

	serve(app, {
		'GET /v2/document-templates': templates.list,
		'POST /v2/document-templates': templates.create,
		'GET /v2/document-templates/{documentTemplateId}': templates.get,
		'PUT /v2/document-templates/{documentTemplateId}': templates.update,
		'DELETE /v2/document-templates/{documentTemplateId}': templates.delete,
		'POST /v2/document-templates/{documentTemplateId}/archive': templates.archive,
		'POST /v2/document-templates/archive': templates.archiveMany,
		'POST /v2/document-templates/{documentTemplateId}/restore': templates.restore,
		'POST /v2/document-templates/restore': (call) => templates.restoreMany(call)[0],
	});
};
