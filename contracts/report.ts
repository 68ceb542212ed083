import { z } from 'zod';
import { ComputerSystemSchema, OperatingSystemSchema } from './deviceBlocks';
import { answer, count, epochSeconds, id, type Row, uid } from './shapes';

/** The name is the same on every page; only the offset moves. */
export const CursorSchema = answer({
	name: z.string(),
	offset: count,
	count,
	expires: epochSeconds,
});

export const reportOf = <Result extends z.ZodTypeAny>(row: Result) =>
	answer({ cursor: CursorSchema, results: z.array(row) });

/** Whose row it is, and when it was taken. Rows of reports have no id of their own. */
const taken = { deviceId: id, timestamp: epochSeconds };

export const OperatingSystemRowSchema = OperatingSystemSchema.extend(taken);
export const ComputerSystemRowSchema = ComputerSystemSchema.extend(taken);

export const OsPatchRowSchema = answer({
	...taken,
	id: uid,
	name: z.string(),
	severity: z.string(),
	status: z.string(),
	type: z.string(),
	kbNumber: z.string(),
	installedAt: epochSeconds.optional(),
});
export type OsPatchRow = Row<typeof OsPatchRowSchema>;

export const SoftwareRowSchema = answer({
	...taken,
	name: z.string(),
	version: z.string(),
	publisher: z.string(),
	/** A date and time in text, unlike every other time. */
	installDate: z.string(),
	location: z.string(),
	/** Bytes. */
	size: count,
	productCode: z.string(),
	isSystemComponent: z.boolean(),
});
export type SoftwareRow = Row<typeof SoftwareRowSchema>;

export const DeviceHealthRowSchema = answer({
	deviceId: id,
	healthStatus: z.enum(['UNKNOWN', 'HEALTHY', 'NEEDS_ATTENTION', 'UNHEALTHY']),
	offline: z.boolean(),
	parentOffline: z.boolean(),
	alertCount: count,
	activeJobCount: count,
	pendingOSPatchesCount: count,
	failedOSPatchesCount: count,
	pendingSoftwarePatchesCount: count,
	failedSoftwarePatchesCount: count,
	activeThreatsCount: count,
	quarantinedThreatsCount: count,
	blockedThreatsCount: count,
	criticalVulnerabilityCount: count,
	highVulnerabilityCount: count,
	mediumVulnerabilityCount: count,
	lowVulnerabilityCount: count,
	installationIssuesCount: count,
	pendingRebootReason: z.string().optional(),
	avInstallStatus: z.string().optional(),
	productsInstallationStatuses: z.record(z.unknown()).optional(),
});
export type DeviceHealthRow = Row<typeof DeviceHealthRowSchema>;
