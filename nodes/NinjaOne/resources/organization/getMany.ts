import { organizations, organizationsDetailed } from '../../../../api/endpoints/organizations';
import { call } from '../../../../api/request';
import { choice } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many organizations',
	description: 'List many organizations, with or without their locations and policies',
	endpoints: [organizations, organizationsDetailed],
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
	},
	request: ({ detail }) => call(detail === 'detailed' ? organizationsDetailed : organizations),
});
