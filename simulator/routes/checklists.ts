import {
	type Checklist,
	ChecklistSchema,
	type ChecklistTemplate,
	ChecklistTemplateSchema,
	type ChecklistTemplateWish,
	type NewChecklist,
} from '../../contracts';
import { collection } from '../collection';
import type { Routes } from '../context';
import { amongIds, like, same } from '../filters';
import { found } from '../refusal';
import { only } from '../rows';
import { type AnyCall, serve } from '../serve';
import { signedUrls } from '../signedUrls';
import { filesShownIn } from '../state/attachments';
import { checklistFrom, checklistTemplateFrom, lentBy } from '../state/checklists';
import { personOf } from '../state/people';

/** Checklists of organizations, and their templates. `organization/archive` and `organization/restore` are of checklists. */
export const checklistRoutes: Routes = (app, { state }) => {
	const archive = {
		marks: ({ userId }: AnyCall) => ({
			archived: true,
			archivedBy: personOf(state, userId),
			archiveTime: state.now(),
		}),
		isArchived: ({ archived }: { archived: boolean }) => archived,
	};
	const templates = collection<ChecklistTemplate, ChecklistTemplateWish>({
		name: 'checklist template',
		row: only<ChecklistTemplate>(ChecklistTemplateSchema.shape),
		table: state.documentation.checklistTemplates,
		filters: {
			checklistTemplateIds: amongIds(({ id }) => id),
			checklistTemplateName: like(({ name }) => name),
			required: same(({ required }) => required),
		},
		hidesArchived: true,
		unique: {
			of: ({ name }) => name,
			message: ({ name }) => `A checklist template with the name "${name}" exists already`,
		},
		make: (wish, before, { userId }) => checklistTemplateFrom(state, wish, before, userId),
		archive,
	});
	const checklists = collection<Checklist, NewChecklist>({
		name: 'checklist',
		row: only<Checklist>(ChecklistSchema.shape),
		table: state.documentation.checklists,
		filters: {
			checklistIds: amongIds(({ id }) => id),
			organizationIds: amongIds(({ organizationId }) => organizationId),
			checklistName: like(({ name }) => name),
			completed: same(({ completed }) => completed),
			required: same(({ required }) => required),
			assignedToUserId: same(({ assignedTo }) => assignedTo?.id),
		},
		hidesArchived: true,
		make: (wish, before, { userId }) => checklistFrom(state, wish, before, userId),
		archive,
	});
	const promote = (wishes: ReadonlyArray<{ id: number; name?: string }>, call: AnyCall) =>
		templates.write(
			wishes.map(({ id, name }) => {
				const lent = lentBy(checklists.find(id));
				return { wish: { ...lent, name: name ?? lent.name } };
			}),
			call,
		);

	serve(app, {
		'GET /v2/checklist/templates': templates.list,
		'POST /v2/checklist/templates': templates.createMany,
		'PUT /v2/checklist/templates': templates.updateMany('id'),
		'POST /v2/checklist/archive': templates.archiveMany,
		'POST /v2/checklist/restore': templates.restoreMany,
		'DELETE /v2/checklist/template/{checklistTemplateId}': templates.delete,
		'POST /v2/checklist/templates/delete': templates.deleteMany,

		'GET /v2/organization/checklists': checklists.list,
		'POST /v2/organization/checklists': checklists.createMany,
		'PUT /v2/organization/checklists': checklists.updateMany('checklistId'),
		'GET /v2/organization/checklist/{checklistId}': checklists.get,
		'DELETE /v2/organization/checklist/{checklistId}': checklists.delete,
		'POST /v2/organization/checklists/delete': checklists.deleteMany,
		'POST /v2/organization/archive': checklists.archiveMany,
		'POST /v2/organization/restore': checklists.restoreMany,
		'POST /v2/organization/{organizationId}/checklists-from-templates'(call) {
			const { id: organizationId } = found(state.organizations.get(call.id()), 'organization');
			const ids = [...new Set(call.body)];
			const body = ids.map((checklistTemplateId) => ({ organizationId, checklistTemplateId }));
			return checklists.createMany({ ...call, body });
		},
		'POST /v2/organization/checklists/promote': (call) =>
			promote(
				call.body.map((id) => ({ id })),
				call,
			),
		'POST /v2/organization/checklists/promote-with-name': (call) => promote(call.body, call),
		'GET /v2/organization/checklist/{checklistId}/signed-urls'(call) {
			const { description, tasks } = checklists.one(call);
			const texts = [description, ...tasks.map((task) => task.description)];
			const html = texts.map((each) => each?.html).join(' ');
			return signedUrls(call.request, filesShownIn(state, html));
		},
	});
};
