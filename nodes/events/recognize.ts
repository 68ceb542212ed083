import type { IDataObject } from 'n8n-workflow';
import type { Query } from '../../api/request';
import { events, type EventName } from './all';
import type { TriggerEvent } from './event';
import type { Facts } from './facts';
import { activitiesOf, matches, mayBe } from './filters';
import type { Memory } from './memory';
import type { Wanted } from './parameters';

/** The wanted events that an activity is, each once, however many rows of filters let it through. */
export function eventsIn(
	activity: IDataObject,
	wanted: readonly Wanted[],
	facts: Facts,
	memory: Memory,
): EventName[] {
	const candidates = wanted.filter((each) => mayBe(each, activity));
	const names = [...new Set(candidates.map(({ event }) => event))];
	return names.filter((name) => {
		const { holds }: TriggerEvent = events[name];
		const isMatch = candidates.some(
			(each) => each.event === name && matches(each, activity, facts, memory),
		);
		// In this order: what an event remembers is what was told.
		return isMatch && (!holds || holds(activity, facts, memory));
	});
}

/** Whether an activity is worth looking at more closely. */
export const isCandidate = (activity: IDataObject, wanted: readonly Wanted[]) =>
	wanted.some((each) => mayBe(each, activity));

/**
 * What NinjaOne itself can narrow the feed to: one status code, one type, where everything wanted shares it. Devices are
 * not narrowed here, since NinjaOne's filter hides those that wait for approval or are gone.
 */
export function feedQuery(wanted: readonly Wanted[]): Query {
	const kinds = wanted.map(activitiesOf);
	return {
		status: onlyOne(kinds.map(({ statusCodes }) => statusCodes)),
		type: onlyOne(kinds.map(({ activityTypes = [] }) => activityTypes)),
	};
}

/** The one value that all lists have; an empty list stands for any value. */
function onlyOne(lists: ReadonlyArray<readonly string[]>): string | undefined {
	const values = new Set(lists.flat());
	return lists.every(({ length }) => length > 0) && values.size === 1 ? [...values][0] : undefined;
}

/** What the wanted events need to be known beyond the activities. */
export const needsOf = (wanted: readonly Wanted[]) => ({
	alerts: wanted.some(({ event }) => events[event].about === 'alert'),
	groupIds: wanted
		.map(({ deviceFilters }) => deviceFilters?.groupId)
		.filter((id): id is number => id !== undefined),
});

/** Whether an event depends on what kind of condition raised its alert. */
export const needsSource = ({ event, alertFilters }: Wanted) =>
	event === 'deviceOffline' || event === 'deviceOnline' || alertFilters?.sourceTypes !== undefined;
