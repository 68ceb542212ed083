import type { IDataObject } from 'n8n-workflow';
import { contacts, contactUpdate } from '../../../../api/endpoints/contacts';
import { organizations } from '../../../../api/endpoints/organizations';
import { call } from '../../../../api/request';
import { changes } from '../../../../operations/collection';
import { optionalText } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { pickedReference } from '../../../../operations/reference';
import { firstNameLook, lastNameLook, named } from '../../fields/personFields';
import { organizationIdOf } from '../../fields/references';
import { contactIdOf, contactReference, detailFields } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update contact',
	description: 'Change fields of a contact and keep the others',
	endpoints: [contactUpdate, contacts, organizations],
	fields: {
		contactId: contactReference(),
		updateFields: changes(
			{ displayName: 'Update Fields', placeholder: 'Add field' },
			{
				...detailFields,
				firstName: named(optionalText(firstNameLook)),
				lastName: named(optionalText(lastNameLook)),
				organization: pickedReference(
					'Organization',
					'getOrganizations',
					'The organization that the contact moves to, also by name',
				),
			},
		),
	},
	async run(caller, { contactId, updateFields: { organization, ...given } }) {
		const id = await contactIdOf(caller, contactId);
		const label = 'Organization Name or ID';
		const moves = organization && {
			organizationId: await organizationIdOf(caller, organization, label),
		};
		const body = { ...given, ...moves };
		return [(await caller.send(call(contactUpdate, { path: { id }, body }))) as IDataObject];
	},
});
