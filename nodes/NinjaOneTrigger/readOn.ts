import type { IDataObject } from 'n8n-workflow';
import { serverSeconds } from '../../api/clock';
import type { Connection } from '../../api/connection';
import { asNinjaOneError } from '../../api/errors';
import { partsOf, type Part, type Stretch } from '../../api/feed';
import { markOf, type Mark } from '../../api/feedSearch';
import { feedQuery, isCandidate } from '../events/recognize';
import type { Warn } from './begin';
import { createPace, type Pace } from './pace';
import { definitionsAbove } from './definitions';
import { emit } from './emit';
import type { Settings } from './settings';
import { mostMarks, type State } from './state';
import {
	isDecided,
	moveOn,
	nothingFinished,
	stretchesOf,
	type Finished,
	type Window,
} from './window';

/** Items of one poll, more or less: all of them are in the memory of one execution. */
const mostItems = 10_000;
/** Seconds for which NinjaOne's highest id may be below the bookmark: one of its servers may be behind the others. */
const longestBehind = 300;

/** What a poll came to; `isAnew` where the ids of the feed have begun anew, so that the bookmark means nothing. */
export type ReadOn = { items: IDataObject[]; state: State; isAnew?: never } | { isAnew: true };

/**
 * Reads on from the bookmark, and again what may have become visible late, batch by batch, until all is read, the time
 * of the poll is over, or one execution bears no more. What is finished by then is emitted and noted, however little it is.
 */
export async function readOn(
	connection: Connection,
	settings: Settings,
	state: State,
	warn: Warn,
): Promise<ReadOn> {
	const { window } = state;
	// NinjaOne's clock is known from its first answer on.
	let begun: number | undefined;
	const pace = createPace(connection);
	const items: IDataObject[] = [];
	const done = nothingFinished(window);
	const resets = new Set<unknown>();
	let { memory, marks, behindSince } = state;
	let hasFinished = false;
	let isComplete = true;
	try {
		const batches = batchesOf(connection, settings, window, { pace, done });
		for await (const { stretch, part, rows, upTo } of batches) {
			const now = serverSeconds(connection);
			begun ??= now;
			if (part.highest !== undefined) {
				behindSince = part.highest < window.bookmark ? (behindSince ?? now) : undefined;
				if (isBegunAnew(window, part.highest, now - (behindSince ?? now))) return { isAnew: true };
			}
			for (const row of part.rows) if (row.statusCode === 'RESET') resets.add(row.seriesUid);
			const emitted = await emit(connection, settings, rows, {
				...{ memory, window, now, warn },
				definitions: state.definitions,
				isReset: (uid) => resets.has(uid),
			});
			items.push(...emitted.items);
			memory = emitted.memory;
			marks = [...marks, ...rows.map(markOf)].slice(-mostMarks);
			finish(done, window, { stretch, part, upTo }, emitted);
			hasFinished = true;
			isComplete = items.length < mostItems && pace.hasTime();
			if (!isComplete) break;
		}
	} catch (error) {
		isComplete = false;
		if (!hasFinished) throw asNinjaOneError(error);
		warn(`a part was read, the rest follows with the next poll. ${asNinjaOneError(error).message}`);
	}
	const ended = serverSeconds(connection);
	const moved = moveOn(window, done, { begun: begun ?? ended, ended }, settings.lookBack);
	if (!isComplete && isTooFast(moved, ended, settings)) warn(tooFast);
	if (isComplete && ended >= state.activeUntil) memory = { ...memory, active: [] };
	return {
		items,
		state: {
			...state,
			behindSince,
			window: moved,
			marks: byId(marks),
			definitions: definitionsAbove(state.definitions, moved.settled),
			memory,
		},
	};
}

/** Ids below all that is looked at again have begun anew; others may be a server's that is behind, for a while. */
const isBegunAnew = ({ settled, bookmark }: Window, highest: number, seconds: number): boolean =>
	highest < bookmark && (highest < settled || seconds >= longestBehind);

export const tooFast =
	'activities come faster than they can be read, so some that become visible late may not be found. Narrow the events, or poll more often.';

/** Whether what should have been settled long ago is not: polls have no time for it. */
function isTooFast(
	{ trail, held }: Window,
	now: number,
	{ lookBack, interval }: Settings,
): boolean {
	const oldest = trail[0]?.[1] ?? now;
	return held.length === 0 && now - oldest > 3 * Math.max(lookBack, interval);
}

const byId = (marks: readonly Mark[]): Mark[] => [...marks].sort((a, b) => a.id - b.id);

interface Batch {
	stretch: Stretch;
	part: Part;
	/** Of the part, what may be an event and is not decided. */
	rows: IDataObject[];
	/** Everything of the stretch up to this id is in this batch or in one before it. */
	upTo: number;
}

/** All that is to be read, in batches that fit the time that is left; an empty one where a part has nothing else. */
async function* batchesOf(
	connection: Connection,
	{ wanted, lookBack }: Settings,
	window: Window,
	{ pace, done }: { pace: Pace; done: Finished },
): AsyncGenerator<Batch> {
	for (const stretch of stretchesOf(window, () => serverSeconds(connection), lookBack)) {
		for await (const part of pace.timed(partsOf(connection, feedQuery(wanted), stretch))) {
			const rows = part.rows.filter(
				(row) =>
					isCandidate(row, wanted) &&
					!isDecided(window, Number(row.id)) &&
					!done.decided.has(Number(row.id)) &&
					!done.held.has(Number(row.id)),
			);
			for (let at = 0; ; ) {
				const size = pace.batchSize();
				const isLast = at + size >= rows.length;
				const batch = rows.slice(at, at + size);
				yield { stretch, part, rows: batch, upTo: isLast ? part.upTo : Number(batch[size - 1].id) };
				if (isLast) break;
				at += size;
			}
		}
	}
}

/** Notes that a batch was finished. */
function finish(
	done: Finished,
	{ bookmark, settled }: Window,
	{ stretch, part, upTo }: Pick<Batch, 'stretch' | 'part' | 'upTo'>,
	{ decided, held }: { decided: number[]; held: number[] },
): void {
	const before = done.bookmark;
	if (stretch.upTo === undefined) {
		done.bookmark = Math.max(before, upTo);
		done.width = part.width;
	}
	if (stretch.above === settled) done.lookedUpTo = Math.max(done.lookedUpTo, upTo);
	done.rows += part.rows.filter(
		({ id }) => Number(id) > Math.max(before, bookmark) && Number(id) <= done.bookmark,
	).length;
	for (const id of decided) done.decided.add(id);
	for (const id of held) done.held.add(id);
}
