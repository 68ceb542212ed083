import type { TicketAttribute, TicketForm } from '../../contracts';
import type { Random } from './random';

const day = 86_400;

/** A field of forms, in short: its name and type, the names of its options. */
type AttributeSeed = Pick<TicketAttribute, 'name' | 'attributeType'> & {
	options?: readonly string[];
	required?: boolean;
	active?: boolean;
	maxCharacters?: number;
};

const attributeSeeds: readonly AttributeSeed[] = [
	{ name: 'Asset label', attributeType: 'TEXT', maxCharacters: 40 },
	{ name: 'Affected users', attributeType: 'NUMERIC' },
	{ name: 'Impact area', attributeType: 'DROPDOWN', options: ['Mail', 'Network', 'Printing'] },
	{ name: 'Affected systems', attributeType: 'MULTI_SELECT', options: ['ERP', 'CRM', 'Files'] },
	{ name: 'Needs a visit', attributeType: 'CHECKBOX' },
	{ name: 'Wanted by', attributeType: 'DATE' },
	{ name: 'Cost center', attributeType: 'TEXT', required: true },
	{ name: 'Old category', attributeType: 'DROPDOWN', options: ['A', 'B'], active: false },
	{ name: 'Approved amount', attributeType: 'DECIMAL' },
	{ name: 'Visit at', attributeType: 'DATE_TIME' },
	{ name: 'Shipping address', attributeType: 'TEXT_MULTILINE' },
	{ name: 'Approver', attributeType: 'EMAIL' },
	{ name: 'Quote', attributeType: 'URL' },
	{ name: 'Signed order', attributeType: 'ATTACHMENT' },
];

const firstAttributeId = 101;

export function seedTicketAttributes(random: Random, now: number): TicketAttribute[] {
	return attributeSeeds.map(({ name, attributeType, active = true, ...seed }, at) => ({
		id: firstAttributeId + at,
		attributeType,
		name,
		description: `${name} of the ticket`,
		endUserOption: seed.required ? 'EDITABLE_REQUIRED' : 'EDITABLE_OPTIONAL',
		technicianOption: seed.required ? 'EDITABLE_REQUIRED' : 'EDITABLE_OPTIONAL',
		content: {
			required: seed.required ?? false,
			...(seed.options && {
				values: seed.options.map((option) => ({ id: random.uuid(), name: option, active: true })),
			}),
			...(seed.maxCharacters && { advancedSettings: { maxCharacters: seed.maxCharacters } }),
		},
		system: false,
		active,
		createTime: now - 500 * day,
		updateTime: now - 60 * day,
	}));
}

/** The form whose fields may all stay empty is the default one; the last is not in use any more. */
const formSeeds = [
	{ id: 1, name: 'Default', fields: [101, 102, 103, 104, 105, 106], active: true },
	{ id: 2, name: 'Purchase', fields: [101, 107, 109, 111, 112, 113, 114], active: true },
	{ id: 3, name: 'Old request', fields: [101, 108], active: false },
];

export const seedTicketForms = (
	attributes: readonly TicketAttribute[],
	now: number,
): TicketForm[] =>
	formSeeds.map(({ id, name, fields, active }) => ({
		id,
		name,
		description: `Form: ${name}`,
		endUserTitle: name,
		content: { fields },
		active,
		createTime: now - 500 * day,
		updateTime: now - 60 * day,
		fields: attributes.filter((attribute) => fields.includes(attribute.id)),
		default: id === 1,
	}));
