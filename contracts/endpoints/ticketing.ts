import { z } from 'zod';
import { TicketContactSchema } from '../contact';
import type { Contract } from '../contract';
import { NewTicketSchema, TicketSchema, TicketStatusSchema, TicketUpdateSchema } from '../ticket';
import { BoardRunRequestSchema, BoardRunSchema, BoardSchema } from '../ticketBoard';
import { TicketAttributeSchema, TicketFormSchema } from '../ticketForm';
import { LogEntrySchema } from '../ticketLogEntry';
import { WebhookConfigurationSchema } from '../webhook';

/** Tickets and what is around them, and the webhook of a client app. */
export const ticketingContracts = {
	'POST /v2/ticketing/ticket': { request: NewTicketSchema, answer: TicketSchema },
	'GET /v2/ticketing/ticket/{ticketId}': { answer: TicketSchema },
	'PUT /v2/ticketing/ticket/{ticketId}': { request: TicketUpdateSchema, answer: TicketSchema },
	'POST /v2/ticketing/ticket/{ticketId}/comment': { form: { fields: z.record(z.string()) } },
	'GET /v2/ticketing/ticket/{ticketId}/log-entry': { answer: z.array(LogEntrySchema) },

	'GET /v2/ticketing/trigger/boards': { answer: z.array(BoardSchema) },
	'POST /v2/ticketing/trigger/board/{boardId}/run': {
		request: BoardRunRequestSchema,
		answer: BoardRunSchema,
	},
	'GET /v2/ticketing/statuses': { answer: z.array(TicketStatusSchema) },
	'GET /v2/ticketing/attributes': { answer: z.array(TicketAttributeSchema) },
	'GET /v2/ticketing/ticket-form': { answer: z.array(TicketFormSchema) },
	'GET /v2/ticketing/ticket-form/{id}': { answer: TicketFormSchema },
	'GET /v2/ticketing/app-user-contact': { answer: z.array(TicketContactSchema) },

	'PUT /v2/webhook': { request: WebhookConfigurationSchema },
	'DELETE /v2/webhook': {},
} satisfies Record<string, Contract>;
