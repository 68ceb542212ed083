import { z } from 'zod';
import { answer, count, epochSeconds, id, request, type Row, uid } from './shapes';

const SortSchema = request({ field: z.string(), direction: z.enum(['ASC', 'DESC']) });
const RuleSchema = request({
	field: z.string(),
	operator: z.string(),
	value: z.string().optional(),
	/** Taken, and what they mean is not documented: they change nothing. */
	params: request({ repeat: z.boolean().optional(), value: z.string().optional() }).optional(),
});

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
