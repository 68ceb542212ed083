import type { Activity, Alert } from '../../contracts';
import type { Condition } from './conditions';

/** An alert as it is kept: its device is put in when it is listed. */
export type AlertRecord = Omit<Alert, 'device'> & {
	/** Lists show the alert without its device, as NinjaOne does at times. */
	withoutDevice?: boolean;
};

/** An activity before the feed gives it its id. */
export type NewActivity = Omit<Activity, 'id'>;

/** @param graded whether the alert itself carries severity and priority; often only its activity does */
export function makeAlert(
	{ conditionName, health, severity, priority, ...condition }: Condition,
	{ graded, time, ...names }: { uid: string; deviceId: number; time: number; graded: boolean },
): AlertRecord {
	const { message, sourceType, sourceConfigUid } = condition;
	return {
		...names,
		message,
		createTime: time,
		updateTime: time,
		sourceType,
		sourceConfigUid,
		sourceName: conditionName,
		subject: conditionName,
		data: { message: { code: sourceType.toLowerCase() } },
		conditionName,
		conditionHealthStatus: health,
		useGlobalHealthStatus: false,
		...(graded && { severity, priority }),
	};
}

/** The activity that goes with an alert's beginning. */
export const triggerOf = (
	{ uid, createTime, deviceId, sourceConfigUid, sourceName, subject, message, data }: AlertRecord,
	{ severity, priority, activityType, type }: Condition,
): NewActivity => ({
	activityTime: createTime,
	deviceId,
	severity,
	priority,
	seriesUid: uid,
	activityType,
	statusCode: 'TRIGGERED',
	status: 'Triggered',
	activityResult: 'SUCCESS',
	sourceConfigUid,
	sourceName,
	subject,
	message,
	type,
	data,
});
