import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';

export const getStatuses = operation({
	name: 'Get Statuses',
	action: 'Get ticket statuses',
	description:
		'List the statuses that a ticket can have: those of NinjaOne, and those of the account',
	endpoints: [tickets.statuses],
	fields: {},
	request: () => call(tickets.statuses),
	key: 'statusId',
});
