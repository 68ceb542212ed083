import { z } from 'zod';
import { answer, count, epochSeconds, id, request, type Row, uid } from './shapes';

const SortSchema = request({ field: z.string(), direction: z.enum(['ASC', 'DESC']) });
const RuleSchema = request({
	field: z.string(),
	operator: z.string(),
	value: z.string().optional(),
});
export type BoardSort = z.infer<typeof SortSchema>;
export type BoardRule = z.infer<typeof RuleSchema>;

export const BoardSchema = answer({
	id,
	uid,
	name: z.string(),
	description: z.string(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	system: z.boolean(),
	columns: z.array(z.string()),
	sortBy: z.array(SortSchema),
	ticketCount: count,
});
export type Board = Row<typeof BoardSchema>;

export const BoardRunRequestSchema = request({
	sortBy: z.array(SortSchema),
	filters: z.array(RuleSchema),
	pageSize: z.number().int().positive(),
	searchCriteria: z.string().max(512),
	includeColumns: z.array(z.string()),
	lastCursorId: count,
}).partial();
export type BoardRunRequest = z.infer<typeof BoardRunRequestSchema>;

/** Rows hold the board's columns alone, unless more were asked for. */
export const BoardRunSchema = answer({
	data: z.array(z.record(z.unknown())),
	metadata: answer({
		columns: z.array(z.string()),
		sortBy: z.array(SortSchema),
		filters: z.array(RuleSchema),
		allColumns: z.array(z.string()),
		allRequiredColumns: z.array(z.string()),
		lastCursorId: count,
	}),
});

export const TicketStatusSchema = answer({
	name: z.string(),
	displayName: z.string(),
	parentId: id.optional(),
	statusId: id,
});

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
	type: z.string(),
	priority: z.string(),
	severity: z.string(),
	ticketFormId: id,
	source: z.string(),
	tags: z.array(z.string()),
	createTime: epochSeconds,
	deleted: z.boolean(),
});
export type Ticket = Row<typeof TicketSchema>;

export const LogEntrySchema = answer({
	id,
	type: z.enum(['DESCRIPTION', 'COMMENT', 'CONDITION', 'SAVE', 'DELETE', 'PRODUCT', 'INFO']),
	body: z.string(),
	htmlBody: z.string(),
	publicEntry: z.boolean(),
	system: z.boolean(),
	createTime: epochSeconds,
	appUserContactUid: uid.optional(),
	appUserContactId: id.optional(),
	appUserContactType: z.enum(['TECHNICIAN', 'END_USER', 'CONTACT']).optional(),
	/** Seconds. */
	timeTracked: count.optional(),
});
export type LogEntry = Row<typeof LogEntrySchema>;

/** Whoever can be a ticket's requester or assignee. */
export const TicketContactSchema = answer({
	naturalId: z.string(),
	uid,
	id,
	clientId: id.optional(),
	firstName: z.string(),
	lastName: z.string(),
	email: z.string(),
	userType: z.enum(['TECHNICIAN', 'END_USER', 'CONTACT']),
});
export type TicketContact = Row<typeof TicketContactSchema>;
