import { tickets } from '../../api/endpoints/tickets';
import { needed } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { changeEndpoints, changeTicket, readTicket } from './change';
import { statusReference, ticketId } from './fields';
import { statusIdOf } from './statuses';

export const setStatus = operation({
	name: 'Set Status or Close',
	action: 'Set status of ticket or close it',
	description:
		'Set the status of a ticket by its name, such as to close, resolve or reopen it. Some accounts refuse to close a ticket directly: set Resolved there.',
	endpoints: [...changeEndpoints, tickets.statuses],
	fields: { ticketId: ticketId(), status: needed(statusReference('The new status, also by name')) },
	async run(caller, { ticketId: id, status }) {
		const change = { set: { status: String(await statusIdOf(caller, status)) }, clear: [] };
		return [await changeTicket(caller, await readTicket(caller, id), change)];
	},
});
