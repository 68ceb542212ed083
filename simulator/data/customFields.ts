import type { CustomField, DefinitionScope } from '../../contracts';
import type { Random } from './random';

type Content = CustomField['content'];

/** A field in short: what it is called, its type, and what is particular about it. */
export type FieldSeed = [
	label: string,
	type: CustomField['type'],
	more?: {
		permission?: CustomField['apiPermission'];
		required?: boolean;
		/** Names of the options to choose from. */
		options?: readonly string[];
		/** Names of options that are not offered any more. */
		former?: readonly string[];
		limits?: Content['advancedSettings'];
	},
];

/** What each of the four scopes has: a field that can be written of each common type, one that cannot, one that must. */
const common: readonly FieldSeed[] = [
	['Owner department', 'TEXT', { limits: { maxCharacters: 50 } }],
	['Handover notes', 'TEXT_MULTILINE', { limits: { maxCharacters: 2000 } }],
	['Seat count', 'NUMERIC', { limits: { numericRange: { min: 0, max: 500 } } }],
	['Monthly rate', 'DECIMAL', { limits: { numericRange: { min: 0 } } }],
	['Under contract', 'CHECKBOX'],
	['Contract end', 'DATE', { limits: { dateFilters: { type: 'NONE', selected: [] } } }],
	['Last review', 'DATE_TIME'],
	['Service window', 'TIME'],
	['Support tier', 'DROPDOWN', { options: ['Gold', 'Silver', 'Bronze'], former: ['Platinum'] }],
	[
		'Covered services',
		'MULTI_SELECT',
		{ options: ['Backup', 'Monitoring', 'Patching', 'Helpdesk'] },
	],
	['Service mailbox', 'EMAIL'],
	['Wiki page', 'URL'],
	['Gateway', 'IP_ADDRESS', { limits: { ipAddressType: 'IPV4' } }],
	['Formatted notes', 'WYSIWYG'],
	['Access code', 'TEXT_ENCRYPTED'],
	['Inventory number', 'TEXT', { permission: 'READ_ONLY' }],
	['Cost center', 'TEXT', { required: true }],
];

/** Of devices alone: the rarer types, a field that can be written and not read, and one that can be neither. */
const rare: readonly FieldSeed[] = [
	['Asset text', 'TEXT'],
	['Hotline', 'PHONE'],
	['Purchase price', 'MONETARY', { limits: { monetary: { currency: 'EUR' } } }],
	['Handover record', 'ATTACHMENT'],
	['Asset identifier', 'IDENTIFIER', { permission: 'READ_ONLY' }],
	['One-time password', 'TOTP'],
	['Replacement device', 'NODE_DROPDOWN'],
	['Dependent devices', 'NODE_MULTI_SELECT'],
	['Billed organization', 'CLIENT_DROPDOWN'],
	['Served organizations', 'CLIENT_MULTI_SELECT'],
	['Storage location', 'CLIENT_LOCATION_DROPDOWN'],
	['Intake note', 'TEXT', { permission: 'WRITE_ONLY' }],
	['Internal rating', 'TEXT', { permission: 'NONE' }],
];

/** What a location and an organization lend to their devices. */
const lent: readonly FieldSeed[] = [
	['Site code', 'TEXT'],
	['Managed service', 'CHECKBOX'],
];

/** By whose they are, and how their names begin. They do not fit on one page of the default size. */
const groups: readonly [scopes: DefinitionScope[], fields: readonly FieldSeed[], prefix: string][] =
	[
		[['NODE'], common, 'device'],
		[['ORGANIZATION'], common, 'organization'],
		[['LOCATION'], common, 'location'],
		[['END_USER'], common, 'endUser'],
		[['NODE', 'LOCATION', 'ORGANIZATION'], lent, ''],
		[['NODE', 'END_USER'], [['Desk number', 'TEXT']], ''],
		[['NODE'], rare, ''],
	];

export const seedCustomFields = (random: Random, now: number): CustomField[] =>
	groups.flatMap(([definitionScope, fields, prefix]) =>
		fields.map(([label, type, seed = {}]) => {
			const name = camelCase(`${prefix} ${label}`);
			const rights = {
				technicianPermission: 'EDITABLE' as const,
				scriptPermission: 'READ_WRITE' as const,
				apiPermission: seed.permission ?? 'READ_WRITE',
			};
			const about = { description: label, definitionScope, content: contentOf(seed, random) };
			return definitionOf({ name, label, type, ...about, ...rights }, now);
		}),
	);

/** What a field says about its values. */
export const contentOf = (
	{ required = false, options = [], former = [], limits }: NonNullable<FieldSeed[2]>,
	random: Random,
): Content => {
	const option = (active: boolean) => (name: string) => ({ id: random.uuid(), name, active });
	const values = [...options.map(option(true)), ...former.map(option(false))];
	return {
		required,
		...(values.length > 0 && { values }),
		...(limits && { advancedSettings: limits }),
	};
};

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
