import { z } from 'zod';
import { answer, freeData, id, type Row } from './shapes';

export const LocationSchema = answer({
	id,
	name: z.string(),
	address: z.string().optional(),
	description: z.string().optional(),
	userData: freeData.optional(),
});
export type Location = Row<typeof LocationSchema>;

/** A row of the list over all organizations, which says whose location it is. */
export const LocationInListSchema = LocationSchema.extend({ organizationId: id });
export type LocationInList = Row<typeof LocationInListSchema>;
