import { operation } from '../../operations/operation';
import { changeEndpoints, changeTicket, readTicket } from './change';
import { requiredRecordChoice } from '../../operations/record';
import { ticketId } from './fields';
import { statusList } from './lists';

export const setStatus = operation({
	name: 'Set Status or Close',
	action: 'Set status of ticket or close it',
	description:
		'Set the status of a ticket by its name, such as to close, resolve or reopen it. Some accounts refuse to close a ticket directly: set Resolved there.',
	endpoints: changeEndpoints,
	fields: {
		ticketId: ticketId(),
		status: requiredRecordChoice('Status', statusList, 'The new status, also by name'),
	},
	async run(caller, { ticketId: id, status }) {
		const change = { set: { status: String(status) }, clear: [] };
		return [await changeTicket(caller, await readTicket(caller, id), change)];
	},
});
