import type { IDataObject } from 'n8n-workflow';
import { endUsers } from '../../api/endpoints/endUsers';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { changes } from '../../operations/collection';
import { optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { endUserIdOf, endUserReference } from '../fields/endUsers';
import { manager, managerUidOf } from '../fields/manager';
import { firstNameLook, lastNameLook, named } from '../fields/personFields';
import { organizationPicked } from '../fields/records';
import { fullPortalAccess } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update end user',
	description:
		'Change the name, the organization, the manager or the portal access of an end user. NinjaOne cannot change email address and phone number here.',
	endpoints: [endUsers.update, users.list],
	fields: {
		endUserId: endUserReference(),
		updateFields: changes(
			{ displayName: 'Update Fields', placeholder: 'Add field' },
			{
				firstName: named(optionalText(firstNameLook)),
				fullPortalAccess: fullPortalAccess(),
				lastName: named(optionalText(lastNameLook)),
				manager: manager(),
				organization: organizationPicked(
					'The organization that the end user moves to, also by name',
				),
			},
		),
	},
	async run(caller, { endUserId, updateFields: { organization, manager, ...given } }) {
		const id = await endUserIdOf(caller, endUserId);
		const managerUid = await managerUidOf(caller, manager);
		const body = { ...given, organizationId: organization, managerUid };
		return [(await caller.send(call(endUsers.update, { path: { id }, body }))) as IDataObject];
	},
});
