import { endUsers } from '../../api/endpoints/endUsers';
import { organizations } from '../../api/endpoints/organizations';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { choice, flag } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { organizationIdOf, organizationReference } from '../fields/references';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many end users',
	description: 'List many end users, of all organizations or of one',
	endpoints: [endUsers.list, organizations.endUsers, users.list, organizations.list],
	fields: {
		scope: choice({ displayName: 'End Users Of', description: 'Whose end users to list' }, [
			{ name: 'All Organizations', value: 'all' },
			{ name: 'One Organization', value: 'organization' },
		]),
		organizationId: onlyWhen({ scope: ['organization'] }, organizationReference()),
		includeRoles: flag({
			displayName: 'Include Roles',
			description: 'Whether to add the names of the roles that each end user has',
		}),
	},
	async list(caller, { organizationId, includeRoles }) {
		const withRoles = { includeRoles: includeRoles || undefined };
		if (organizationId) {
			const id = await organizationIdOf(caller, organizationId);
			return await caller.list(call(organizations.endUsers, { path: { id }, query: withRoles }));
		}
		if (!includeRoles) return await caller.list(call(endUsers.list));
		return await caller.list(call(users.list, { query: { userType: 'END_USER', ...withRoles } }));
	},
});
