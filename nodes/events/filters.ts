import type { IDataObject } from 'n8n-workflow';
import { events } from './all';
import { agentOffline, mayStillCome, sourceTypeOf } from './alerts';
import { tellsOf, type TriggerEvent } from './event';
import { allOf, lastKnown, type Knowledge, type Verdict } from './facts';
import type { Wanted } from './parameters';

/** The codes and types that the activities of a wanted event can have; the user's own for any activity. */
export function activitiesOf(
	wanted: Wanted,
): Pick<TriggerEvent, 'statusCodes' | 'activityTypes'> & { taughtBy: readonly string[] } {
	const event: TriggerEvent = events[wanted.event];
	const { activityFilters: own } = wanted;
	return {
		statusCodes: own?.statusCodes ?? event.statusCodes,
		activityTypes: own?.activityTypes ?? event.activityTypes,
		taughtBy: sourceTypesFor([wanted]).length > 0 ? (event.taughtBy ?? []) : [],
	};
}

/** Whether an activity, by itself, can be what is wanted. */
export const mayBe = (wanted: Wanted, activity: IDataObject) =>
	tellsOf(activitiesOf(wanted), activity);

/** Whether an activity teaches what the wanted event will not tell. */
export const isTaughtBy = (wanted: Wanted, { statusCode }: IDataObject) =>
	activitiesOf(wanted).taughtBy.includes(String(statusCode));

/** The source types that events depend on: which conditions raise such alerts is remembered. */
export const sourceTypesFor = (wanted: readonly Wanted[]): string[] => [
	...new Set(
		wanted.flatMap(({ event, alertFilters }) => [
			...(event === 'deviceOffline' || event === 'deviceOnline' ? [agentOffline] : []),
			...(sourceTypesIn(alertFilters?.sourceTypes) ?? []),
		]),
	),
];

/** Whether what is known of an activity's alert and device matches the filters. */
export const matches = (wanted: Wanted, activity: IDataObject, knowledge: Knowledge): Verdict =>
	allOf([
		() => matchesAlert(wanted.alertFilters ?? {}, activity, knowledge),
		() => matchesDevice(wanted.deviceFilters ?? {}, activity, knowledge),
	]);

function matchesAlert(
	{ conditionName, priorities, severities, sourceTypes }: NonNullable<Wanted['alertFilters']>,
	activity: IDataObject,
	knowledge: Knowledge,
): Verdict {
	const alert = knowledge.facts.alert(activity.seriesUid);
	const isOpen = activity.statusCode === 'TRIGGERED' && mayStillCome(activity, knowledge);
	const isAmongOwn = (choice: readonly unknown[] | undefined, value: unknown): Verdict =>
		choice?.length && value === undefined && isOpen ? undefined : isAmong(choice, value);
	const names = [alert?.conditionName, activity.sourceName].map((name) =>
		String(name ?? '').toLowerCase(),
	);
	const isNamed = conditionName === undefined || names.includes(conditionName.toLowerCase());
	return allOf([
		() => isNamed || (isOpen ? undefined : false),
		() => isAmongOwn(priorities, alert?.priority ?? activity.priority),
		() => isAmongOwn(severities, alert?.severity ?? activity.severity),
		() => isAmongOwn(sourceTypesIn(sourceTypes), sourceTypeOf(activity, knowledge)),
	]);
}

/** The codes of a comma-separated text. */
export const sourceTypesIn = (text: string | undefined): string[] | undefined =>
	text?.split(',').map((code) => code.trim().toUpperCase());

function matchesDevice(
	filters: NonNullable<Wanted['deviceFilters']>,
	{ deviceId, statusCode }: IDataObject,
	knowledge: Knowledge,
): Verdict {
	const { classes, deviceIds, groupId, locationIds, organizationIds } = filters;
	const device = lastKnown(knowledge, deviceId);
	const ofDevice = (choice: readonly unknown[] | undefined, value: unknown): Verdict =>
		choice?.length && !device && deviceId !== undefined ? undefined : isAmong(choice, value);
	const verdict = allOf([
		() => isAmong(deviceIds, deviceId),
		() => ofDevice(classes, device?.nodeClass),
		() => ofDevice(locationIds, device?.locationId),
		() => ofDevice(organizationIds, device?.organizationId),
		() => groupId === undefined || knowledge.facts.inGroup(groupId, deviceId),
	]);
	// One that was deleted is not waited for.
	const isFinal = knowledge.isFinal === true || statusCode === 'NODE_DELETED';
	return isFinal ? (verdict ?? knowledge.passUnknownDevices ?? true) : verdict;
}

/** An empty choice lets everything through; what is not known is in no choice. */
const isAmong = (wanted: readonly unknown[] | undefined, value: unknown) =>
	!wanted?.length || wanted.includes(value);
