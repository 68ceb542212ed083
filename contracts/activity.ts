import { z } from 'zod';
import { answer, epochSeconds, freeData, id, priority, type Row, severity, uid } from './shapes';

/** One entry of the feed. New types and codes appear over time, so they are not enumerated. */
export const ActivitySchema = answer({
	id: z.number().int().positive(),
	activityTime: epochSeconds,
	deviceId: id.optional(),
	severity,
	priority,
	/** Shared by the entries of one story: an alert and its reset, a job and its end. */
	seriesUid: uid.optional(),
	activityType: z.string(),
	statusCode: z.string(),
	/** Localised text, as are `type` and `message`. */
	status: z.string(),
	activityResult: z.string().optional(),
	sourceConfigUid: uid.optional(),
	sourceName: z.string().optional(),
	subject: z.string(),
	userId: id.optional(),
	message: z.string(),
	type: z.string(),
	data: freeData.optional(),
});
export type Activity = Row<typeof ActivitySchema>;

const activityId = z.number().int().nonnegative();

/** `lastActivityId` is the newest of the whole account, whatever was asked for. */
export const ActivitiesSchema = answer({
	lastActivityId: activityId,
	activities: z.array(ActivitySchema),
});

export const DeviceActivitiesSchema = ActivitiesSchema.extend({ lastNodeActivityId: activityId });
