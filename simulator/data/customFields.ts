import type { CustomField, DefinitionScope } from '../../contracts';
import type { Random } from './random';

type Content = CustomField['content'];

/** A custom field in short: what is particular about it. */
interface FieldSeed extends Pick<CustomField, 'label' | 'type'> {
	apiPermission?: CustomField['apiPermission'];
	required?: boolean;
	/** Names of the options to choose from. */
	options?: readonly string[];
	/** Names of options that are not offered any more. */
	formerOptions?: readonly string[];
	limits?: Content['advancedSettings'];
}

/** What each of the four scopes has: a field that can be written of each common type, one that cannot, one that must. */
const common: readonly FieldSeed[] = [
	{ label: 'Owner department', type: 'TEXT', limits: { maxCharacters: 50 } },
	{ label: 'Handover notes', type: 'TEXT_MULTILINE', limits: { maxCharacters: 2000 } },
	{ label: 'Seat count', type: 'NUMERIC', limits: { numericRange: { min: 0, max: 500 } } },
	{ label: 'Monthly rate', type: 'DECIMAL', limits: { numericRange: { min: 0 } } },
	{ label: 'Under contract', type: 'CHECKBOX' },
	{ label: 'Contract end', type: 'DATE', limits: { dateFilters: { type: 'NONE', selected: [] } } },
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
	{ label: 'Gateway', type: 'IP_ADDRESS', limits: { ipAddressType: 'IPV4' } },
	{ label: 'Formatted notes', type: 'WYSIWYG' },
	{ label: 'Access code', type: 'TEXT_ENCRYPTED' },
	{ label: 'Inventory number', type: 'TEXT', apiPermission: 'READ_ONLY' },
	{ label: 'Cost center', type: 'TEXT', required: true },
];

/** What a location and an organization lend to their devices, and what devices share with people. */
const lent: readonly FieldSeed[] = [
	{ label: 'Site code', type: 'TEXT' },
	{ label: 'Managed service', type: 'CHECKBOX' },
];
const shared: readonly FieldSeed[] = [{ label: 'Desk number', type: 'TEXT' }];

/** Of devices alone: the rarer types, a field that can be written and not read, and one that can be neither. */
const rare: readonly FieldSeed[] = [
	{ label: 'Asset text', type: 'TEXT' },
	{ label: 'Hotline', type: 'PHONE' },
	{ label: 'Purchase price', type: 'MONETARY', limits: { monetary: { currency: 'EUR' } } },
	{ label: 'Handover record', type: 'ATTACHMENT' },
	{ label: 'Asset identifier', type: 'IDENTIFIER', apiPermission: 'READ_ONLY' },
	{ label: 'One-time password', type: 'TOTP' },
	{ label: 'Replacement device', type: 'NODE_DROPDOWN' },
	{ label: 'Dependent devices', type: 'NODE_MULTI_SELECT' },
	{ label: 'Billed organization', type: 'CLIENT_DROPDOWN' },
	{ label: 'Served organizations', type: 'CLIENT_MULTI_SELECT' },
	{ label: 'Storage location', type: 'CLIENT_LOCATION_DROPDOWN' },
	{ label: 'Intake note', type: 'TEXT', apiPermission: 'WRITE_ONLY' },
	{ label: 'Internal rating', type: 'TEXT', apiPermission: 'NONE' },
];

/** Fields by whose they are; names begin with the prefix. They do not fit on one page of the default size. */
const groups: readonly {
	scopes: DefinitionScope[];
	fields: readonly FieldSeed[];
	prefix?: string;
}[] = [
	{ scopes: ['NODE'], fields: common, prefix: 'device' },
	{ scopes: ['ORGANIZATION'], fields: common, prefix: 'organization' },
	{ scopes: ['LOCATION'], fields: common, prefix: 'location' },
	{ scopes: ['END_USER'], fields: common, prefix: 'endUser' },
	{ scopes: ['NODE', 'LOCATION', 'ORGANIZATION'], fields: lent },
	{ scopes: ['NODE', 'END_USER'], fields: shared },
	{ scopes: ['NODE'], fields: rare },
];

export const seedCustomFields = (random: Random, now: number): CustomField[] =>
	groups.flatMap(({ scopes, fields, prefix = '' }) =>
		fields.map(({ label, type, apiPermission = 'READ_WRITE', required = false, ...seed }) =>
			definitionOf(
				{
					name: camelCase(`${prefix} ${label}`),
					label,
					type,
					apiPermission,
					description: label,
					definitionScope: scopes,
					technicianPermission: 'EDITABLE',
					scriptPermission: 'READ_WRITE',
					content: {
						required,
						...(seed.options && { values: optionsOf(random, seed) }),
						...(seed.limits && { advancedSettings: seed.limits }),
					},
				},
				now - 300 * 86_400,
			),
		),
	);

const optionsOf = (
	random: Random,
	{ options = [], formerOptions = [] }: Omit<FieldSeed, 'label' | 'type'>,
) =>
	[...options, ...formerOptions].map((name) => ({
		id: random.uuid(),
		name,
		active: options.includes(name),
	}));

/** `device Owner department` becomes deviceOwnerDepartment. */
function camelCase(text: string) {
	const name = text.replace(/[ -]+(\w)/g, (_match, letter: string) => letter.toUpperCase());
	return name[0].toLowerCase() + name.slice(1);
}

/** A definition as NinjaOne shows it. What is not given is closed to everybody, and of devices. */
export const definitionOf = (
	given: Partial<CustomField> & Pick<CustomField, 'name' | 'label' | 'type'>,
	now: number,
): CustomField => ({
	scope: 'NODE_GLOBAL',
	definitionScope: ['NODE'],
	technicianPermission: 'NONE',
	scriptPermission: 'NONE',
	apiPermission: 'NONE',
	endUserPermission: 'HIDDEN',
	system: false,
	active: true,
	createTime: now,
	updateTime: now,
	...given,
	entityType: given.definitionScope?.[0] === 'END_USER' ? 'USER' : 'NODE',
	content: { required: false, ...given.content },
});
