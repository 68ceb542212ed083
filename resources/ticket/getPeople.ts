import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { choice, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { organizationChoice } from '../fields/organizations';

export const getPeople = operation({
	name: 'Get People',
	action: 'Get ticket people',
	description:
		'List the technicians, end users and contacts that can be requesters or assignees of tickets',
	endpoints: [tickets.people],
	fields: {
		filters: filterCollection(
			{ displayName: 'Filters', placeholder: 'Add filter' },
			{
				organizationId: organizationChoice(),
				search: optionalText({
					displayName: 'Search Text',
					description: 'A part of the first name, of the last name or of the email address',
				}),
				userType: choice({ displayName: 'User Type', description: 'Who to list' }, [
					{ name: 'Contact', value: 'CONTACT' },
					{ name: 'End User', value: 'END_USER' },
					{ name: 'Technician', value: 'TECHNICIAN' },
				]),
			},
		),
	},
	request: ({ filters: { organizationId, search, userType } }) =>
		call(tickets.people, {
			query: { clientId: organizationId, searchCriteria: search, userType },
		}),
	key: 'uid',
});
