import { z } from 'zod';
import { DeviceSchema } from './device';
import { answer, epochSeconds, freeData, id, priority, type Row, severity, uid } from './shapes';

/** An active alert. Its uid is the seriesUid of the activity that triggered it. */
export const AlertSchema = answer({
	uid,
	deviceId: id,
	message: z.string(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	sourceType: z.string(),
	sourceConfigUid: uid.optional(),
	sourceName: z.string(),
	subject: z.string(),
	userId: id.optional(),
	data: freeData.optional(),
	device: DeviceSchema.optional(),
	/** Often missing: the activity of the same series has them. */
	priority: priority.optional(),
	severity: severity.optional(),
	conditionName: z.string().optional(),
	conditionHealthStatus: z.enum(['UNKNOWN', 'HEALTHY', 'NEEDS_ATTENTION', 'UNHEALTHY']).optional(),
	useGlobalHealthStatus: z.boolean().optional(),
});
export type Alert = Row<typeof AlertSchema>;

/** The body of an alert's reset: any object; it becomes the RESET activity's data. */
export const AlertResetSchema = freeData;
