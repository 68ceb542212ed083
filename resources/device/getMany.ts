import { deviceFilterText } from '../../api/deviceFilter';
import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { choice } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceFilters } from '../fields/deviceFilters';
import { simplifyDevice } from './simplify';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many devices',
	description: 'List many devices of the fleet, filtered by organization, class, state and more',
	endpoints: [devices.list, devices.listDetailed],
	fields: {
		detail: choice(
			{ displayName: 'Detail', description: 'How much NinjaOne is asked for about each device' },
			[
				{
					name: 'Basic',
					value: 'basic',
					description: 'Names, organization, class, state and times; the fastest',
				},
				{
					name: 'Detailed',
					value: 'detailed',
					description: 'Adds operating system, hardware, IP and MAC addresses, last user',
				},
			],
		),
		filters: deviceFilters(),
	},
	request: ({ detail, filters }) =>
		call(detail === 'detailed' ? devices.listDetailed : devices.list, {
			query: { df: deviceFilterText(filters) },
		}),
	simplify: simplifyDevice,
});
