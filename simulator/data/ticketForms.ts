import {
	type TicketAttribute,
	TicketAttributeSchema,
	type TicketForm,
	TicketFormSchema,
} from '../../contracts';
import type { ValueField } from '../fieldTypes';
import { contentOf, type FieldSeed } from './customFields';
import { filled } from './filled';
import type { Random } from './random';

const firstAttributeId = 101;
const attributeSeeds: readonly FieldSeed[] = [
	['Asset label', 'TEXT', { limits: { maxCharacters: 40 } }],
	['Affected users', 'NUMERIC'],
	['Impact area', 'DROPDOWN', { options: ['Mail', 'Network', 'Printing'] }],
	['Affected systems', 'MULTI_SELECT', { options: ['ERP', 'CRM', 'Files'] }],
	['Needs a visit', 'CHECKBOX'],
	['Wanted by', 'DATE'],
	['Cost center', 'TEXT', { required: true }],
	['Old category', 'DROPDOWN', { options: ['A', 'B'] }],
	['Approved amount', 'DECIMAL'],
	['Visit at', 'DATE_TIME'],
	['Shipping address', 'TEXT_MULTILINE'],
	['Approver', 'EMAIL'],
	['Quote', 'URL'],
	['Signed order', 'ATTACHMENT'],
];

/** The form whose fields may all stay empty is the default one; the last is not in use any more. */
const formSeeds = [
	{ id: 1, name: 'Default', fields: [101, 102, 103, 104, 105, 106] },
	{ id: 2, name: 'Purchase', fields: [101, 107, 109, 111, 112, 113, 114] },
	{ id: 3, name: 'Old request', fields: [101, 108], active: false },
];

const attribute = filled(TicketAttributeSchema);
const form = filled(TicketFormSchema);

export const seedTicketAttributes = (random: Random): TicketAttribute[] =>
	attributeSeeds.map(([name, attributeType, seed = {}], at) =>
		attribute({
			id: firstAttributeId + at,
			attributeType,
			name,
			content: contentOf(seed, random),
			active: name !== 'Old category',
		}),
	);

export const seedTicketForms = (attributes: readonly TicketAttribute[]): TicketForm[] =>
	formSeeds.map(({ id, name, fields, active = true }) =>
		form({
			id,
			name,
			content: { fields },
			active,
			fields: attributes.filter((one) => fields.includes(one.id)),
			default: id === 1,
		}),
	);

/** An attribute of tickets as the field that it is. */
export const valueField = ({ name, attributeType, content }: TicketAttribute): ValueField => ({
	name,
	type: attributeType,
	content,
});
