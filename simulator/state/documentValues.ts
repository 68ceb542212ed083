import type { DocumentFieldValue, DocumentTemplate } from '../../contracts';
import { failure } from '../refusal';
import { richText } from '../richText';
import { problemWith } from '../fieldTypes';
import { fileOfContent, metadataOf } from './attachments';
import type { DocumentRecord } from './documentation';
import { type TemplateField, templateFields } from './documentTemplateFields';
import type { State } from './state';

const secretTypes = ['TEXT_ENCRYPTED', 'TOTP'];

/** The values that are set and may be read; secrets are masked. */
export const readableValues = (template: DocumentTemplate, { values }: DocumentRecord) =>
	templateFields(template)
		.filter(({ fieldApiPermission }) => fieldApiPermission?.startsWith('READ'))
		.flatMap(({ fieldName, fieldType }): DocumentFieldValue[] => {
			const kept = values[fieldName];
			if (!kept) return [];
			const value = secretTypes.includes(fieldType) ? '*****' : kept.value;
			return [{ name: fieldName, value, valueUpdateTime: kept.updateTime }];
		});

/** The values as they are once these are written; a refusal where one may not be, or does not fit. */
export function valuesAfter(
	state: State,
	template: DocumentTemplate,
	before: DocumentRecord['values'],
	written: Record<string, unknown>,
): DocumentRecord['values'] {
	const fields = templateFields(template);
	const byName = new Map(fields.map((field) => [field.fieldName, field]));
	const values = { ...before };
	for (const [name, value] of Object.entries(written)) {
		const field = byName.get(name);
		if (!field) throw failure(400, `Unknown field "${name}"`);
		checkValue(field, value);
		if (value === null) delete values[name];
		else values[name] = { value: keptValue(state, field, value), updateTime: state.now() };
	}
	const unset = fields.find((field) => field.fieldContent?.required && !values[field.fieldName]);
	if (unset) throw failure(400, `Field "${unset.fieldName}" is required`);
	return values;
}

function checkValue(field: TemplateField, value: unknown) {
	const { fieldName: name, fieldType: type, fieldContent: content } = field;
	if (!field.fieldApiPermission?.includes('WRITE'))
		throw failure(400, `Field "${name}" cannot be written by the API`);
	const problem = problemWith(value, { name, type, content });
	if (problem) throw failure(400, problem);
}

function keptValue(state: State, { fieldName, fieldType }: TemplateField, value: unknown): unknown {
	if (fieldType === 'WYSIWYG') return richText(value as { html: string });
	if (fieldType !== 'ATTACHMENT') return value;
	const { contentId } = value as { contentId: string };
	const file = fileOfContent(state, contentId);
	if (!file) throw failure(400, `Field "${fieldName}": no file ${contentId} was uploaded`);
	return metadataOf(file);
}
