import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { asGiven } from '../../api/nulls';
import { isoTime, asMilliseconds } from '../../api/times';
import { events, type EventName } from './all';
import { lastKnown, type Knowledge } from './event';
import { placeOf } from './names';

export type OutputForm = 'simplified' | 'full';

/** What one event looks like in the workflow. */
export function itemOf(
	name: EventName,
	activity: IDataObject,
	knowledge: Knowledge,
	form: OutputForm,
): IDataObject {
	const { facts } = knowledge;
	const { activityTime, deviceId } = activity;
	const device = facts.device(deviceId);
	const seen = lastKnown(knowledge, deviceId);
	const flat = defined({
		event: name,
		activityId: activity.id,
		time: typeof activityTime === 'number' ? isoTime(asMilliseconds(activityTime)) : undefined,
		activityType: activity.activityType,
		statusCode: activity.statusCode,
		message: activity.message,
		severity: activity.severity,
		priority: activity.priority,
		deviceId,
		...placeOf(seen, facts.names),
		...events[name].details?.(activity, facts),
		// What was not to be had, so that a workflow can tell it from what there is not.
		deviceUnknown: deviceId !== undefined && !device ? true : undefined,
		namesMissing: facts.names.isIncomplete && seen ? true : undefined,
	});
	if (form === 'simplified') return flat;
	const alert = facts.alert(activity.seriesUid);
	return defined({
		...flat,
		activity: asGiven(activity),
		device: device && asGiven(device),
		alert: alert && asGiven(alert),
	});
}
