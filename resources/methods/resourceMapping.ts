import type {
	FieldType,
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { rowsFor } from '../../api/list';
import { isSecure, type FieldDefinition } from '../../api/typedFields/definition';
import { readDefinitions } from '../../api/typedFields/readDefinitions';
import { chosenTemplateFields } from './documentLists';
import { inEditor } from './inEditor';
import { chosenFormFields } from './ticketLists';

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
export function mapperField(field: FieldDefinition, mustBeThere = false): ResourceMapperField {
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

type ResourceMapping = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** A form over fields that NinjaOne defines. */
const form = (
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

/** Custom fields of whatever kind of record is chosen in the node. */
const getCustomFields = form(
	async (connection, context) => {
		const scope = String(context.getNodeParameter('entityType'));
		const all = await readDefinitions(rowsFor(connection));
		return all.filter(({ scopes }) => scopes.includes(scope));
	},
	{ isNew: false, none: 'NinjaOne has no custom fields for this.' },
);

/** Fields of the document template that is chosen in the node. */
const templateFields = (isNew: boolean) =>
	form(chosenTemplateFields, { isNew, none: 'The template has no fields.' });

/** Attributes of the ticket form that is chosen in the node, or of the form of the ticket there. */
const ticketFields = (isNew: boolean) =>
	form(chosenFormFields(isNew), {
		isNew,
		none: isNew
			? 'The fields of the form appear here once one is chosen that has fields of its own.'
			: "The fields of the ticket's form appear here once the ticket or a form is given, if it has any.",
	});

export const resourceMapping = {
	getCustomFields,
	getChangeableTemplateFields: templateFields(false),
	getChangeableTicketFields: ticketFields(false),
	getTemplateFields: templateFields(true),
	getTicketFields: ticketFields(true),
};
