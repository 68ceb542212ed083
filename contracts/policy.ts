import { z } from 'zod';
import { NodeClassSchema } from './nodeClass';
import { answer, epochSeconds, id, type Row } from './shapes';

export const PolicySchema = answer({
	id,
	parentPolicyId: id.optional(),
	name: z.string(),
	description: z.string().optional(),
	nodeClass: NodeClassSchema,
	updated: epochSeconds,
	nodeClassDefault: z.boolean(),
});
export type Policy = Row<typeof PolicySchema>;
