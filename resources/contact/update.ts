import type { IDataObject } from 'n8n-workflow';
import { contacts } from '../../api/endpoints/contacts';
import { call } from '../../api/request';
import { changes } from '../../operations/collection';
import { optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { firstNameLook, lastNameLook, named } from '../fields/personFields';
import { organizationPicked } from '../fields/records';
import { contactIdOf, contactReference, detailFields } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update contact',
	description: 'Change fields of a contact and keep the others',
	endpoints: [contacts.update, contacts.list],
	fields: {
		contactId: contactReference(),
		updateFields: changes(
			{ displayName: 'Update Fields', placeholder: 'Add field' },
			{
				...detailFields,
				firstName: named(optionalText(firstNameLook)),
				lastName: named(optionalText(lastNameLook)),
				organization: organizationPicked(
					'The organization that the contact moves to, also by name',
				),
			},
		),
	},
	async run(caller, { contactId, updateFields: { organization, ...given } }) {
		const id = await contactIdOf(caller, contactId);
		const body = { ...given, organizationId: organization };
		return [(await caller.send(call(contacts.update, { path: { id }, body }))) as IDataObject];
	},
});
