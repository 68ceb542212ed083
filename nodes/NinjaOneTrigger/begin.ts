import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { newestActivity, newestBefore } from '../../api/feed';
import { accountOf } from '../events/account';
import { kindOf } from './kinds';
import type { Settings } from './settings';
import { learnFromStanding, standing } from './standing';
import { freshState, type State, type Waiting } from './state';

export interface Looked {
	/** New items, in order. */
	items: IDataObject[];
	/** What to keep. */
	state: State;
}

/** A beginning that NinjaOne did not answer: it is caught up on from this moment on. */
export const beginLate = (): Waiting => ({
	version: 1,
	waitingSince: Math.floor(Date.now() / 1000),
});

/**
 * Begins: what is in the feed is not told, what is active only where that is wanted.
 * @param since epoch seconds of the moment from which the feed is to be told; now where left out
 */
export async function begin(
	connection: Connection,
	settings: Settings,
	since?: number,
): Promise<Looked> {
	// The bookmark first: what happens while the rest is read comes with the next poll.
	const newest = await newestActivity(connection);
	const bookmark = since === undefined ? (newest?.id ?? 0) : await newestBefore(connection, since);
	const kinds = Object.fromEntries(settings.wanted.map((each) => [kindOf(each), bookmark]));
	const state = freshState({ account: await accountOf(connection), bookmark, last: newest, kinds });
	await learnFromStanding(connection, settings, state.memory);
	const items = settings.emitStanding ? await standing(connection, settings, state.memory) : [];
	return { items, state };
}
