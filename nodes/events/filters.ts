import type { IDataObject } from 'n8n-workflow';
import type { Query } from '../../api/query';
import { agentOffline, mayStillCome, sourceTypeOf } from './alerts';
import { events } from './all';
import { allOf, lastKnown, type Knowledge, type Verdict } from './event';
import type { Wanted } from './parameters';

/** The codes and types that the activities of a wanted event can have, none for any; the user's for any activity. */
export function activitiesOf(wanted: Wanted) {
	const { statusCodes, activityTypes = [], taughtBy = [] } = events[wanted.event];
	return {
		statusCodes,
		activityTypes,
		...wanted.activityFilters,
		taughtBy: needsSourceType(wanted) ? taughtBy : [],
	};
}

/** Whether an activity, by itself, can be what is wanted. */
export function mayBe(wanted: Wanted, { statusCode, activityType }: IDataObject): boolean {
	const { statusCodes, activityTypes } = activitiesOf(wanted);
	return isAmong(statusCodes, String(statusCode)) && isAmong(activityTypes, String(activityType));
}

/** Whether an activity teaches what those of the wanted event leave out. */
export const isTaughtBy = (wanted: Wanted, { statusCode }: IDataObject) =>
	activitiesOf(wanted).taughtBy.includes(String(statusCode));

/** Whether an activity is worth looking at more closely. */
export const isCandidate = (activity: IDataObject, wanted: readonly Wanted[]) =>
	wanted.some((each) => mayBe(each, activity) || isTaughtBy(each, activity));

export const isAboutAlerts = ({ event }: Wanted) => events[event].about === 'alert';

/** The source types that events depend on: which conditions raise such alerts is remembered. */
export const sourceTypesFor = (wanted: readonly Wanted[]): string[] => [
	...new Set(
		wanted.flatMap(({ event, alertFilters }) => [
			...(event === 'deviceOffline' || event === 'deviceOnline' ? [agentOffline] : []),
			...codesIn(alertFilters?.sourceTypes),
		]),
	),
];

/** Whether an event depends on what type of condition raised its alert. */
export const needsSourceType = (wanted: Wanted) => sourceTypesFor([wanted]).length > 0;

/** The codes of a comma-separated text. */
const codesIn = (text: string | undefined): string[] =>
	text?.split(',').map((code) => code.trim().toUpperCase()) ?? [];

/**
 * What NinjaOne itself can narrow the feed to: one status code, one type, where everything wanted shares it. Devices are
 * not narrowed here, since NinjaOne's filter hides those that wait for approval or are gone.
 */
export function feedQuery(wanted: readonly Wanted[]): Query {
	const sought = wanted.map(activitiesOf);
	return {
		status: onlyOne(sought.map(({ statusCodes, taughtBy }) => [...statusCodes, ...taughtBy])),
		type: onlyOne(sought.map(({ activityTypes }) => activityTypes)),
	};
}

/** The one value that all lists have; an empty list stands for any value. */
function onlyOne(lists: ReadonlyArray<readonly string[]>): string | undefined {
	const values = new Set(lists.flat());
	return lists.every(({ length }) => length > 0) && values.size === 1 ? [...values][0] : undefined;
}

/** Whether what is known of an activity's alert and device matches the filters. */
export const matches = (wanted: Wanted, activity: IDataObject, knowledge: Knowledge): Verdict =>
	allOf([
		matchesAlert(wanted.alertFilters ?? {}, activity, knowledge),
		matchesDevice(wanted.deviceFilters ?? {}, activity, knowledge),
	]);

function matchesAlert(
	{ conditionName, priorities, severities, sourceTypes }: NonNullable<Wanted['alertFilters']>,
	activity: IDataObject,
	knowledge: Knowledge,
): Verdict {
	const alert = knowledge.facts.alert(activity.seriesUid);
	const isOpen = activity.statusCode === 'TRIGGERED' && mayStillCome(activity, knowledge);
	const ofAlert = (choice: readonly unknown[] | undefined, value: unknown): Verdict =>
		choice?.length && value === undefined && isOpen ? undefined : isAmong(choice, value);
	const names = [alert?.conditionName, activity.sourceName].map((name) =>
		String(name ?? '').toLowerCase(),
	);
	const isNamed = conditionName === undefined || names.includes(conditionName.toLowerCase());
	return allOf([
		isNamed || (isOpen ? undefined : false),
		ofAlert(priorities, alert?.priority ?? activity.priority),
		ofAlert(severities, alert?.severity ?? activity.severity),
		ofAlert(codesIn(sourceTypes), sourceTypeOf(activity, knowledge)),
	]);
}

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
		isAmong(deviceIds, deviceId),
		ofDevice(classes, device?.nodeClass),
		ofDevice(locationIds, device?.locationId),
		ofDevice(organizationIds, device?.organizationId),
		groupId === undefined || knowledge.facts.inGroup(groupId, deviceId),
	]);
	// One that was deleted is not waited for.
	const isFinal = knowledge.isFinal === true || statusCode === 'NODE_DELETED';
	return isFinal ? (verdict ?? knowledge.passUnknownDevices ?? true) : verdict;
}

/** An empty choice lets everything through; what is not known is in no choice. */
const isAmong = (choice: readonly unknown[] | undefined, value: unknown) =>
	!choice?.length || choice.includes(value);
