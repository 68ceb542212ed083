import type { TicketAttribute, TicketForm } from '../../contracts';
import type { ValueField } from '../fieldTypes';
import type { Random } from './random';

/** A field of forms, in short: what is particular about it. */
type AttributeSeed = [
	name: string,
	type: TicketAttribute['attributeType'],
	more?: {
		options?: readonly string[];
		required?: boolean;
		active?: boolean;
		maxCharacters?: number;
	},
];

const attributeSeeds: readonly AttributeSeed[] = [
	['Asset label', 'TEXT', { maxCharacters: 40 }],
	['Affected users', 'NUMERIC'],
	['Impact area', 'DROPDOWN', { options: ['Mail', 'Network', 'Printing'] }],
	['Affected systems', 'MULTI_SELECT', { options: ['ERP', 'CRM', 'Files'] }],
	['Needs a visit', 'CHECKBOX'],
	['Wanted by', 'DATE'],
	['Cost center', 'TEXT', { required: true }],
	['Old category', 'DROPDOWN', { options: ['A', 'B'], active: false }],
	['Approved amount', 'DECIMAL'],
	['Visit at', 'DATE_TIME'],
	['Shipping address', 'TEXT_MULTILINE'],
	['Approver', 'EMAIL'],
	['Quote', 'URL'],
	['Signed order', 'ATTACHMENT'],
];

const firstAttributeId = 101;
const day = 86_400;
const times = (now: number) => ({ createTime: now - 500 * day, updateTime: now - 60 * day });

export const seedTicketAttributes = (random: Random, now: number): TicketAttribute[] =>
	attributeSeeds.map(([name, attributeType, seed = {}], at) => {
		const { options, required = false, active = true, maxCharacters } = seed;
		const option = required ? 'EDITABLE_REQUIRED' : 'EDITABLE_OPTIONAL';
		return {
			id: firstAttributeId + at,
			attributeType,
			name,
			description: `${name} of the ticket`,
			endUserOption: option,
			technicianOption: option,
			content: {
				required,
				...(options && {
					values: options.map((text) => ({ id: random.uuid(), name: text, active: true })),
				}),
				...(maxCharacters && { advancedSettings: { maxCharacters } }),
			},
			system: false,
			active,
			...times(now),
		};
	});

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
		...times(now),
		fields: attributes.filter((attribute) => fields.includes(attribute.id)),
		default: id === 1,
	}));

/** An attribute of tickets as the field that it is. */
export const valueField = ({ name, attributeType, content }: TicketAttribute): ValueField => ({
	name,
	type: attributeType,
	content,
});
