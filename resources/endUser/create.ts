import type { IDataObject } from 'n8n-workflow';
import { endUsers } from '../../api/endpoints/endUsers';
import { organizations } from '../../api/endpoints/organizations';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { collection } from '../../operations/collection';
import { flag, needed, text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { manager, managerUidOf } from '../fields/manager';
import { email, firstNameLook, lastNameLook, named, phone } from '../fields/personFields';
import { organizationIdOf, organizationReference } from '../fields/references';
import { fullPortalAccess } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create end user',
	description: 'Add an end user to an organization, with or without an invitation by email',
	endpoints: [endUsers.create, organizations.list, users.list],
	fields: {
		organizationId: organizationReference(),
		firstName: named(text(firstNameLook)),
		lastName: named(text(lastNameLook)),
		email: needed(email()),
		sendInvitation: flag({
			displayName: 'Send Invitation',
			description: 'Whether NinjaOne sends an invitation to the email address at once',
		}),
		additionalFields: collection(
			{ displayName: 'Additional Fields', placeholder: 'Add field' },
			{ fullPortalAccess: fullPortalAccess(), manager: manager(), phone: phone() },
		),
	},
	async run(caller, { organizationId, sendInvitation, additionalFields, ...person }) {
		const { manager, ...more } = additionalFields;
		const id = await organizationIdOf(caller, organizationId);
		const managerUid = await managerUidOf(caller, manager);
		const body = { organizationId: id, ...person, ...more, managerUid };
		const query = { sendInvitation: sendInvitation || undefined };
		return [(await caller.send(call(endUsers.create, { query, body }))) as IDataObject];
	},
});
