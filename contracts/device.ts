import { z } from 'zod';
import { AgentBlocksSchema, VmHostSchema } from './deviceBlocks';
import { LocationSchema } from './location';
import { NodeClassSchema } from './nodeClass';
import { OrganizationSchema } from './organization';
import { PolicySchema } from './policy';
import { RoleSchema } from './role';
import { answer, epochSeconds, freeData, id, request, type Row, uid } from './shapes';
import { UserSchema } from './user';

export const WarrantySchema = request({
	startDate: epochSeconds.optional(),
	endDate: epochSeconds.optional(),
	manufacturerFulfillmentDate: epochSeconds.optional(),
});

const MaintenanceSchema = answer({
	status: z.enum(['PENDING', 'IN_MAINTENANCE', 'FAILED']),
	start: epochSeconds,
	end: epochSeconds,
	reasonMessage: z.string().optional(),
});

/** Related entities; which of them come with a row depends on the call. */
const ReferencesSchema = answer({
	organization: OrganizationSchema.optional(),
	location: LocationSchema.optional(),
	rolePolicy: PolicySchema.optional(),
	policy: PolicySchema.optional(),
	role: RoleSchema.optional(),
	warranty: WarrantySchema.optional(),
	assignedOwner: UserSchema.optional(),
	backupUsage: freeData.optional(),
});
export type References = Row<typeof ReferencesSchema>;

/** A row of the brief device lists, and the device inside an alert. */
export const DeviceSchema = answer({
	id,
	uid,
	assignedOwnerUid: uid.optional(),
	parentDeviceId: id.optional(),
	organizationId: id,
	locationId: id,
	nodeClass: NodeClassSchema,
	nodeRoleId: id,
	/** The policy that the organization gives to devices of this role. */
	rolePolicyId: id.optional(),
	/** The device's own policy, where it has one. */
	policyId: id.optional(),
	approvalStatus: z.enum(['PENDING', 'STAGED', 'APPROVED', 'DECOMMISSIONED']),
	offline: z.boolean(),
	/** Missing where nobody gave the device a name: see systemName. */
	displayName: z.string().optional(),
	systemName: z.string(),
	dnsName: z.string().optional(),
	netbiosName: z.string().optional(),
	created: epochSeconds,
	lastContact: epochSeconds,
	lastUpdate: epochSeconds,
	userData: freeData.optional(),
	tags: z.array(z.string()).optional(),
	maintenance: MaintenanceSchema.optional(),
	references: ReferencesSchema.optional(),
});
export type Device = Row<typeof DeviceSchema>;

export const DeviceDetailedSchema = DeviceSchema.extend({
	ipAddresses: z.array(z.string()),
	macAddresses: z.array(z.string()),
	publicIP: z.string().optional(),
	notes: z.array(answer({ text: z.string() })),
	deviceType: z.string().optional(),
})
	.merge(AgentBlocksSchema.partial())
	.merge(VmHostSchema.partial());
export type DeviceDetailed = Row<typeof DeviceDetailedSchema>;

export const DeviceMatchSchema = DeviceSchema.extend({
	score: z.number().int(),
	matchAttr: z.string(),
	matchAttrValue: z.string(),
});
export const DeviceSearchSchema = answer({
	query: z.string(),
	devices: z.array(DeviceMatchSchema),
});

export const DashboardLinkSchema = answer({ url: z.string().url(), expires: epochSeconds });

/** The body of PATCH device: what is left out stays; `policyId: null` goes back to the organization's policy. */
export const DevicePatchSchema = request({
	displayName: z.string(),
	userData: freeData,
	nodeRoleId: id,
	policyId: id.nullable(),
	organizationId: id,
	locationId: id,
	warranty: WarrantySchema,
}).partial();
export type DevicePatch = z.infer<typeof DevicePatchSchema>;
