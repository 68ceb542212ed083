import { ticketForms } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';

export const getForms = operation({
	name: 'Get Forms',
	action: 'Get ticket forms',
	description: 'List the forms of tickets with their fields',
	endpoints: [ticketForms],
	fields: {},
	request: () => call(ticketForms),
});
