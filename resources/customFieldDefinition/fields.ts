import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { collection, type Added } from '../../operations/collection';
import {
	choice,
	codes,
	flag,
	optionalId,
	optionalText,
	text,
	textsList,
} from '../../operations/fields';
import { jsonObject } from '../../operations/json';
import type { Fields } from '../../operations/field';
import { entityTypes } from '../customField/entity';

const permissions = [
	{ name: 'None', value: 'NONE' },
	{ name: 'Read Only', value: 'READ_ONLY' },
	{ name: 'Read/Write', value: 'READ_WRITE' },
	{ name: 'Write Only', value: 'WRITE_ONLY' },
] as const;

/** NinjaOne's types of fields. */
export const fieldTypes = [
	{ name: 'Attachment', value: 'ATTACHMENT' },
	{ name: 'Checkbox', value: 'CHECKBOX' },
	{ name: 'Date', value: 'DATE' },
	{ name: 'Date and Time', value: 'DATE_TIME' },
	{ name: 'Decimal', value: 'DECIMAL' },
	{ name: 'Device Drop-Down', value: 'NODE_DROPDOWN' },
	{ name: 'Device Multi-Select', value: 'NODE_MULTI_SELECT' },
	{ name: 'Document Drop-Down', value: 'CLIENT_DOCUMENT_DROPDOWN' },
	{ name: 'Document Multi-Select', value: 'CLIENT_DOCUMENT_MULTI_SELECT' },
	{ name: 'Drop-Down', value: 'DROPDOWN' },
	{ name: 'Email', value: 'EMAIL' },
	{ name: 'Identifier', value: 'IDENTIFIER' },
	{ name: 'IP Address', value: 'IP_ADDRESS' },
	{ name: 'Location Drop-Down', value: 'CLIENT_LOCATION_DROPDOWN' },
	{ name: 'Location Multi-Select', value: 'CLIENT_LOCATION_MULTI_SELECT' },
	{ name: 'Monetary', value: 'MONETARY' },
	{ name: 'Multi-Select', value: 'MULTI_SELECT' },
	{ name: 'Number', value: 'NUMERIC' },
	{ name: 'Organization Drop-Down', value: 'CLIENT_DROPDOWN' },
	{ name: 'Organization Multi-Select', value: 'CLIENT_MULTI_SELECT' },
	{ name: 'Phone', value: 'PHONE' },
	{ name: 'Rich Text', value: 'WYSIWYG' },
	{ name: 'Secure Text', value: 'TEXT_ENCRYPTED' },
	{ name: 'Text', value: 'TEXT' },
	{ name: 'Text With Several Lines', value: 'TEXT_MULTILINE' },
	{ name: 'Time', value: 'TIME' },
	{ name: 'TOTP', value: 'TOTP' },
	{ name: 'URL', value: 'URL' },
] as const;

export const definitionName = () =>
	text({
		displayName: 'Field Name',
		description: 'The machine name of the field, under which values are kept; not its label',
		placeholder: 'e.g. ownerDepartment',
	});

export const definitionScopes = () =>
	codes(
		{ displayName: 'Scopes', description: 'What kinds of records have the field' },
		entityTypes,
	);

/** What can be set when a field is made, and changed later. */
const common = {
	apiPermission: choice(
		{
			displayName: 'API Permission',
			description: 'What the API may do with values. Workflows need Read/Write to set them.',
		},
		permissions,
		'READ_WRITE',
	),
	advancedSettings: jsonObject({
		displayName: 'Advanced Settings',
		description:
			'Limits of the field as a JSON object in NinjaOne\'s terms, such as {"maxCharacters": 100} or {"numericRange": {"min": 0, "max": 10}}',
	}),
	defaultValue: optionalText({
		displayName: 'Default Value',
		description: 'The value of records that have none of their own',
	}),
	description: optionalText({
		displayName: 'Description',
		description: 'What the field is for',
	}),
	footerText: optionalText({
		displayName: 'Footer Text',
		description: 'A text below the field in NinjaOne',
	}),
	groupId: optionalId({
		displayName: 'Group ID',
		description: 'The numeric ID of the group of fields that it belongs to',
	}),
	optionNames: textsList({
		displayName: 'Options',
		description:
			'All options of a drop-down or multi-select field, comma-separated. On a change, options that exist keep their IDs, and those left out are deactivated.',
		placeholder: 'e.g. Green,Yellow,Red',
	}),
	required: flag({
		displayName: 'Required',
		description: 'Whether records must have a value',
	}),
	scopes: definitionScopes(),
	scriptPermission: choice(
		{ displayName: 'Script Permission', description: 'What scripts may do with values' },
		permissions,
	),
	technicianPermission: choice(
		{ displayName: 'Technician Permission', description: 'What technicians may do with values' },
		[
			{ name: 'Editable', value: 'EDITABLE' },
			{ name: 'None', value: 'NONE' },
			{ name: 'Read Only', value: 'READ_ONLY' },
		],
	),
	tooltipText: optionalText({
		displayName: 'Tooltip',
		description: 'A text that NinjaOne shows when pointing at the field',
	}),
} satisfies Fields;

const newOnly = {
	...common,
	addToDefaultTab: flag({
		displayName: 'Add to Default Tab',
		description: 'Whether the field appears on the default tab of its records',
	}),
};
const changesOnly = {
	...common,
	active: flag({ displayName: 'Active', description: 'Whether the field is in use' }, true),
	label: optionalText({ displayName: 'Label', description: 'The name that people see' }),
};

const look = { displayName: 'Additional Fields', placeholder: 'Add field' };
export const newDetails = () => collection(look, newOnly);
export const changedDetails = changesOnly;

type Details = Added<typeof newOnly> & Added<typeof changesOnly>;

/** Details in NinjaOne's form: limits, options and texts live in `content`. */
export function detailsBody(
	{ advancedSettings, footerText, optionNames, required, scopes, tooltipText, ...plain }: Details,
	present: IDataObject = {},
): IDataObject {
	const content = defined({
		advancedSettings,
		footerText,
		required,
		tooltipText,
		values: optionNames && optionValues(optionNames, (present.values ?? []) as IDataObject[]),
	});
	const changed = { ...present, ...content };
	return defined({
		...plain,
		definitionScope: scopes?.length ? scopes : undefined,
		content: Object.keys(changed).length > 0 ? changed : undefined,
	});
}

/** Options by their names: those that exist keep their ids, those left out are no longer offered. */
function optionValues(names: string[], present: IDataObject[]): IDataObject[] {
	const kept = present.map((option) => ({
		...option,
		active: names.includes(String(option.name)),
	}));
	const added = names.filter((name) => !present.some((option) => option.name === name));
	return [...kept, ...added.map((name) => ({ name }))];
}
