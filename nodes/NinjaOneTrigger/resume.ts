import type { IDataObject } from 'n8n-workflow';
import { serverSeconds } from '../../api/clock';
import type { Connection } from '../../api/connection';
import { asNinjaOneError } from '../../api/errors';
import { hasOneOf, idBefore, newestActivities, type Mark } from '../../api/feedSearch';
import { emptyMemory } from '../events/memory';
import { activeEvents, learnFromActive } from './activeEvents';
import { definitionsNow, isWaitedFor } from './definitions';
import { readFeed } from './readFeed';
import type { Poll } from './settings';
import { accountOf, isState, isWaiting, mostMarks } from './state';
import type { Kept, Result, State, Waiting } from './state';
import { windowAt } from './window';

/** Goes on from where the last poll stopped; starts where there was none, or where nothing of it is left. */
export async function resume(poll: Poll, state: Kept): Promise<Result> {
	const { connection, warn } = poll;
	if (isState(state)) {
		const account = await accountOf(connection);
		if (state.account === account || (await hasOneOf(connection, state.marks))) {
			return await goOn(poll, { ...state, account });
		}
		warn(
			'the credential now belongs to another account, so the trigger begins anew and tells what happens from now on',
		);
	}
	if (isWaiting(state)) return await waitOn(poll, state);
	if (state !== 'broken') return await startNow(poll);
	warn(
		'what it had noted cannot be read (edited, or from another version), so it begins anew and tells what happens from now on',
	);
	return await startNow(poll, false);
}

async function goOn(poll: Poll, state: State): Promise<Result> {
	const { wanted } = poll.settings;
	const definitions = isWaitedFor(state.definitions, wanted)
		? state.definitions
		: definitionsNow(state.definitions, wanted, (await newestActivities(poll.connection)).highest);
	const read = await readFeed(poll, { ...state, definitions });
	if (read) return read;
	poll.warn(
		"NinjaOne's activity ids are below the last one that was read: they have begun anew, so the trigger goes on by their times",
	);
	const search = { moment: state.window.movedAt };
	return await waitOn(poll, { search, clock: 'ninjaOne', emitActive: false });
}

/** Starts at a moment of the past; what was found of it is kept, however little it is. */
async function waitOn(poll: Poll, before: Waiting): Promise<Result> {
	const waiting: Waiting = { ...before, search: { ...before.search } };
	const items: IDataObject[] = [];
	let started: State | undefined;
	try {
		const { items: active, state } = await startThen(poll, waiting);
		items.push(...active);
		started = state;
		const read = await readFeed(poll, state);
		if (read) return { items: [...items, ...read.items], state: read.state };
	} catch (error) {
		if (!started && JSON.stringify(waiting) === JSON.stringify(before)) {
			throw asNinjaOneError(error);
		}
		poll.warn(
			`a part was read, the rest follows with the next poll. ${asNinjaOneError(error).message}`,
		);
	}
	return { items, state: started ?? waiting };
}

/** A start at a moment in the past, in epoch milliseconds by n8n's clock, or by NinjaOne's where it is known. */
export const waitingSince = (
	ms: number,
	emitActive: boolean,
	connection?: Connection,
): Waiting => ({
	search: { moment: Math.floor((ms + (connection?.clock.aheadMs ?? 0)) / 1000) },
	clock: connection?.clock.aheadMs === undefined ? 'n8n' : 'ninjaOne',
	emitActive,
});

/** Starts now: what is in the feed is not emitted, what is active only where that is wanted. */
async function startNow(poll: Poll, emitActive = poll.settings.emitActive): Promise<Result<State>> {
	// The bookmark first: what happens while the rest is read comes with the next poll.
	const { highest, marks } = await newestActivities(poll.connection);
	return await startFrom(poll, highest, { marks, emitActive });
}

/**
 * Starts at the moment that is waited for. What was found of it is kept in the waiting state.
 * @throws NinjaOneError where NinjaOne does not answer
 */
async function startThen(poll: Poll, waiting: Waiting): Promise<Result<State>> {
	const { connection, settings } = poll;
	const { search } = waiting;
	search.newer ??= (await newestActivities(connection)).highest;
	if (waiting.clock === 'n8n') {
		search.moment += Math.round((connection.clock.aheadMs ?? 0) / 1000);
		waiting.clock = 'ninjaOne';
	}
	const bookmark = await idBefore(connection, search);
	const emitActive = settings.emitActive && waiting.emitActive;
	return await startFrom(poll, bookmark, { emitActive, moment: search.moment });
}

/** @param start its moment is in epoch seconds by NinjaOne's clock; now where absent */
async function startFrom(
	poll: Poll,
	bookmark: number,
	start: { emitActive: boolean; marks?: Mark[]; moment?: number },
): Promise<Result<State>> {
	const { connection, settings } = poll;
	const now = serverSeconds(connection);
	const { emitActive, marks = [], moment = now } = start;
	const memory = emptyMemory();
	await learnFromActive(poll, memory);
	// Of what is older, the activity is not on its way any more.
	const since = moment - settings.lookBack;
	const items = emitActive ? await activeEvents(poll, memory, since) : [];
	return {
		items,
		state: {
			account: await accountOf(connection),
			window: windowAt(bookmark, moment),
			marks: marks.slice(-mostMarks),
			definitions: definitionsNow([], settings.wanted, bookmark),
			behindSince: undefined,
			activeUntil: emitActive ? now + settings.lookBack : 0,
			memory,
		},
	};
}
