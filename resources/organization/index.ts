import { organizations } from '../../api/endpoints/organizations';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { choice, optionalText } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { organizationId, organizationLocator } from '../fields/organizations';

export const organization: Resource = {
	name: 'Organization',
	description: 'A customer or department whose devices NinjaOne manages',
	operations: {
		get: operation({
			name: 'Get',
			action: 'Get organization',
			description: 'Get one organization with its locations and policy assignments',
			endpoint: organizations.get,
			fields: { organizationId: organizationLocator() },
			fill: ({ organizationId: id }) => ({ path: { id } }),
		}),

		getDevices: operation({
			name: 'Get Devices',
			action: 'Get devices of organization',
			description: 'List the devices of one organization, found by its name or ID',
			endpoint: organizations.devices,
			fields: { organizationId: organizationId() },
			fill: ({ organizationId: id }) => ({ path: { id } }),
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many organizations',
			description: 'List many organizations, with or without their locations and policies',
			endpoints: [organizations.list, organizations.listDetailed],
			fields: {
				detail: choice(
					{
						displayName: 'Detail',
						description: 'How much NinjaOne is asked for about each organization',
					},
					[
						{ name: 'Basic', value: 'basic', description: 'Name, description and approval mode' },
						{
							name: 'Detailed',
							value: 'detailed',
							description: 'Adds locations, policy assignments and settings',
						},
					],
				),
				filters: filterCollection(
					{ displayName: 'Filters', placeholder: 'Add filter' },
					{
						raw: optionalText({
							displayName: 'Raw Organization Filter',
							description:
								"A filter in NinjaOne's own language, which is not documented. Scripts in use ask for the value of a custom field.",
							placeholder: 'e.g. cf=region=North',
						}),
					},
				),
			},
			request: ({ detail, filters }) =>
				call(detail === 'detailed' ? organizations.listDetailed : organizations.list, {
					query: { of: filters.raw },
				}),
		}),
	},
};
