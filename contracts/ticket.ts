import { z } from 'zod';
import {
	answer,
	count,
	epochSeconds,
	id,
	priority,
	request,
	type Row,
	severity,
	uid,
} from './shapes';
import { NewLogEntrySchema } from './ticketLogEntry';

export const TicketStatusSchema = answer({
	name: z.string(),
	displayName: z.string(),
	/** Which of NinjaOne's own statuses this one is a kind of. */
	parentId: id.optional(),
	statusId: id,
});
export type TicketStatus = Row<typeof TicketStatusSchema>;

export const TicketTypeSchema = z.enum([
	'PROBLEM',
	'QUESTION',
	'INCIDENT',
	'TASK',
	'CHANGE_REQUEST',
	'SERVICE_REQUEST',
	'PROJECT',
	'APPOINTMENT',
	'MISCELLANEOUS',
]);

/** What a ticket holds of a form's field. */
export const AttributeValueSchema = answer({ id, attributeId: id, value: z.unknown() });
export type AttributeValue = Row<typeof AttributeValueSchema>;

/** A ticket as NinjaOne keeps it; boards show some of these as columns. */
export const TicketSchema = answer({
	id,
	version: count,
	nodeId: id.optional(),
	clientId: id,
	locationId: id.optional(),
	assignedAppUserId: id.optional(),
	requesterUid: uid,
	subject: z.string(),
	status: TicketStatusSchema,
	type: TicketTypeSchema,
	priority,
	severity,
	ticketFormId: id,
	source: z.string(),
	tags: z.array(z.string()),
	ccList: answer({ uids: z.array(uid), emails: z.array(z.string()) }),
	createTime: epochSeconds,
	deleted: z.boolean(),
	attributeValues: z.array(AttributeValueSchema),
	additionalAssignedTechnicianIds: z.array(id),
	followupTime: epochSeconds.optional(),
});
export type Ticket = Row<typeof TicketSchema>;

/** A ticket's fields as they are sent: some are named and shaped otherwise than in answers. */
const sent = {
	clientId: id,
	ticketFormId: id,
	subject: z.string().min(1).max(200),
	/** The status's number, as text. */
	status: z.string(),
	locationId: id.optional(),
	nodeId: id.optional(),
	type: TicketTypeSchema.optional(),
	cc: request({
		uids: z.array(uid).optional(),
		emails: z.array(z.string().email()).optional(),
	}).optional(),
	assignedAppUserId: id.optional(),
	requesterUid: uid.optional(),
	severity: severity.optional(),
	priority: priority.optional(),
	parentTicketId: id.optional(),
	tags: z.array(z.string()).optional(),
	attributes: z
		.array(request({ id: id.optional(), attributeId: id, value: z.string() }))
		.optional(),
	additionalAssignedTechnicianIds: z.array(id).optional(),
	followupTime: epochSeconds.optional(),
};

export const NewTicketSchema = request({ ...sent, description: NewLogEntrySchema.optional() });
export type NewTicket = z.infer<typeof NewTicketSchema>;

/** Takes the place of all that the ticket was. */
export const TicketUpdateSchema = request({ ...sent, version: count, requesterUid: uid });
export type TicketUpdate = z.infer<typeof TicketUpdateSchema>;
/** What a new ticket and a changed one have in common. */
export type TicketFields = Omit<NewTicket, 'description'>;
