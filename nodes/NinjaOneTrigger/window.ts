import type { Stretch } from '../../api/feed';
import { idsAbove, smallestId, withIds, withoutIds, type IdSet } from '../events/idSet';

/** The bookmark as it was at some time: how old what lies below it is at least. */
export type TrailMark = [
	id: number,
	/** Epoch seconds by NinjaOne's clock. */
	at: number,
	/** Rows that were read between the mark before and this one. */
	rows: number,
];

/**
 * Where a trigger is in the log. An activity can become visible behind later ones, so what lies between `settled` and
 * `bookmark` is looked at again for some time.
 */
export interface Window {
	/** The highest id that was read. */
	bookmark: number;
	/** Epoch seconds by NinjaOne's clock when the bookmark last moved. */
	movedAt: number;
	/** Up to this id nothing is looked at again. */
	settled: number;
	/** Activities above it that were decided: only those that can be an event at all. */
	decided: IdSet;
	/** Those that wait for a record. */
	held: IdSet;
	/** Oldest first. */
	trail: TrailMark[];
	/** Ids that one answer has room for, where the last poll had no time to read all. */
	width?: number;
}

export const windowAt = (bookmark: number, now: number): Window => ({
	bookmark,
	movedAt: now,
	settled: bookmark,
	decided: [],
	held: [],
	trail: [],
});

/** Rows that are looked at again by one request. */
const onePage = 800;
/** Marks that are kept, and the share of the look-back that is between two of them at least. */
const mostMarks = 40;
/** Held ids so close to one another are asked for together. */
const close = 500;

/**
 * What a poll reads, in this order. Where little happens, all that is not settled, in one request. Where much happens,
 * what is new first; then what has become old enough to be settled, what is held, and what the last poll read.
 * @param now in epoch seconds by NinjaOne's clock, which its first answer tells
 * @param lookBack in seconds
 */
export function* stretchesOf(
	window: Window,
	now: () => number,
	lookBack: number,
): Generator<Stretch> {
	const { bookmark, settled, held, trail, width } = window;
	const rows = trail.reduce((sum, [, , count]) => sum + count, 0);
	if (rows <= onePage) {
		yield { above: settled, width };
		return;
	}
	yield { above: bookmark, width };
	const aged = agedMark(trail, now(), lookBack);
	if (aged !== undefined) yield { above: settled, upTo: aged };
	yield* clusters(held);
	yield { above: trail.at(-2)?.[0] ?? settled, upTo: bookmark };
}

/** The highest mark that is as old as the look-back. */
const agedMark = (trail: readonly TrailMark[], now: number, lookBack: number): number | undefined =>
	trail.filter(([, at]) => at <= now - lookBack).at(-1)?.[0];

function clusters(held: IdSet): Stretch[] {
	const found: Array<{ above: number; upTo: number }> = [];
	for (const [first, last] of held) {
		const before = found.at(-1);
		if (before && first - before.upTo <= close) before.upTo = last;
		else found.push({ above: first - 1, upTo: last });
	}
	return found;
}

/** Seconds for which an activity has been there, as far as is known; 0 for a new one. */
export function ageOf({ trail }: Window, id: number, now: number): number {
	const mark = trail.find(([upTo]) => id <= upTo);
	return mark === undefined ? 0 : now - mark[1];
}

/** What a poll has finished. */
export interface Finished {
	/** The highest id up to which all that is new was looked at. */
	bookmark: number;
	/** The id up to which all above `settled` was looked at. */
	lookedUpTo: number;
	/** Rows above the bookmark of before. */
	rows: number;
	/** Of the part behind the last one that was read. */
	width?: number;
	decided: Set<number>;
	held: Set<number>;
}

export const nothingFinished = ({ bookmark, settled }: Window): Finished => ({
	bookmark,
	lookedUpTo: settled,
	rows: 0,
	decided: new Set(),
	held: new Set(),
});

/**
 * Moves on over what a poll has finished, and over nothing else.
 * @param times when it began and ended, in epoch seconds
 */
export function moveOn(
	window: Window,
	done: Finished,
	{ begun, ended }: { begun: number; ended: number },
	lookBack: number,
): Window {
	const hasMoved = done.bookmark > window.bookmark;
	const trail = hasMoved
		? withMark(window.trail, [done.bookmark, ended, done.rows], lookBack)
		: window.trail;
	const decided = withIds(window.decided, [...done.decided]);
	const held = withIds(withoutIds(window.held, [...done.decided]), [...done.held]);
	const lookedAt = trail.filter(([id]) => id <= done.lookedUpTo);
	const aged = agedMark(lookedAt, ended, lookBack);
	const settled = Math.max(window.settled, Math.min(aged ?? 0, smallestId(held) - 1));
	const movedAt = hasMoved ? begun : window.movedAt;
	const { bookmark, width } = done;
	return settledAt({ ...window, bookmark, movedAt, decided, held, trail, width }, settled);
}

function withMark(trail: readonly TrailMark[], mark: TrailMark, lookBack: number): TrailMark[] {
	const last = trail.at(-1);
	const before = trail.at(-2);
	const isDense = last && before && mark[1] - before[1] < lookBack / mostMarks;
	const marks = isDense
		? [...trail.slice(0, -1), [mark[0], mark[1], mark[2] + last[2]] as TrailMark]
		: [...trail, mark];
	if (marks.length <= mostMarks) return marks;
	const [[, , rows], [id, at, more], ...others] = marks;
	return [[id, at, rows + more], ...others];
}

const settledAt = (window: Window, settled: number): Window => ({
	...window,
	settled,
	decided: idsAbove(window.decided, settled),
	held: idsAbove(window.held, settled),
	trail: window.trail.filter(([id]) => id > settled),
});

/** A window that takes less room: the oldest part of the look-back is given up. */
export function narrower(window: Window): Window {
	const { decided, settled } = window;
	const upTo = decided[Math.floor(decided.length / 4)]?.[1] ?? window.bookmark;
	return settledAt(window, Math.max(settled + 1, Math.min(upTo, window.bookmark)));
}
