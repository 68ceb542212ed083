import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';

export const getForms = operation({
	name: 'Get Forms',
	action: 'Get ticket forms',
	description: 'List the forms of tickets with their fields',
	endpoints: [tickets.forms],
	fields: {},
	request: () => call(tickets.forms),
});
