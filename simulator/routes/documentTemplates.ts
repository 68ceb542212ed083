import type { FastifyRequest } from 'fastify';
import {
	type DocumentTemplate,
	NewDocumentTemplateSchema,
	UpdateDocumentTemplateSchema,
} from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf, queryOf } from '../input';
import { IdsSchema, likeName, rowsOf } from '../many';
import { flag } from '../query';
import {
	archiveTemplate,
	createTemplate,
	deleteTemplate,
	restoreTemplates,
	updateTemplate,
} from '../state/documentTemplates';

const kind = 'document template';
const one = '/v2/document-templates/:documentTemplateId';

/** What documents are made from. Lists hold archived templates, too: nothing in a request could ask for them. */
export const documentTemplateRoutes: Routes = (app, { state }) => {
	const { templates } = state.documentation;
	const templateOf = (request: FastifyRequest) =>
		found(templates.get(idOf(request, 'documentTemplateId')), kind);
	const allOf = (request: FastifyRequest) => rowsOf(templates, bodyOf(request, IdsSchema), kind);

	app.get('/v2/document-templates', (request) => {
		const isMeant = likeName(queryOf(request), 'templateName');
		return templates
			.all()
			.filter(({ name }) => isMeant(name))
			.map((template) => rowOf(template, request));
	});
	app.get(one, (request) => rowOf(templateOf(request), request));
	app.post('/v2/document-templates', (request) =>
		createTemplate(state, bodyOf(request, NewDocumentTemplateSchema)),
	);
	app.put(one, (request) =>
		updateTemplate(state, templateOf(request), bodyOf(request, UpdateDocumentTemplateSchema)),
	);
	app.delete(one, (request, reply) => {
		deleteTemplate(state, templateOf(request));
		return reply.code(204).send();
	});

	app.post(`${one}/archive`, (request, reply) => {
		archiveTemplate(state, templateOf(request), request.access?.userId);
		return reply.code(204).send();
	});
	app.post('/v2/document-templates/archive', (request, reply) => {
		for (const template of allOf(request)) archiveTemplate(state, template, request.access?.userId);
		return reply.code(204).send();
	});
	app.post(`${one}/restore`, (request) => restoreTemplates(state, [templateOf(request)])[0]);
	// Restores several, and answers one: so it is declared.
	app.post('/v2/document-templates/restore', (request, reply) => {
		const [first] = restoreTemplates(state, allOf(request));
		return reply.send(first ?? {});
	});
};

const rowOf = (template: DocumentTemplate, request: FastifyRequest): DocumentTemplate =>
	flag(queryOf(request), 'includeTechnicianRoles')
		? template
		: { ...template, allowedTechnicianRoles: undefined };
