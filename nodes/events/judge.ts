import type { IDataObject } from 'n8n-workflow';
import { mayStillTeach } from './alerts';
import { events } from './all';
import { allOf, oneOf, type Knowledge, type Verdict } from './event';
import { isTaughtBy, matches, mayBe } from './filters';
import { itemOf, type OutputForm } from './item';
import type { Wanted } from './parameters';

/** What an activity comes to. */
interface Judgement {
	/** One for each wanted event that it is, however many rows of filters let it through. */
	items: IDataObject[];
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
	output: OutputForm,
	before: (wanted: Wanted) => ReadonlyArray<readonly Wanted[]> = () => [],
): Judgement {
	const { facts, memory, isFinal } = knowledge;
	if (facts.hasFailed(activity.deviceId) && !isFinal) return { items: [], isOpen: true };
	const candidates = wanted.filter((each) => mayBe(each, activity));
	if (candidates.length === 0) {
		const isTaught = wanted.some((each) => isTaughtBy(each, activity));
		return { items: [], isOpen: isTaught && !isFinal && mayStillTeach(activity, knowledge) };
	}
	const matchesOne = (each: Wanted): Verdict =>
		mayBe(each, activity) && matches(each, activity, knowledge);
	const matchesAlways = (each: Wanted): Verdict =>
		allOf([[each], ...before(each)].map((then) => oneOf(then.map(matchesOne))));
	const verdicts = [...new Set(candidates.map(({ event }) => event))].map((name) => {
		const { holds } = events[name];
		const rows = candidates.filter(({ event }) => event === name);
		const doesHold = holds === undefined || holds(activity, knowledge);
		const verdict = allOf([oneOf(rows.map(matchesAlways)), doesHold]);
		return { name, verdict: isFinal ? verdict === true : verdict };
	});
	if (verdicts.some(({ verdict }) => verdict === undefined)) return { items: [], isOpen: true };
	for (const { name, verdict } of verdicts) {
		events[name].remember?.(activity, memory, verdict === true);
	}
	const items = verdicts
		.filter(({ verdict }) => verdict === true)
		.map(({ name }) => itemOf(name, activity, knowledge, output));
	return { items, isOpen: false };
}
