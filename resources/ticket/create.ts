import { operation } from '../../operations/operation';
import {
	demandDescription,
	newTicketEndpoints,
	newTicketFields,
	openTicket,
	resolveTicket,
} from './newTicket';

export const create = operation({
	name: 'Create',
	action: 'Create ticket',
	description:
		'Open a ticket for an organization. To open one ticket for one alert however often it comes, use Create or Update.',
	endpoints: newTicketEndpoints,
	fields: newTicketFields,
	async run(caller, given) {
		demandDescription(given);
		const tags = [...new Set(given.additionalFields.tags)];
		return [await openTicket(caller, given, await resolveTicket(caller, given), tags)];
	},
});
