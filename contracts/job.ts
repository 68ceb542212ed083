import { z } from 'zod';
import { DeviceSchema } from './device';
import { answer, epochSeconds, freeData, id, type Row, uid } from './shapes';

/** A job that is still running; an ended one is in the activities alone. */
export const JobSchema = answer({
	/** The seriesUid of its activities. */
	uid,
	deviceId: id,
	message: z.string(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	sourceName: z.string(),
	subject: z.string(),
	userId: id.optional(),
	data: freeData.optional(),
	device: DeviceSchema,
	jobStatus: z.string(),
	jobResult: z.string().optional(),
	jobType: z.string(),
});
export type JobRow = Row<typeof JobSchema>;
