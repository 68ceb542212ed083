import { z } from 'zod';
import { DeviceSchema } from './device';
import {
	ComputerSystemSchema,
	OperatingSystemSchema,
	ProcessorSchema,
	VolumeSchema,
} from './deviceBlocks';
import {
	BackupUsageSchema,
	DiskDriveSchema,
	LoggedOnUserSchema,
	NetworkInterfaceSchema,
} from './inventory';
import { OsPatchSchema, SoftwarePatchSchema } from './patch';
import { answer, count, epochSeconds, id, type Row } from './shapes';
import { WindowsServiceSchema } from './windowsService';

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

export const OsPatchRowSchema = OsPatchSchema.extend(taken);
export type OsPatchRow = Row<typeof OsPatchRowSchema>;
export const SoftwarePatchRowSchema = SoftwarePatchSchema.extend(taken);

export const DiskRowSchema = DiskDriveSchema.extend(taken);
export const VolumeRowSchema = VolumeSchema.extend(taken);
export const ProcessorRowSchema = ProcessorSchema.extend(taken);
export const WindowsServiceRowSchema = WindowsServiceSchema.extend(taken);
export const NetworkInterfaceRowSchema = NetworkInterfaceSchema.extend({ deviceId: id });
export const LoggedOnUserRowSchema = LoggedOnUserSchema.extend({ deviceId: id });

/** The odd one out: rows are devices, with their usage among the references. */
export const BackupUsageRowSchema = DeviceSchema.extend({
	references: answer({ backupUsage: BackupUsageSchema }),
});

export const InstalledSoftwareSchema = answer({
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
export const SoftwareRowSchema = InstalledSoftwareSchema.extend(taken);

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
