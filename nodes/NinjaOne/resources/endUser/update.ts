import type { IDataObject } from 'n8n-workflow';
import { endUserUpdate } from '../../../../api/endpoints/endUsers';
import { organizations, users } from '../../../../api/endpoints/organizations';
import { call } from '../../../../api/request';
import { changes } from '../../../../operations/collection';
import { optionalText } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { pickedReference } from '../../../../operations/reference';
import { endUserIdOf, endUserReference } from '../../fields/endUsers';
import { manager, managerUidOf } from '../../fields/manager';
import { firstNameLook, lastNameLook, named } from '../../fields/personFields';
import { organizationIdOf } from '../../fields/references';
import { fullPortalAccess } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update end user',
	description:
		'Change the name, the organization, the manager or the portal access of an end user. NinjaOne cannot change email address and phone number here.',
	endpoints: [endUserUpdate, users, organizations],
	fields: {
		endUserId: endUserReference(),
		updateFields: changes(
			{ displayName: 'Update Fields', placeholder: 'Add field' },
			{
				firstName: named(optionalText(firstNameLook)),
				fullPortalAccess: fullPortalAccess(),
				lastName: named(optionalText(lastNameLook)),
				manager: manager(),
				organization: pickedReference(
					'Organization',
					'getOrganizations',
					'The organization that the end user moves to, also by name',
				),
			},
		),
	},
	async run(caller, { endUserId, updateFields: { organization, manager, ...given } }) {
		const id = await endUserIdOf(caller, endUserId);
		const label = 'Organization Name or ID';
		const moves = organization && {
			organizationId: await organizationIdOf(caller, organization, label),
		};
		const body = { ...given, ...moves, managerUid: await managerUidOf(caller, manager) };
		return [(await caller.send(call(endUserUpdate, { path: { id }, body }))) as IDataObject];
	},
});
