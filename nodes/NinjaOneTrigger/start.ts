import { serverSeconds } from '../../api/clock';
import type { Connection } from '../../api/connection';
import { idBefore, newestActivities, type Mark } from '../../api/feedSearch';
import { emptyMemory } from '../events/memory';
import { activeEvents, learnFromActive } from './activeEvents';
import { definitionsNow } from './definitions';
import type { Poll } from './settings';
import { accountOf, mostMarks, type Result, type State, type Waiting } from './state';
import { windowAt } from './window';

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
export async function startNow(
	poll: Poll,
	emitActive = poll.settings.emitActive,
): Promise<Result<State>> {
	// The bookmark first: what happens while the rest is read comes with the next poll.
	const { highest, marks } = await newestActivities(poll.connection);
	return await startFrom(poll, { bookmark: highest, marks, emitActive });
}

/**
 * Starts at the moment that is waited for. What was found of it is kept in the waiting state.
 * @throws NinjaOneError where NinjaOne does not answer
 */
export async function startThen(poll: Poll, waiting: Waiting): Promise<Result<State>> {
	const { connection, settings } = poll;
	const { search } = waiting;
	search.newer ??= (await newestActivities(connection)).highest;
	if (waiting.clock === 'n8n') {
		search.moment += Math.round((connection.clock.aheadMs ?? 0) / 1000);
		waiting.clock = 'ninjaOne';
	}
	return await startFrom(poll, {
		bookmark: await idBefore(connection, search),
		marks: [],
		emitActive: settings.emitActive && waiting.emitActive,
		moment: search.moment,
	});
}

interface Start {
	bookmark: number;
	marks: readonly Mark[];
	emitActive: boolean;
	/** Epoch seconds by NinjaOne's clock; now where absent. */
	moment?: number;
}

async function startFrom(
	poll: Poll,
	{ bookmark, marks, emitActive, moment }: Start,
): Promise<Result<State>> {
	const { connection, settings } = poll;
	const now = serverSeconds(connection);
	const memory = emptyMemory();
	await learnFromActive(poll, memory);
	// Of what is older, the activity is not on its way any more.
	const since = (moment ?? now) - settings.lookBack;
	const items = emitActive ? await activeEvents(poll, memory, since) : [];
	return {
		items,
		state: {
			account: await accountOf(connection),
			window: windowAt(bookmark, moment ?? now),
			marks: marks.slice(-mostMarks),
			definitions: definitionsNow([], settings.wanted, bookmark),
			behindSince: undefined,
			activeUntil: emitActive ? now + settings.lookBack : 0,
			memory,
		},
	};
}
