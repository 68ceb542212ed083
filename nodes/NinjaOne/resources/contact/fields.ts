import type { IDataObject } from 'n8n-workflow';
import { contacts } from '../../../../api/endpoints/contacts';
import { inputError } from '../../../../api/errors';
import { call } from '../../../../api/request';
import type { Field } from '../../../../operations/field';
import { optionalText, upTo } from '../../../../operations/fields';
import type { Caller } from '../../../../operations/operation';
import { idOf, reference, type Reference } from '../../../../operations/reference';
import { personName } from '../../fields/personName';

/** A contact by name, email address or ID. An operation that has it declares `contacts`. */
export const contactReference = () =>
	reference({
		displayName: 'Contact',
		description:
			'The contact: picked from the list, or given by full name, email address or numeric ID',
		searchMethod: 'searchContacts',
		example: '80001',
	});

export const contactIdOf = async (caller: Caller, given: Reference): Promise<number> =>
	await idOf(given, {
		label: 'Contact',
		rows: async () =>
			await caller.shared('contacts', async () => await caller.rows(call(contacts))),
		names: (row: IDataObject) => [personName(row), row.email],
		about: ({ email, organizationId }) =>
			`${String(email)}, organization ${String(organizationId)}`,
	});

const longestName = 150;

export const firstNameLook = { displayName: 'First Name', description: 'The given name' };
export const lastNameLook = { displayName: 'Last Name', description: 'The family name' };
export const named = <T extends string | undefined>(field: Field<T>) => upTo(longestName, field);

/** How to reach a contact, and what the contact does. */
export const detailFields = {
	email: email(),
	jobTitle: named(
		optionalText({ displayName: 'Job Title', description: 'What the contact does there' }),
	),
	phone: optionalText({ displayName: 'Phone', description: 'The phone number' }),
};

function email(): Field<string | undefined> {
	const field = optionalText({
		displayName: 'Email',
		description: 'The email address',
		placeholder: 'e.g. name@example.com',
	});
	return {
		...field,
		parse(value, context) {
			const given = field.parse(value, context);
			if (given === undefined || /^[^\s@]+@[^\s@]+$/.test(given)) return given;
			throw inputError(context.label, `is not an email address: "${given}"`);
		},
	};
}
