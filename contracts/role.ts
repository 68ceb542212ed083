import { z } from 'zod';
import { NodeClassSchema } from './nodeClass';
import { answer, epochSeconds, id, type Row } from './shapes';

/** A device role, such as Windows Laptop. */
export const RoleSchema = answer({
	id,
	name: z.string(),
	description: z.string().optional(),
	nodeClass: NodeClassSchema,
	custom: z.boolean(),
	chassisType: z.enum(['UNKNOWN', 'DESKTOP', 'LAPTOP', 'MOBILE']),
	created: epochSeconds,
	nodeRoleParentId: id.optional(),
	icon: z.string().optional(),
});
export type Role = Row<typeof RoleSchema>;
