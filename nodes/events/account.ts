import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvents } from './event';

/** What an activity about a record says of it; where NinjaOne puts the record's ID is not documented. */
const recordDetails = ({ subject, userId, data }: IDataObject): IDataObject => ({
	subject,
	createdByUserId: userId,
	data,
});

/** Where NinjaOne puts the ticket's number is not documented; known activities have it in the parameters of a message. */
function ticketIdIn(data: unknown): number | undefined {
	const { message, ticket, ...rest } = (data ?? {}) as Record<string, IDataObject | undefined>;
	const { ticketId, id } = { ...rest, ...ticket, ...(message?.params as IDataObject | undefined) };
	const found = Number(ticketId ?? id ?? NaN);
	return Number.isInteger(found) ? found : undefined;
}

/** Events about the account and its records; and any activity. */
export const accountEvents = {
	ticketCreated: {
		name: 'Ticket Created',
		description: 'A ticket was opened. Its activity tells the ID; the rest is read by Ticket: Get.',
		statusCodes: ['NINJA_TICKETING_TICKET_CREATED'],
		about: 'account',
		details: ({ data, subject }) => ({ ticketId: ticketIdIn(data), subject, data }),
	},
	organizationCreated: {
		name: 'Organization Created',
		description:
			'An organization was added to NinjaOne. Its ID is found by its name: Organization: Get Many.',
		statusCodes: ['CLIENT_CREATED'],
		about: 'account',
		details: recordDetails,
	},
	endUserCreated: {
		name: 'End User Created',
		description: 'An end user was added to NinjaOne, by a person or over the API',
		statusCodes: ['END_USER_CREATED', 'END_USER_CREATED_API'],
		about: 'account',
		details: recordDetails,
	},
	newActivity: {
		name: 'New Activity',
		description: "Anything that NinjaOne's log of activities tells, by type and status",
		statusCodes: [],
		about: 'device',
	},
} satisfies TriggerEvents;
