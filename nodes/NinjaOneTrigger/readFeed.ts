import { deepCopy, type IDataObject } from 'n8n-workflow';
import { serverSeconds } from '../../api/clock';
import { asNinjaOneError } from '../../api/errors';
import { partsOf, type Part, type Stretch } from '../../api/feed';
import { markOf } from '../../api/feedSearch';
import { learnFrom } from '../events/alerts';
import { readFacts } from '../events/facts';
import { feedQuery, isCandidate, sourceTypesFor } from '../events/filters';
import { hasId } from '../events/idSet';
import { judge } from '../events/judge';
import { devicesIn, noteDevices, type Memory } from '../events/memory';
import { definitionsAbove, waitedForSince } from './definitions';
import type { Poll, Settings } from './settings';
import { mostMarks, type Result, type State } from './state';
import { timeBudget, type TimeBudget } from './timeBudget';
import { ageOf, moveOn, nothingFinished, stretchesOf, type Finished, type Window } from './window';

/** Items of one poll, more or less: all of them are in the memory of one execution. */
const mostItems = 10_000;
/** Seconds for which NinjaOne's highest id may be below the bookmark: one of its servers may be behind the others. */
const longestBehind = 300;

export const tooFast =
	'activities come faster than they can be read, so some that become visible late may not be found. Narrow the events, or poll more often.';

/**
 * Reads on from the bookmark, and again what may have become visible late, batch by batch, until all is read, the time
 * of the poll is over, or one execution bears no more. What is finished by then is emitted and noted, however little it is.
 * @returns undefined where the ids of the feed have begun anew, so that the bookmark means nothing
 */
export async function readFeed(poll: Poll, state: State): Promise<Result<State> | undefined> {
	const { connection, settings, warn } = poll;
	const { window } = state;
	const budget = timeBudget(connection);
	const items: IDataObject[] = [];
	const done = nothingFinished(window);
	const resets = new Set<unknown>();
	let { memory, marks, behindSince } = state;
	// NinjaOne's clock is known from its first answer on.
	let begun: number | undefined;
	let hasFinished = false;
	let isComplete = true;
	try {
		for await (const batch of batchesOf(poll, window, done, budget)) {
			const { part, rows } = batch;
			const now = serverSeconds(connection);
			begun ??= now;
			if (part.highest !== undefined) {
				behindSince = part.highest < window.bookmark ? (behindSince ?? now) : undefined;
				if (isBegunAnew(window, part.highest, now - (behindSince ?? now))) return undefined;
			}
			for (const row of part.rows) if (row.statusCode === 'RESET') resets.add(row.seriesUid);
			const emitted = await emit(poll, { ...state, memory }, rows, resets);
			items.push(...emitted.items);
			memory = emitted.memory;
			marks = [...marks, ...rows.map(markOf)].slice(-mostMarks);
			finish(done, window, batch, emitted);
			hasFinished = true;
			isComplete = items.length < mostItems && budget.hasTime();
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
			marks: [...marks].sort((a, b) => a.id - b.id),
			definitions: definitionsAbove(state.definitions, moved.settled),
			memory,
		},
	};
}

/** Ids below all that is looked at again have begun anew; others may be a server's that is behind, for a while. */
const isBegunAnew = ({ settled, bookmark }: Window, highest: number, seconds: number): boolean =>
	highest < bookmark && (highest < settled || seconds >= longestBehind);

/** Whether what should have been settled long ago is not: polls have no time for it. */
function isTooFast(
	{ trail, held }: Window,
	now: number,
	{ lookBack, interval }: Settings,
): boolean {
	const oldest = trail[0]?.[1] ?? now;
	return held.length === 0 && now - oldest > 3 * Math.max(lookBack, interval);
}

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
	{ connection, settings: { wanted, lookBack } }: Poll,
	window: Window,
	done: Finished,
	budget: TimeBudget,
): AsyncGenerator<Batch> {
	const isOpen = (id: number) =>
		!hasId(window.decided, id) && !done.decided.has(id) && !done.held.has(id);
	for (const stretch of stretchesOf(window, () => serverSeconds(connection), lookBack)) {
		for await (const part of budget.timed(partsOf(connection, feedQuery(wanted), stretch))) {
			let rows = part.rows.filter((row) => isCandidate(row, wanted) && isOpen(Number(row.id)));
			do {
				const batch = rows.slice(0, budget.batchSize());
				rows = rows.slice(batch.length);
				const upTo = rows.length === 0 ? part.upTo : Number(batch.at(-1)?.id);
				yield { stretch, part, rows: batch, upTo };
			} while (rows.length > 0);
		}
	}
}

/** What a batch of activities comes to. */
interface Emitted {
	items: IDataObject[];
	/** Ids of what is done with. */
	decided: number[];
	/** Ids of what waits for a record. */
	held: number[];
	/** A copy with what was learned, so that it is lost with a poll that fails. */
	memory: Memory;
}

/**
 * Looks up what a batch of activities is about, and gives the items of those that are events.
 * @param resets UIDs of alerts that are known to have been reset
 */
async function emit(
	{ connection, settings, warn }: Poll,
	state: Pick<State, 'definitions' | 'memory' | 'window'>,
	batch: readonly IDataObject[],
	resets: ReadonlySet<unknown>,
): Promise<Emitted> {
	const { wanted, output, passUnknownDevices, waitForRecords, lookBack, interval } = settings;
	const now = serverSeconds(connection);
	const memory = deepCopy(state.memory);
	const emitted: Emitted = { items: [], decided: [], held: [], memory };
	if (batch.length === 0) return emitted;
	const deviceIds = new Set(batch.map(({ deviceId }) => deviceId));
	const lastSeen = devicesIn(memory).filter(({ id }) => deviceIds.has(id));
	const facts = await readFacts(connection, batch, wanted, warn, lastSeen);
	const types = sourceTypesFor(wanted);
	for (const activity of batch) {
		const id = Number(activity.id);
		learnFrom(facts.alert(activity.seriesUid), memory, types);
		const knowledge = {
			facts,
			memory,
			isReset: (uid: unknown) => resets.has(uid),
			isFinal: ageOf(state.window, id, now) >= waitForRecords,
			isStale: now - Number(activity.activityTime) > Math.max(lookBack, 2 * interval),
			passUnknownDevices,
		};
		const before = waitedForSince(state.definitions, id);
		const { items, isOpen } = judge(activity, wanted, knowledge, output, before);
		emitted.items.push(...items);
		(isOpen ? emitted.held : emitted.decided).push(id);
	}
	const devices = [...deviceIds].map((id) => facts.device(id));
	noteDevices(
		memory,
		devices.filter((device) => device !== undefined),
	);
	return emitted;
}

/** Notes that a batch was finished. */
function finish(
	done: Finished,
	{ settled }: Window,
	{ stretch, part, upTo }: Batch,
	{ decided, held }: Emitted,
): void {
	const before = done.bookmark;
	if (stretch.upTo === undefined) {
		done.bookmark = Math.max(before, upTo);
		done.width = part.width;
	}
	if (stretch.above === settled) done.lookedUpTo = Math.max(done.lookedUpTo, upTo);
	done.rows += part.rows.filter(
		({ id }) => Number(id) > before && Number(id) <= done.bookmark,
	).length;
	for (const id of decided) done.decided.add(id);
	for (const id of held) done.held.add(id);
}
