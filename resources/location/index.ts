import { locations } from '../../api/endpoints/locations';
import { organizations } from '../../api/endpoints/organizations';
import { call } from '../../api/request';
import { onlyWhen } from '../../operations/field';
import { choice } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { organizationLocator } from '../fields/organizations';

export const location: Resource = {
	name: 'Location',
	description: 'A site of an organization',
	operations: {
		getMany: operation({
			name: 'Get Many',
			action: 'Get many locations',
			description: 'List many locations, of all organizations or of one',
			endpoints: [locations.list, organizations.locations],
			fields: {
				scope: choice({ displayName: 'Locations Of', description: 'Whose locations to list' }, [
					{ name: 'All Organizations', value: 'all' },
					{ name: 'One Organization', value: 'organization' },
				]),
				organizationId: onlyWhen({ scope: ['organization'] }, organizationLocator()),
			},
			request: ({ organizationId: id }) =>
				id === undefined ? call(locations.list) : call(organizations.locations, { path: { id } }),
		}),
	},
};
