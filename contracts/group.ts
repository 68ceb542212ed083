import { z } from 'zod';
import { answer, count, epochSeconds, id, type Row } from './shapes';

/** A saved device search. */
export const GroupSchema = answer({
	id,
	name: z.string(),
	description: z.string().optional(),
	shared: z.boolean(),
	created: epochSeconds,
	updated: epochSeconds,
	deviceCount: count,
	lastEvaluated: epochSeconds,
});
export type Group = Row<typeof GroupSchema>;

export const DeviceIdsSchema = z.array(id);
