import { z } from 'zod';
import { answer, count, epochSeconds, id, request, type Row, uid } from './shapes';

export const LogEntryTypeSchema = z.enum([
	'DESCRIPTION',
	'COMMENT',
	'CONDITION',
	'SAVE',
	'DELETE',
	'PRODUCT',
	'INFO',
]);

/** A description or a comment as it is sent. */
export const NewLogEntrySchema = request({
	/** Whether the requester gets to see it, by mail too. */
	public: z.boolean(),
	body: z.string().optional(),
	htmlBody: z.string().optional(),
	/** Seconds. */
	timeTracked: count.optional(),
	duplicateInIncidents: z.boolean().optional(),
});
export type NewLogEntry = z.infer<typeof NewLogEntrySchema>;

export const LogEntrySchema = answer({
	id,
	type: LogEntryTypeSchema,
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
	/** What a save changed, by the ticket's fields. */
	changeDiff: z.record(z.unknown()).optional(),
	activityId: z.number().int().positive().optional(),
});
export type LogEntry = Row<typeof LogEntrySchema>;
