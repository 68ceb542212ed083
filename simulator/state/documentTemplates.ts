import type { DocumentTemplate, NewDocumentTemplate } from '../../contracts';
import { itemsOf, templateFields } from './documentTemplateFields';
import type { State } from './state';

/** A template as it is once it is written: what is left out stays, but a list of fields is the whole list. */
export function templateFrom(
	state: State,
	{ fields, ...wish }: NewDocumentTemplate,
	before?: DocumentTemplate,
): Omit<DocumentTemplate, 'id'> {
	const known = before?.fields ?? [];
	return {
		allowMultiple: true,
		mandatory: false,
		availableToAllTechnicians: true,
		allowedTechnicianRoles: [],
		archived: false,
		createTime: state.now(),
		...before,
		...wish,
		fields: fields ? itemsOf(state, fields, known) : known,
		updateTime: state.now(),
	};
}

const documentsOf = ({ documentation }: State, { id }: DocumentTemplate) =>
	documentation.documents.all().filter(({ documentTemplateId }) => documentTemplateId === id);

/** Documents lose the values of fields that their template does not have any more. */
export function dropLostValues(state: State, template: DocumentTemplate): void {
	const kept = new Set(templateFields(template).map(({ fieldName }) => fieldName));
	for (const document of documentsOf(state, template)) {
		const values = Object.entries(document.values).filter(([name]) => kept.has(name));
		document.values = Object.fromEntries(values);
	}
}

export function deleteDocumentsOf(state: State, template: DocumentTemplate): void {
	for (const { id } of documentsOf(state, template)) state.documentation.documents.remove(id);
}
