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
	condition: Condition,
	{ uid, deviceId, time, graded }: { uid: string; deviceId: number; time: number; graded: boolean },
): AlertRecord {
	return {
		uid,
		deviceId,
		message: condition.message,
		createTime: time,
		updateTime: time,
		sourceType: condition.sourceType,
		sourceConfigUid: condition.sourceConfigUid,
		sourceName: condition.conditionName,
		subject: condition.conditionName,
		data: { message: { code: condition.sourceType.toLowerCase() } },
		conditionName: condition.conditionName,
		conditionHealthStatus: condition.health,
		useGlobalHealthStatus: false,
		...(graded && { severity: condition.severity, priority: condition.priority }),
	};
}

/** The activity that goes with an alert's beginning. */
export function triggerOf(alert: AlertRecord, condition: Condition): NewActivity {
	return {
		activityTime: alert.createTime,
		deviceId: alert.deviceId,
		severity: condition.severity,
		priority: condition.priority,
		seriesUid: alert.uid,
		activityType: condition.activityType,
		statusCode: 'TRIGGERED',
		status: 'Triggered',
		activityResult: 'SUCCESS',
		sourceConfigUid: alert.sourceConfigUid,
		sourceName: alert.sourceName,
		subject: alert.subject,
		message: alert.message,
		type: condition.type,
		data: alert.data,
	};
}
