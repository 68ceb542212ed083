import type { IDataObject } from 'n8n-workflow';
import { contactCreate } from '../../../../api/endpoints/contacts';
import { organizations } from '../../../../api/endpoints/organizations';
import { call } from '../../../../api/request';
import { collection } from '../../../../operations/collection';
import { text } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { firstNameLook, lastNameLook, named } from '../../fields/personFields';
import { organizationIdOf, organizationReference } from '../../fields/references';
import { detailFields } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create contact',
	description: 'Add a contact to an organization: somebody without an account in NinjaOne',
	endpoints: [contactCreate, organizations],
	fields: {
		organizationId: organizationReference(),
		firstName: named(text(firstNameLook)),
		lastName: named(text(lastNameLook)),
		additionalFields: collection(
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			detailFields,
		),
	},
	async run(caller, { organizationId, firstName, lastName, additionalFields }) {
		const id = await organizationIdOf(caller, organizationId);
		const body = { organizationId: id, firstName, lastName, ...additionalFields };
		return [(await caller.send(call(contactCreate, { body }))) as IDataObject];
	},
});
