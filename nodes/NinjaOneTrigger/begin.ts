import type { IDataObject } from 'n8n-workflow';
import { serverSeconds } from '../../api/clock';
import type { Connection } from '../../api/connection';
import { idBefore, newestActivities, type Mark } from '../../api/feedSearch';
import { accountOf } from '../events/account';
import { emptyMemory } from '../events/memory';
import { activeEvents, learnFromActive } from './active';
import { definitionsNow } from './definitions';
import type { Settings } from './settings';
import { mostMarks, type State, type Waiting } from './state';
import { windowAt } from './window';

export type Warn = (message: string) => void;

export interface Looked {
	/** New items, in order. */
	items: IDataObject[];
	/** What to keep. */
	state: State | Waiting;
}

/** A beginning at a moment in the past, in epoch milliseconds by n8n's clock, or by NinjaOne's where it is known. */
export const waitingSince = (
	ms: number,
	emitActive: boolean,
	connection?: Connection,
): Waiting => ({
	search: { moment: Math.floor((ms + (connection?.clock.aheadMs ?? 0)) / 1000) },
	clock: connection?.clock.aheadMs === undefined ? 'n8n' : 'ninjaOne',
	emitActive,
});

/** Begins now: what is in the feed is not emitted, what is active only where that is wanted. */
export async function begin(
	connection: Connection,
	settings: Settings,
	warn: Warn,
): Promise<{ items: IDataObject[]; state: State }> {
	// The bookmark first: what happens while the rest is read comes with the next poll.
	const { highest, marks } = await newestActivities(connection);
	return await beginAt(connection, settings, warn, { bookmark: highest, marks });
}

/**
 * Begins at the moment that is waited for. What was found of it is kept in the waiting state.
 * @throws NinjaOneError where NinjaOne does not answer
 */
export async function beginThen(
	connection: Connection,
	settings: Settings,
	warn: Warn,
	waiting: Waiting,
): Promise<{ items: IDataObject[]; state: State }> {
	const { search } = waiting;
	search.newer ??= (await newestActivities(connection)).highest;
	if (waiting.clock === 'n8n') {
		search.moment += Math.round((connection.clock.aheadMs ?? 0) / 1000);
		waiting.clock = 'ninjaOne';
	}
	const bookmark = await idBefore(connection, search);
	return await beginAt(
		connection,
		{ ...settings, emitStanding: settings.emitStanding && waiting.emitActive },
		warn,
		{
			bookmark,
			moment: search.moment,
		},
	);
}

async function beginAt(
	connection: Connection,
	settings: Settings,
	warn: Warn,
	{ bookmark, moment, marks = [] }: { bookmark: number; moment?: number; marks?: Mark[] },
): Promise<{ items: IDataObject[]; state: State }> {
	const now = serverSeconds(connection);
	const { wanted, emitStanding, lookBack } = settings;
	const memory = emptyMemory();
	await learnFromActive(connection, settings, memory, warn);
	// Of what is older, the activity is not on its way any more.
	const since = (moment ?? now) - lookBack;
	const items = emitStanding
		? await activeEvents(connection, settings, memory, { warn, since })
		: [];
	return {
		items,
		state: {
			account: await accountOf(connection),
			window: windowAt(bookmark, moment ?? now),
			marks: marks.slice(-mostMarks),
			definitions: definitionsNow([], wanted, bookmark),
			behindSince: undefined,
			activeUntil: emitStanding ? now + lookBack : 0,
			memory,
		},
	};
}
