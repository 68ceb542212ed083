import type { FieldType, ILoadOptionsFunctions, ResourceMapperField } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { isSecure, type FieldDefinition } from '../../api/typedFields/definition';
import { inEditor } from '../../operations/editor/inEditor';
import type { ResourceMapping } from '../../operations/editor/methods';

/**
 * How n8n's form shows a field of each type; what is missing here is a line of text. So are several options at once:
 * the form shows a list to pick them from when asked to, and then does not keep what is picked.
 */
const shownAs: Readonly<Record<string, FieldType>> = {
	// Yes or No, not a switch: n8n fills in "off" for a switch that nobody has touched.
	CHECKBOX: 'options',
	DATE: 'dateTime',
	DATE_TIME: 'dateTime',
	DECIMAL: 'number',
	DROPDOWN: 'options',
	MONETARY: 'number',
	NUMERIC: 'number',
};

const yesOrNo = [
	{ name: 'Yes', value: true },
	{ name: 'No', value: false },
];

const choices = ({ type, options }: FieldDefinition) =>
	type === 'CHECKBOX'
		? yesOrNo
		: options.filter(({ active }) => active !== false).map(({ name }) => ({ name, value: name }));

/** What the name alone does not say about a field. */
function remarks(field: FieldDefinition): string[] {
	return [
		field.required ? 'required' : '',
		field.writable ? '' : 'read-only',
		isSecure(field) ? 'secure' : '',
		field.type === 'MULTI_SELECT'
			? `several: ${choices(field)
					.map(({ name }) => name)
					.join(', ')}`
			: '',
		field.type === 'ATTACHMENT' ? 'name of a binary field' : '',
		field.type === 'TIME' ? 'hh:mm' : '',
		field.type === 'WYSIWYG' ? 'HTML' : '',
		field.limits.maxCharacters ? `max ${field.limits.maxCharacters}` : '',
	].filter(Boolean);
}

/**
 * A field of NinjaOne's as n8n's form shows it.
 * @param mustBeThere whether a required field has to be filled in; a change may leave it as it is
 */
function mapperField(field: FieldDefinition, mustBeThere = false): ResourceMapperField {
	const about = remarks(field);
	const type = shownAs[field.type] ?? 'string';
	return {
		id: field.name,
		displayName: `${field.label}${about.length > 0 ? ` (${about.join('; ')})` : ''}`,
		required: mustBeThere && field.required && field.writable,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		type,
		readOnly: !field.writable,
		...(type === 'options' ? { options: choices(field) } : {}),
	};
}

/**
 * Loads a form over fields that NinjaOne defines.
 * @param isNew whether required fields have to be filled in; a change may leave them as they are
 * @param none what the editor says where there are no fields
 */
export const mapperForm = (
	read: (connection: Connection, context: ILoadOptionsFunctions) => Promise<FieldDefinition[]>,
	{ isNew, none }: { isNew: boolean; none: string },
): ResourceMapping =>
	async function () {
		const definitions = await inEditor(this, async (connection) => await read(connection, this));
		const fields = definitions
			.filter(({ readable, writable }) => readable || writable)
			.map((field) => mapperField(field, isNew))
			.sort((a, b) => a.displayName.localeCompare(b.displayName));
		return { fields, ...(fields.length === 0 ? { emptyFieldsNotice: none } : {}) };
	};
