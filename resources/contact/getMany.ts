import { contacts } from '../../api/endpoints/contacts';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { operation } from '../../operations/operation';
import { organizationsPicked } from '../fields/records';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'List many contacts, of all organizations or of some',
	endpoints: [contacts.list],
	fields: {
		filters: filterCollection(
			{ displayName: 'Filters', placeholder: 'Add filter' },
			{ organizationIds: organizationsPicked() },
		),
	},
	request: () => call(contacts.list),
	// NinjaOne gives the contacts of all organizations.
	keep: ({ filters: { organizationIds = [] } }) =>
		organizationIds.length === 0
			? undefined
			: ({ organizationId }) => organizationIds.includes(Number(organizationId)),
});
