import type {
	Checklist,
	ChecklistTask,
	ChecklistTaskWish,
	ChecklistTemplate,
	NewChecklist,
	UpdateChecklist,
} from '../../contracts';
import { found } from '../input';
import { failure } from '../refusal';
import { richText } from '../richText';
import { personOf } from './people';
import type { State } from './state';

/** Creates all of them, or none. */
export function createChecklists(
	state: State,
	wishes: readonly NewChecklist[],
	userId?: number,
): Checklist[] {
	const made = wishes.map((wish) => {
		const template = wish.checklistTemplateId && templateOf(state, wish.checklistTemplateId);
		return checklistFrom(state, template ? { ...lentBy(template), ...wish } : wish, {}, userId);
	});
	const { checklists } = state.documentation;
	return made.map((checklist) => checklists.set({ ...checklist, id: checklists.nextId() }));
}

const templateOf = ({ documentation }: State, id: number) =>
	found(documentation.checklistTemplates.get(id), 'checklist template');

/** What a template lends to a checklist. */
export const lentBy = ({ name, description, required, tasks }: ChecklistTemplate) => ({
	name,
	description,
	required,
	tasks,
});

/** Puts these in the place of the ones that they name: what is left out is lost, tasks too. */
export function replaceChecklists(
	state: State,
	wishes: readonly UpdateChecklist[],
	userId?: number,
): Checklist[] {
	const { checklists } = state.documentation;
	const made = wishes.map((wish) => {
		const before = found(checklists.get(wish.checklistId), 'checklist');
		const { organizationId } = before;
		return checklistFrom(state, { ...wish, organizationId }, before, userId);
	});
	return made.map((checklist) => checklists.set(checklist));
}

function checklistFrom(
	state: State,
	wish: Omit<NewChecklist, 'checklistTemplateId'>,
	before: Partial<Checklist>,
	userId?: number,
): Checklist {
	const { organizationId, name, description, required = false, dueDate } = wish;
	if (name === undefined) throw failure(400, 'name: Required');
	const organization = found(state.organizations.get(organizationId), 'organization');
	const tasks = (wish.tasks ?? [])
		.map((task, at) => taskFrom(state, { position: at, ...task }, before.tasks ?? [], userId))
		.sort((one, other) => one.position - other.position);
	const completed = tasks.length > 0 && tasks.every((task) => task.completed);
	return {
		id: before.id ?? 0,
		name,
		description: description && richText(description),
		required,
		dueDate,
		completed,
		completedOn: completed ? (before.completedOn ?? state.now()) : undefined,
		assignedTo: assigneeOf(state, wish.assignedToUserId),
		completedTaskCount: tasks.filter((task) => task.completed).length,
		totalTaskCount: tasks.length,
		tasks,
		organizationId,
		clientName: organization.name,
		lastUpdatedOn: state.now(),
		lastUpdatedBy: personOf(state, userId),
		archived: before.archived ?? false,
		archivedBy: before.archivedBy,
		archiveTime: before.archiveTime,
	};
}

function taskFrom(
	state: State,
	wish: ChecklistTaskWish & { position: number },
	known: readonly ChecklistTask[],
	userId?: number,
): ChecklistTask {
	const { id, position, name, description, dueDate, completed = false } = wish;
	const before = known.find((task) => task.id === id);
	if (id !== undefined && !before) throw failure(400, `The checklist has no task ${id}`);
	return {
		id: id ?? state.documentation.nextPartId(),
		position,
		name,
		description: description && richText(description),
		assignedTo: assigneeOf(state, wish.assignedToUserId),
		dueDate,
		completed,
		...(completed && {
			completedOn: before?.completedOn ?? state.now(),
			completedBy: before?.completed ? before.completedBy : personOf(state, userId),
		}),
	};
}

const assigneeOf = (state: State, userId?: number) =>
	userId === undefined ? undefined : found(personOf(state, userId), 'user');
