import { z } from 'zod';
import { LocationSchema } from './location';
import { answer, freeData, id, type Row } from './shapes';

export const OrganizationSchema = answer({
	id,
	name: z.string(),
	description: z.string().optional(),
	userData: freeData.optional(),
	nodeApprovalMode: z.enum(['AUTOMATIC', 'MANUAL', 'REJECT']),
});
export type Organization = Row<typeof OrganizationSchema>;

/** Which policy devices of a role get in an organization. */
export const PolicyAssignmentSchema = answer({ nodeRoleId: id, policyId: id });
export type PolicyAssignment = Row<typeof PolicyAssignmentSchema>;

const FeatureSettingsSchema = answer({
	product: z.string().optional(),
	enabled: z.boolean(),
	targets: z.array(z.string()).optional(),
	options: freeData.optional(),
});

export const OrganizationDetailedSchema = OrganizationSchema.extend({
	locations: z.array(LocationSchema),
	policies: z.array(PolicyAssignmentSchema),
	settings: z.record(FeatureSettingsSchema),
});
export type OrganizationDetailed = Row<typeof OrganizationDetailedSchema>;
