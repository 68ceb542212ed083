import { endUsers } from '../../api/endpoints/endUsers';
import { organizations } from '../../api/endpoints/organizations';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { changes, collection } from '../../operations/collection';
import { onlyWhen } from '../../operations/field';
import { choice, flag, needed } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { organizationChoice, organizationId } from '../fields/organizations';
import { endUserId, managerUid } from '../fields/people';
import { changedNames, email, newNames, phone } from '../fields/personFields';
import { deleteEndUser } from './delete';

const fullPortalAccess = flag({
	displayName: 'Full Portal Access',
	description: 'Whether the end user has full access to the portal',
});

export const endUser: Resource = {
	name: 'End User',
	description: 'Somebody at an organization who has an account in NinjaOne, such as for its portal',
	operations: {
		create: operation({
			name: 'Create',
			action: 'Create end user',
			description: 'Add an end user to an organization, with or without an invitation by email',
			endpoint: endUsers.create,
			fields: {
				organizationId: organizationId(),
				...newNames(),
				email: needed(email()),
				sendInvitation: flag({
					displayName: 'Send Invitation',
					description: 'Whether NinjaOne sends an invitation to the email address at once',
				}),
				additionalFields: collection(
					{ displayName: 'Additional Fields', placeholder: 'Add field' },
					{ fullPortalAccess, manager: managerUid(), phone: phone() },
				),
			},
			fill: ({ sendInvitation, additionalFields: { manager, ...more }, ...person }) => ({
				query: { sendInvitation: sendInvitation || undefined },
				body: { ...person, ...more, managerUid: manager },
			}),
		}),

		delete: deleteEndUser,

		get: operation({
			name: 'Get',
			action: 'Get end user',
			description:
				'Get one end user by email address, name or ID, with the IDs of the devices that are assigned',
			endpoint: endUsers.get,
			fields: { endUserId: endUserId() },
			fill: ({ endUserId: id }) => ({ path: { id } }),
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many end users',
			description: 'List many end users, of all organizations or of one',
			endpoints: [endUsers.list, organizations.endUsers, users.list],
			fields: {
				scope: choice({ displayName: 'End Users Of', description: 'Whose end users to list' }, [
					{ name: 'All Organizations', value: 'all' },
					{ name: 'One Organization', value: 'organization' },
				]),
				organizationId: onlyWhen({ scope: ['organization'] }, organizationId()),
				includeRoles: flag({
					displayName: 'Include Roles',
					description: 'Whether to add the names of the roles that each end user has',
				}),
			},
			request({ organizationId: id, includeRoles }) {
				const withRoles = { includeRoles: includeRoles || undefined };
				if (id) return call(organizations.endUsers, { path: { id }, query: withRoles });
				if (!includeRoles) return call(endUsers.list);
				return call(users.list, { query: { userType: 'END_USER', ...withRoles } });
			},
		}),

		update: operation({
			name: 'Update',
			action: 'Update end user',
			description:
				'Change the name, the organization, the manager or the portal access of an end user. NinjaOne cannot change email address and phone number here.',
			endpoint: endUsers.update,
			fields: {
				endUserId: endUserId(),
				updateFields: changes(
					{ displayName: 'Update Fields', placeholder: 'Add field' },
					{
						...changedNames(),
						fullPortalAccess,
						manager: managerUid(),
						organization: organizationChoice(
							'The organization that the end user moves to, also by name',
						),
					},
				),
			},
			fill: ({ endUserId: id, updateFields: { organization, manager, ...given } }) => ({
				path: { id },
				body: { ...given, organizationId: organization, managerUid: manager },
			}),
		}),
	},
};
