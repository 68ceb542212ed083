import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';

export const getAttributes = operation({
	name: 'Get Form Fields',
	action: 'Get ticket form fields',
	description: 'List the fields that forms can add to tickets, with their types and options',
	endpoints: [tickets.attributes],
	fields: {},
	request: () => call(tickets.attributes),
});
