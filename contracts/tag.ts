import { z } from 'zod';
import { answer, count, epochSeconds, id, type Row } from './shapes';

/** An asset tag. Device rows carry its name, device filters its id. */
export const TagSchema = answer({
	id,
	name: z.string(),
	description: z.string().optional(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	createdByUserId: id.optional(),
	updatedByUserId: id.optional(),
	targetsCount: count.optional(),
});
export type Tag = Row<typeof TagSchema>;

export const TagsSchema = answer({ tags: z.array(TagSchema) });
