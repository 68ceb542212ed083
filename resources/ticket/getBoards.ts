import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';

export const getBoards = operation({
	name: 'Get Boards',
	action: 'Get ticket boards',
	description: 'List the boards on which tickets are found, with their columns',
	endpoints: [tickets.boards],
	fields: {},
	request: () => call(tickets.boards),
});
