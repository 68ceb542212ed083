import type { FastifyRequest } from 'fastify';
import {
	ChecklistTemplateIdsSchema,
	NewChecklistTemplatesSchema,
	UpdateChecklistTemplatesSchema,
} from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf, queryOf } from '../input';
import { amongIds, IdsSchema, likeName, rowsOf, sameFlag } from '../many';
import { flag } from '../query';
import {
	archive,
	checkTemplateNames,
	restore,
	setChecklistTemplate,
} from '../state/checklistTemplates';

const kind = 'checklist template';

export const checklistTemplateRoutes: Routes = (app, { state }) => {
	const { checklistTemplates: templates } = state.documentation;
	const userOf = (request: FastifyRequest) => request.access?.userId;

	app.get('/v2/checklist/templates', (request) => {
		const query = queryOf(request);
		const isAmong = amongIds(query, 'checklistTemplateIds');
		const isMeant = likeName(query, 'checklistTemplateName');
		const isRequired = sameFlag(query, 'required');
		return templates
			.all()
			.filter(({ id, name, required }) => isAmong(id) && isMeant(name) && isRequired(required))
			.filter(({ archived }) => flag(query, 'includeArchived') || !archived);
	});
	app.post('/v2/checklist/templates', (request) => {
		const wishes = bodyOf(request, NewChecklistTemplatesSchema);
		checkTemplateNames(state, wishes);
		return wishes.map((wish) => setChecklistTemplate(state, wish, undefined, userOf(request)));
	});
	app.put('/v2/checklist/templates', (request) => {
		const wishes = bodyOf(request, UpdateChecklistTemplatesSchema);
		const before = wishes.map(({ id }) => found(templates.get(id), kind));
		checkTemplateNames(state, wishes);
		return wishes.map((wish, at) => setChecklistTemplate(state, wish, before[at], userOf(request)));
	});

	const named = (request: FastifyRequest) =>
		rowsOf(templates, bodyOf(request, ChecklistTemplateIdsSchema).checklistTemplateIds, kind);
	app.post('/v2/checklist/archive', (request) => {
		const rows = named(request);
		for (const row of rows) archive(state, row, userOf(request));
		return rows;
	});
	app.post('/v2/checklist/restore', (request) => {
		const rows = named(request);
		rows.forEach(restore);
		return rows;
	});

	app.delete('/v2/checklist/template/:checklistTemplateId', (request, reply) => {
		templates.remove(found(templates.get(idOf(request, 'checklistTemplateId')), kind).id);
		return reply.code(204).send();
	});
	app.post('/v2/checklist/templates/delete', (request, reply) => {
		for (const { id } of rowsOf(templates, bodyOf(request, IdsSchema), kind)) templates.remove(id);
		return reply.code(204).send();
	});
};
