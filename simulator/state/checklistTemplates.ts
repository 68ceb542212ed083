import type { ChecklistTemplate, ChecklistTemplateWish } from '../../contracts';
import { failure } from '../refusal';
import { richText } from '../richText';
import { personOf } from './people';
import type { State } from './state';

/** Makes a template, or puts another in the place of one: what is left out is lost. */
export function setChecklistTemplate(
	state: State,
	wish: ChecklistTemplateWish,
	before?: ChecklistTemplate,
	userId?: number,
): ChecklistTemplate {
	const { checklistTemplates } = state.documentation;
	const { archived = false, archivedBy, archiveTime } = before ?? {};
	return checklistTemplates.set({
		id: before?.id ?? checklistTemplates.nextId(),
		name: wish.name,
		description: wish.description && richText(wish.description),
		required: wish.required ?? false,
		tasks: (wish.tasks ?? []).map(({ position, name, description }, at) => ({
			position: position ?? at + 1,
			name,
			description: description && richText(description),
		})),
		lastUpdatedOn: state.now(),
		lastUpdatedBy: personOf(state, userId),
		archived,
		archivedBy,
		archiveTime,
	});
}

/** Refuses a list of templates to write where a name is taken, or is there twice. */
export function checkTemplateNames(
	{ documentation }: State,
	wishes: ReadonlyArray<{ id?: number; name: string }>,
): void {
	const names = wishes.map(({ name }) => name);
	const written = new Set(wishes.map(({ id }) => id));
	const others = documentation.checklistTemplates.all().filter(({ id }) => !written.has(id));
	const taken = names.find(
		(name, at) => names.indexOf(name) !== at || others.some((other) => other.name === name),
	);
	if (taken !== undefined)
		throw failure(400, `A checklist template with the name "${taken}" exists already`);
}

/** Puts something with these facts into the archive; the first time counts. */
export function archive(
	state: State,
	row: Pick<ChecklistTemplate, 'archived' | 'archivedBy' | 'archiveTime'>,
	userId?: number,
): void {
	if (row.archived) return;
	row.archived = true;
	row.archivedBy = personOf(state, userId);
	row.archiveTime = state.now();
}

export function restore(
	row: Pick<ChecklistTemplate, 'archived' | 'archivedBy' | 'archiveTime'>,
): void {
	row.archived = false;
	// What is undefined is left out of answers.
	row.archivedBy = undefined;
	row.archiveTime = undefined;
}
