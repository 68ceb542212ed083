import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';

export const getContacts = operation({
	name: 'Get Contacts',
	action: 'Get ticket contacts',
	description: 'List the contacts that can be requesters of tickets',
	endpoints: [tickets.contacts],
	fields: {},
	request: () => call(tickets.contacts),
});
