import { z } from 'zod';
import { answer, epochSeconds, id, personName as name, request, type Row, uid } from './shapes';

/** Somebody at an organization who has no account. */
export const ContactSchema = answer({
	id,
	organizationId: id,
	uid,
	firstName: z.string(),
	lastName: z.string(),
	email: z.string().optional(),
	phone: z.string().optional(),
	jobTitle: z.string().optional(),
});
export type Contact = Row<typeof ContactSchema>;

const ContactFieldsSchema = request({
	organizationId: id,
	firstName: name,
	lastName: name,
	email: z.string().email().optional(),
	phone: z.string().optional(),
	jobTitle: z.string().max(150).optional(),
});

export const ContactPatchSchema = ContactFieldsSchema.partial();

export const ContactCreateSchema = ContactFieldsSchema.extend({ managerUuid: uid.optional() });

/** A person as others point to one. */
const PersonSchema = answer({
	uid,
	id,
	firstName: z.string(),
	lastName: z.string(),
	email: z.string(),
	deleted: z.boolean(),
	userType: z.string(),
	displayName: z.string(),
});

/** The same contact as ticketing tells of it. */
export const TicketingContactSchema = answer({
	id,
	clientId: id,
	clientName: z.string(),
	uid,
	firstName: z.string(),
	lastName: z.string(),
	email: z.string().optional(),
	phone: z.string().optional(),
	jobTitle: z.string().optional(),
	displayName: z.string(),
	manager: PersonSchema.optional(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
});

/** Whoever can be a ticket's requester or assignee. */
export const TicketContactSchema = answer({
	naturalId: z.string(),
	uid,
	id,
	clientId: id.optional(),
	firstName: z.string(),
	lastName: z.string(),
	email: z.string().optional(),
	userType: z.enum(['TECHNICIAN', 'END_USER', 'CONTACT']),
});
export type TicketContact = Row<typeof TicketContactSchema>;
