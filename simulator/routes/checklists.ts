import type { FastifyRequest } from 'fastify';
import {
	ChecklistIdsSchema,
	NewChecklistsSchema,
	PromoteChecklistsSchema,
	UpdateChecklistsSchema,
} from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf, queryOf } from '../input';
import { amongIds, IdsSchema, likeName, rowsOf, sameFlag } from '../many';
import { flag, integer } from '../query';
import { signedUrls } from '../signedUrls';
import { filesShownIn } from '../state/attachments';
import {
	archive,
	checkTemplateNames,
	restore,
	setChecklistTemplate,
} from '../state/checklistTemplates';
import { createChecklists, lentBy, replaceChecklists } from '../state/checklists';
import type { State } from '../state/state';

const kind = 'checklist';
const one = '/v2/organization/checklist/:checklistId';

/** Checklists of organizations. `organization/archive` and `organization/restore` are theirs, too. */
export const checklistRoutes: Routes = (app, { state }) => {
	const { checklists, checklistTemplates } = state.documentation;
	const checklistOf = (request: FastifyRequest) =>
		found(checklists.get(idOf(request, 'checklistId')), kind);
	const userOf = (request: FastifyRequest) => request.access?.userId;

	app.get('/v2/organization/checklists', (request) => listOf(request, state));
	app.get(one, checklistOf);
	app.post('/v2/organization/checklists', (request) =>
		createChecklists(state, bodyOf(request, NewChecklistsSchema), userOf(request)),
	);
	app.put('/v2/organization/checklists', (request) =>
		replaceChecklists(state, bodyOf(request, UpdateChecklistsSchema), userOf(request)),
	);
	app.post('/v2/organization/:organizationId/checklists-from-templates', (request) => {
		const organizationId = idOf(request, 'organizationId');
		found(state.organizations.get(organizationId), 'organization');
		const ids = bodyOf(request, IdsSchema);
		const wishes = rowsOf(checklistTemplates, ids, 'checklist template').map(({ id }) => ({
			organizationId,
			checklistTemplateId: id,
		}));
		return createChecklists(state, wishes, userOf(request));
	});

	const named = (request: FastifyRequest) =>
		rowsOf(checklists, bodyOf(request, ChecklistIdsSchema).clientChecklistIds, kind);
	app.post('/v2/organization/archive', (request) => {
		const rows = named(request);
		for (const row of rows) archive(state, row, userOf(request));
		return rows;
	});
	app.post('/v2/organization/restore', (request) => {
		const rows = named(request);
		rows.forEach(restore);
		return rows;
	});
	app.delete(one, (request, reply) => {
		checklists.remove(checklistOf(request).id);
		return reply.code(204).send();
	});
	app.post('/v2/organization/checklists/delete', (request, reply) => {
		for (const { id } of rowsOf(checklists, bodyOf(request, IdsSchema), kind))
			checklists.remove(id);
		return reply.code(204).send();
	});

	const promote = (
		request: FastifyRequest,
		wishes: ReadonlyArray<{ id: number; name?: string }>,
	) => {
		const templates = wishes.map(({ id, name }) => {
			const lent = lentBy(found(checklists.get(id), kind));
			return { ...lent, name: name ?? lent.name };
		});
		checkTemplateNames(state, templates);
		for (const template of templates)
			setChecklistTemplate(state, template, undefined, userOf(request));
	};
	app.post('/v2/organization/checklists/promote', (request, reply) => {
		promote(
			request,
			bodyOf(request, IdsSchema).map((id) => ({ id })),
		);
		return reply.code(204).send();
	});
	app.post('/v2/organization/checklists/promote-with-name', (request, reply) => {
		promote(request, bodyOf(request, PromoteChecklistsSchema));
		return reply.code(204).send();
	});

	app.get(`${one}/signed-urls`, (request) => {
		const { description, tasks } = checklistOf(request);
		const html = [description, ...tasks.map((task) => task.description)].map((each) => each?.html);
		return signedUrls(request, filesShownIn(state, html.join(' ')));
	});
};

function listOf(request: FastifyRequest, { documentation }: State) {
	const query = queryOf(request);
	const isAmong = amongIds(query, 'checklistIds');
	const isTheirs = amongIds(query, 'organizationIds');
	const isMeant = likeName(query, 'checklistName');
	const isCompleted = sameFlag(query, 'completed');
	const isRequired = sameFlag(query, 'required');
	const userId = integer(query, 'assignedToUserId');
	return documentation.checklists
		.all()
		.filter(({ id, organizationId }) => isAmong(id) && isTheirs(organizationId))
		.filter(({ completed, required }) => isCompleted(completed) && isRequired(required))
		.filter(({ assignedTo }) => userId === undefined || assignedTo?.id === userId)
		.filter(({ name }) => isMeant(name))
		.filter(({ archived }) => flag(query, 'includeArchived') || !archived);
}
