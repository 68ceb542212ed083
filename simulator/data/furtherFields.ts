import type { DefinitionScope } from '../../contracts';
import type { FieldSeed } from './definitions';

type Kind = Omit<FieldSeed, 'name' | 'description' | 'scopes'>;

/** What each of the four scopes has: a field that can be written of each common type, one that cannot, one that must. */
const kinds: readonly Kind[] = [
	{ label: 'Owner department', type: 'TEXT', advancedSettings: { maxCharacters: 50 } },
	{ label: 'Handover notes', type: 'TEXT_MULTILINE', advancedSettings: { maxCharacters: 2000 } },
	{
		label: 'Seat count',
		type: 'NUMERIC',
		advancedSettings: { numericRange: { min: 0, max: 500 } },
	},
	{ label: 'Monthly rate', type: 'DECIMAL', advancedSettings: { numericRange: { min: 0 } } },
	{ label: 'Under contract', type: 'CHECKBOX' },
	{
		label: 'Contract end',
		type: 'DATE',
		advancedSettings: { dateFilters: { type: 'NONE', selected: [] } },
	},
	{ label: 'Last review', type: 'DATE_TIME' },
	{ label: 'Service window', type: 'TIME' },
	{
		label: 'Support tier',
		type: 'DROPDOWN',
		options: ['Gold', 'Silver', 'Bronze'],
		formerOptions: ['Platinum'],
	},
	{
		label: 'Covered services',
		type: 'MULTI_SELECT',
		options: ['Backup', 'Monitoring', 'Patching', 'Helpdesk'],
	},
	{ label: 'Service mailbox', type: 'EMAIL' },
	{ label: 'Wiki page', type: 'URL' },
	{ label: 'Gateway', type: 'IP_ADDRESS', advancedSettings: { ipAddressType: 'IPV4' } },
	{ label: 'Formatted notes', type: 'WYSIWYG' },
	{ label: 'Access code', type: 'TEXT_ENCRYPTED' },
	{ label: 'Inventory number', type: 'TEXT', apiPermission: 'READ_ONLY' },
	{ label: 'Cost center', type: 'TEXT', required: true },
];

const prefixes: Readonly<Record<DefinitionScope, string>> = {
	NODE: 'device',
	ORGANIZATION: 'organization',
	LOCATION: 'location',
	END_USER: 'endUser',
};

const perScope = (Object.keys(prefixes) as DefinitionScope[]).flatMap((scope) =>
	kinds.map((kind) => fieldOf(kind, [scope], prefixes[scope])),
);

/** What a location and an organization lend to their devices, and what devices share with people. */
const shared = [
	fieldOf({ label: 'Site code', type: 'TEXT' }, ['NODE', 'LOCATION', 'ORGANIZATION']),
	fieldOf({ label: 'Managed service', type: 'CHECKBOX' }, ['NODE', 'LOCATION', 'ORGANIZATION']),
	fieldOf({ label: 'Desk number', type: 'TEXT' }, ['NODE', 'END_USER']),
];

/** The rarer types, and a field that can be written and not read. */
const rare = (
	[
		{ label: 'Hotline', type: 'PHONE' },
		{
			label: 'Purchase price',
			type: 'MONETARY',
			advancedSettings: { monetary: { currency: 'EUR' } },
		},
		{ label: 'Handover record', type: 'ATTACHMENT' },
		{ label: 'Asset identifier', type: 'IDENTIFIER', apiPermission: 'READ_ONLY' },
		{ label: 'One-time password', type: 'TOTP' },
		{ label: 'Replacement device', type: 'NODE_DROPDOWN' },
		{ label: 'Dependent devices', type: 'NODE_MULTI_SELECT' },
		{ label: 'Billed organization', type: 'CLIENT_DROPDOWN' },
		{ label: 'Served organizations', type: 'CLIENT_MULTI_SELECT' },
		{ label: 'Storage location', type: 'CLIENT_LOCATION_DROPDOWN' },
		{ label: 'Intake note', type: 'TEXT', apiPermission: 'WRITE_ONLY' },
	] as const
).map((kind) => fieldOf(kind, ['NODE']));

export const furtherFields: readonly FieldSeed[] = [...perScope, ...shared, ...rare];

function fieldOf(kind: Kind, scopes: readonly DefinitionScope[], prefix = ''): FieldSeed {
	const words = `${prefix} ${kind.label}`.trim().split(/[ -]/);
	return { ...kind, scopes, name: camel(words), description: kind.label };
}

/** `device`, `Owner`, `department` become deviceOwnerDepartment. */
function camel([first, ...others]: readonly string[]) {
	const tail = others.map((word) => word[0].toUpperCase() + word.slice(1));
	return [first[0].toLowerCase() + first.slice(1), ...tail].join('');
}
