import type { IDataObject } from 'n8n-workflow';
import { contacts } from '../../api/endpoints/contacts';
import { call } from '../../api/request';
import { optionalText } from '../../operations/fields';
import type { Caller } from '../../operations/operation';
import { idOf, reference, type Reference } from '../../operations/reference';
import { email, named, phone } from '../fields/personFields';
import { personName } from '../fields/personName';

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
		rows: async () => await caller.rowsOnce(call(contacts.list)),
		names: (row: IDataObject) => [personName(row), row.email],
		about: ({ email, organizationId }) =>
			[email, organizationId && `organization ${String(organizationId)}`]
				.filter(Boolean)
				.join(', '),
	});

/** How to reach a contact, and what the contact does. */
export const detailFields = {
	email: email(),
	jobTitle: named(
		optionalText({ displayName: 'Job Title', description: 'What the contact does there' }),
	),
	phone: phone(),
};
