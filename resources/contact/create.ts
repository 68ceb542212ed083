import type { IDataObject } from 'n8n-workflow';
import { contacts } from '../../api/endpoints/contacts';
import { organizations } from '../../api/endpoints/organizations';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { collection } from '../../operations/collection';
import { text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { manager, managerUidOf } from '../fields/manager';
import { firstNameLook, lastNameLook, named } from '../fields/personFields';
import { organizationIdOf, organizationReference } from '../fields/references';
import { detailFields } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create contact',
	description: 'Add a contact to an organization: somebody without an account in NinjaOne',
	endpoints: [contacts.create, organizations.list, users.list],
	fields: {
		organizationId: organizationReference(),
		firstName: named(text(firstNameLook)),
		lastName: named(text(lastNameLook)),
		additionalFields: collection(
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			{ ...detailFields, manager: manager() },
		),
	},
	async run(caller, { organizationId, firstName, lastName, additionalFields }) {
		const id = await organizationIdOf(caller, organizationId);
		const { manager, ...details } = additionalFields;
		// The name differs from that of users, and NinjaOne takes it when a contact is made alone.
		const managerUuid = await managerUidOf(caller, manager);
		const body = { organizationId: id, firstName, lastName, ...details, managerUuid };
		return [(await caller.send(call(contacts.create, { body }))) as IDataObject];
	},
});
