import type { IDataObject } from 'n8n-workflow';
import type { Query } from '../../api/query';
import { events, type EventName } from './all';
import type { TriggerEvent } from './event';
import { allOf, oneOf, type Knowledge, type Verdict } from './facts';
import { mayStillTeach } from './alerts';
import { activitiesOf, isTaughtBy, matches, mayBe, sourceTypesFor } from './filters';
import type { Wanted } from './parameters';

/** What an activity comes to. */
export interface Judgement {
	/** The wanted events that it is, each once, however many rows of filters let it through. */
	names: EventName[];
	/** Something depends on a record that may still be listed: nothing was decided. */
	isOpen: boolean;
}

/**
 * Judges an activity, and notes in the memory what later ones need, unless it stays open.
 * @param before what was waited for at times since the activity happened, where that was not the wanted event itself
 */
export function judge(
	activity: IDataObject,
	wanted: readonly Wanted[],
	knowledge: Knowledge,
	before: (wanted: Wanted) => ReadonlyArray<readonly Wanted[]> = () => [],
): Judgement {
	const matchesOne = (each: Wanted): Verdict =>
		mayBe(each, activity) && matches(each, activity, knowledge);
	const matchedBefore = (each: Wanted): Verdict =>
		allOf(before(each).map((then) => () => oneOf(then.map(matchesOne))));
	const candidates = wanted.filter((each) => mayBe(each, activity));
	const { facts, isFinal } = knowledge;
	if (facts.hasFailed(activity.deviceId) && !isFinal) {
		return { names: [], isOpen: true };
	}
	if (candidates.length === 0) {
		const isTaught = wanted.some((each) => isTaughtBy(each, activity));
		return { names: [], isOpen: isTaught && !isFinal && mayStillTeach(activity, knowledge) };
	}
	const verdicts = [...new Set(candidates.map(({ event }) => event))].map((name) => {
		const { holds }: TriggerEvent = events[name];
		const rows = candidates.filter(({ event }) => event === name);
		const verdict = allOf([
			() => oneOf(rows.map((row) => allOf([() => matchesOne(row), () => matchedBefore(row)]))),
			() => holds === undefined || holds(activity, knowledge),
		]);
		return { name, verdict: isFinal ? verdict === true : verdict };
	});
	if (verdicts.some(({ verdict }) => verdict === undefined)) return { names: [], isOpen: true };
	for (const { name, verdict } of verdicts) {
		const { remember }: TriggerEvent = events[name];
		remember?.(activity, knowledge.memory, verdict === true);
	}
	const names = verdicts.filter(({ verdict }) => verdict === true).map(({ name }) => name);
	return { names, isOpen: false };
}

/** Whether an activity is worth looking at more closely. */
export const isCandidate = (activity: IDataObject, wanted: readonly Wanted[]) =>
	wanted.some((each) => mayBe(each, activity) || isTaughtBy(each, activity));

/**
 * What NinjaOne itself can narrow the feed to: one status code, one type, where everything wanted shares it. Devices are
 * not narrowed here, since NinjaOne's filter hides those that wait for approval or are gone.
 */
export function feedQuery(wanted: readonly Wanted[]): Query {
	const sought = wanted.map(activitiesOf);
	return {
		status: onlyOne(sought.map(({ statusCodes, taughtBy }) => [...statusCodes, ...taughtBy])),
		type: onlyOne(sought.map(({ activityTypes = [] }) => activityTypes)),
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

/** Whether an event depends on what type of condition raised its alert. */
export const needsSource = (wanted: Wanted) => sourceTypesFor([wanted]).length > 0;
