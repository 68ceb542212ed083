import type {
	DocumentTemplate,
	NewDocumentTemplate,
	UpdateDocumentTemplate,
} from '../../contracts';
import { failure } from '../refusal';
import { itemsOf, templateFields } from './documentTemplateFields';
import { personOf } from './people';
import type { State } from './state';

export function createTemplate(state: State, wish: NewDocumentTemplate): DocumentTemplate {
	checkName(state, wish.name);
	const { templates } = state.documentation;
	const now = state.now();
	return templates.set({
		id: templates.nextId(),
		allowMultiple: true,
		mandatory: false,
		availableToAllTechnicians: true,
		allowedTechnicianRoles: [],
		...wish,
		fields: itemsOf(state, wish.fields ?? [], []),
		createTime: now,
		updateTime: now,
		archived: false,
	});
}

/** What is left out stays, but a list of fields is the whole list: values of fields that it lacks are lost. */
export function updateTemplate(
	state: State,
	template: DocumentTemplate,
	wish: UpdateDocumentTemplate,
): DocumentTemplate {
	checkName(state, wish.name ?? template.name, template);
	const fields = wish.fields ? itemsOf(state, wish.fields, template.fields) : template.fields;
	const updated = { ...template, ...wish, fields, updateTime: state.now() };
	const kept = new Set(templateFields(updated).map(({ fieldName }) => fieldName));
	for (const document of state.documentation.documents.all()) {
		if (document.documentTemplateId !== template.id) continue;
		const values = Object.entries(document.values).filter(([name]) => kept.has(name));
		document.values = Object.fromEntries(values);
	}
	return state.documentation.templates.set(updated);
}

export function archiveTemplate(state: State, template: DocumentTemplate, userId?: number): void {
	if (template.archived) return;
	const person = personOf(state, userId);
	Object.assign(template, {
		archived: true,
		archivedTime: state.now(),
		archivedBy: person && {
			id: person.id,
			displayName: `${person.firstName} ${person.lastName}`,
			deleted: false,
		},
	});
}

/** Takes all of them out of the archive, or none: a name may have gone to another since. */
export function restoreTemplates(
	state: State,
	templates: readonly DocumentTemplate[],
): readonly DocumentTemplate[] {
	for (const [at, template] of templates.entries()) {
		checkName(state, template.name, template);
		if (templates.slice(0, at).some(({ name }) => name === template.name))
			throw failure(400, `Two of the document templates have the name "${template.name}"`);
	}
	for (const template of templates)
		Object.assign(template, { archived: false, archivedTime: undefined, archivedBy: undefined });
	return templates;
}

/** Takes an archived template away, and its documents with it. */
export function deleteTemplate(state: State, { id, archived }: DocumentTemplate): void {
	if (!archived) throw failure(400, `Document template ${id} is not archived`);
	const { documents, templates } = state.documentation;
	for (const document of [...documents.all()])
		if (document.documentTemplateId === id) documents.remove(document.id);
	templates.remove(id);
}

/** Names are unique among the templates that are in use. */
function checkName({ documentation }: State, name: string, self?: DocumentTemplate) {
	const taken = documentation.templates
		.all()
		.some((other) => other.name === name && !other.archived && other.id !== self?.id);
	if (taken) throw failure(400, `A document template with the name "${name}" exists already`);
}
