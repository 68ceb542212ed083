import type { IDataObject } from 'n8n-workflow';
import { events } from './all';
import { sourceTypeOf } from './alerts';
import { tellsOf, type TriggerEvent } from './event';
import type { Facts } from './facts';
import type { Memory } from './memory';
import type { Wanted } from './parameters';

/** The codes and types that the activities of a wanted event can have; the user's own for any activity. */
export function activitiesOf(wanted: Wanted): Pick<TriggerEvent, 'statusCodes' | 'activityTypes'> {
	const event: TriggerEvent = events[wanted.event];
	const { activityFilters: own } = wanted;
	return {
		statusCodes: own?.statusCodes ?? event.statusCodes,
		activityTypes: own?.activityTypes ?? event.activityTypes,
	};
}

/** Whether an activity, by itself, can be what is wanted. */
export const mayBe = (wanted: Wanted, activity: IDataObject) =>
	tellsOf(activitiesOf(wanted), activity);

/** Whether what is known of an activity's alert and device matches the filters. */
export function matches(
	wanted: Wanted,
	activity: IDataObject,
	facts: Facts,
	memory: Memory,
): boolean {
	return (
		matchesAlert(wanted.alertFilters ?? {}, activity, facts, memory) &&
		matchesDevice(wanted.deviceFilters ?? {}, activity, facts)
	);
}

function matchesAlert(
	{ conditionName, priorities, severities, sourceTypes }: NonNullable<Wanted['alertFilters']>,
	activity: IDataObject,
	facts: Facts,
	memory: Memory,
): boolean {
	const alert = facts.alert(activity.seriesUid);
	const names = [alert?.conditionName, activity.sourceName].map((name) =>
		String(name ?? '').toLowerCase(),
	);
	const wantedSources = (sourceTypes ?? '').split(',').map((code) => code.trim().toUpperCase());
	return (
		(conditionName === undefined || names.includes(conditionName.toLowerCase())) &&
		isAmong(priorities, alert?.priority ?? activity.priority) &&
		isAmong(severities, alert?.severity ?? activity.severity) &&
		(sourceTypes === undefined ||
			wantedSources.includes(sourceTypeOf(activity, facts, memory) ?? 'unknown'))
	);
}

function matchesDevice(
	{
		classes,
		deviceIds,
		groupId,
		locationIds,
		organizationIds,
	}: NonNullable<Wanted['deviceFilters']>,
	{ deviceId }: IDataObject,
	facts: Facts,
): boolean {
	const device = facts.device(deviceId);
	return (
		isAmong(classes, device?.nodeClass) &&
		isAmong(deviceIds, deviceId) &&
		isAmong(locationIds, device?.locationId) &&
		isAmong(organizationIds, device?.organizationId) &&
		(groupId === undefined || facts.inGroup(groupId, deviceId))
	);
}

/** An empty choice lets everything through; what is not known is in no choice. */
const isAmong = (wanted: readonly unknown[] | undefined, value: unknown) =>
	!wanted?.length || wanted.includes(value);
