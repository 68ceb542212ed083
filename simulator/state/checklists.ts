import type {
	Checklist,
	ChecklistTask,
	ChecklistTaskWish,
	ChecklistTemplate,
	ChecklistTemplateWish,
	NewChecklist,
	RichText,
} from '../../contracts';
import { failure, found } from '../refusal';
import { richText } from '../richText';
import { personOf } from './people';
import type { State } from './state';

const described = (text?: RichText) => text && richText(text);

/** What a template or a checklist is in either case. What is left out of the wish is lost, but for the archive's marks. */
const shared = (
	state: State,
	wish: Pick<NewChecklist, 'description' | 'required'>,
	before?: Pick<Checklist, 'archived' | 'archivedBy' | 'archiveTime'>,
	userId?: number,
) => ({
	description: described(wish.description),
	required: wish.required ?? false,
	lastUpdatedOn: state.now(),
	lastUpdatedBy: personOf(state, userId),
	archived: before?.archived ?? false,
	archivedBy: before?.archivedBy,
	archiveTime: before?.archiveTime,
});

/** A template as it is once it is written. */
export const checklistTemplateFrom = (
	state: State,
	wish: ChecklistTemplateWish,
	before?: ChecklistTemplate,
	userId?: number,
): Omit<ChecklistTemplate, 'id'> => ({
	...shared(state, wish, before, userId),
	name: wish.name,
	tasks: (wish.tasks ?? []).map(({ position, name, description }, at) => ({
		position: position ?? at + 1,
		name,
		description: described(description),
	})),
});

/** What a template lends to a checklist, or a checklist to a template. */
export const lentBy = ({ name, description, required, tasks }: ChecklistTemplate | Checklist) => ({
	name,
	description,
	required,
	tasks: tasks.map((task) => ({
		position: task.position,
		name: task.name,
		description: task.description,
	})),
});

/** A checklist as it is once it is written, with what its template lends. */
export function checklistFrom(
	state: State,
	{ checklistTemplateId, ...given }: NewChecklist,
	before?: Checklist,
	userId?: number,
): Omit<Checklist, 'id'> {
	const templates = state.documentation.checklistTemplates;
	const template =
		checklistTemplateId && found(templates.get(checklistTemplateId), 'checklist template');
	const wish = template ? { ...lentBy(template), ...given } : given;
	const { name, dueDate, organizationId = before?.organizationId } = wish;
	if (name === undefined) throw failure(400, 'name: Required');
	const organization = found(state.organizations.get(organizationId ?? 0), 'organization');
	const tasks = (wish.tasks ?? [])
		.map((task, at) => taskFrom(state, { position: at, ...task }, before?.tasks ?? [], userId))
		.sort((one, other) => one.position - other.position);
	const completed = tasks.length > 0 && tasks.every((task) => task.completed);
	return {
		...shared(state, wish, before, userId),
		name,
		dueDate,
		completed,
		completedOn: completed ? (before?.completedOn ?? state.now()) : undefined,
		assignedTo: assigneeOf(state, wish.assignedToUserId),
		completedTaskCount: tasks.filter((task) => task.completed).length,
		totalTaskCount: tasks.length,
		tasks,
		organizationId: organization.id,
		clientName: organization.name,
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
		description: described(description),
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
