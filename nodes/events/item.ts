import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { asGiven } from '../../api/nulls';
import { isoTime, toldMilliseconds } from '../../api/times';
import { deviceName } from '../../resources/fields/deviceName';
import { events, type EventName } from './all';
import type { TriggerEvent } from './event';
import { lastKnown, type Facts, type Knowledge } from './facts';

export type OutputForm = 'simplified' | 'full';

/** What one event looks like in the workflow. */
export function itemOf(
	name: EventName,
	activity: IDataObject,
	{ facts, memory }: Pick<Knowledge, 'facts' | 'memory'>,
	form: OutputForm,
): IDataObject {
	const event: TriggerEvent = events[name];
	const device = facts.device(activity.deviceId);
	const place = lastKnown({ facts, memory }, activity.deviceId);
	const flat = defined({
		event: name,
		...whenAndWhere(activity, place, facts),
		...event.details?.(activity, facts),
		// What was not to be had, so that a workflow can tell it from what there is not.
		deviceUnknown: activity.deviceId !== undefined && !device ? true : undefined,
		namesMissing: facts.lacksNames && place ? true : undefined,
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

function whenAndWhere(
	{
		id,
		activityTime,
		activityType,
		statusCode,
		message,
		severity,
		priority,
		deviceId,
	}: IDataObject,
	device: IDataObject | undefined,
	facts: Facts,
): IDataObject {
	return {
		activityId: id,
		time: isoOf(activityTime),
		activityType,
		statusCode,
		message,
		severity,
		priority,
		deviceId,
		deviceName: device ? deviceName(device) : undefined,
		organizationId: device?.organizationId ?? undefined,
		organizationName: facts.organizationName(device?.organizationId),
		locationId: device?.locationId ?? undefined,
		locationName: facts.locationName(device?.locationId),
	};
}

/** A time of NinjaOne's as ISO 8601; undefined for what is none. */
const isoOf = (time: IDataObject[string]) =>
	isoTime(typeof time === 'number' ? toldMilliseconds(time) : NaN);
