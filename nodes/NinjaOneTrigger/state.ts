import type { IDataObject } from 'n8n-workflow';
import type { Mark } from '../../api/feed';
import { emptyMemory, readMemory, type Memory } from '../events/memory';
import type { Kinds } from './kinds';

/** What a trigger keeps between polls. n8n stores it with the workflow, so it is small. */
export interface State {
	version: 1;
	/** Whose feed it is: server and app. */
	account: string;
	/** Activities up to this id have been looked at. */
	bookmark: number;
	/** Where the poll before began: what became visible late, behind later activities, is looked for from here. */
	lookback: number;
	/** Ids between the two that were there. */
	seen: number[];
	/** The newest activity that was read: it tells accounts apart. Absent where there was none yet. */
	last?: Mark;
	kinds: Kinds;
	memory: Memory;
}

/** A trigger that could not read its first bookmark, and is to start from the moment of its activation. */
export interface Waiting {
	version: 1;
	/** Epoch seconds. */
	waitingSince: number;
}

export type Kept = 'none' | 'broken' | Waiting | State;

/** Ids that are remembered at most; more than that are not looked at twice. */
const mostSeen = 500;

/** Reads what was kept, and checks it: the workflow may have been edited, or come from another version. */
export function readState(kept: IDataObject): Kept {
	const state = kept.state as (Partial<State> & Partial<Waiting>) | undefined;
	if (state === undefined) return 'none';
	if (typeof state !== 'object' || state === null || state.version !== 1) return 'broken';
	const { waitingSince, account, bookmark, lookback, seen, last, kinds, memory } = state;
	if (isId(waitingSince)) return { version: 1, waitingSince };
	if (typeof account !== 'string' || !isId(bookmark) || !isId(lookback) || lookback > bookmark) {
		return 'broken';
	}
	if (!Array.isArray(seen) || !seen.every(isId) || !isKinds(kinds)) return 'broken';
	return {
		version: 1,
		account,
		bookmark,
		lookback,
		seen,
		...(isMark(last) ? { last: { id: last.id, time: last.time } } : {}),
		kinds,
		memory: readMemory(memory),
	};
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isKinds = (value: unknown): value is Kinds =>
	typeof value === 'object' && value !== null && Object.values(value).every(isId);
const isMark = (value: unknown): value is Mark =>
	typeof value === 'object' && value !== null && isId((value as Mark).id);

export const isState = (kept: Kept): kept is State =>
	typeof kept === 'object' && 'bookmark' in kept;
export const isWaiting = (kept: Kept): kept is Waiting =>
	typeof kept === 'object' && 'waitingSince' in kept;

/** A trigger that begins now. */
export const freshState = ({
	account,
	bookmark,
	last,
	kinds,
}: Pick<State, 'account' | 'bookmark' | 'last' | 'kinds'>): State => ({
	version: 1,
	account,
	bookmark,
	lookback: bookmark,
	seen: [],
	...(last ? { last } : {}),
	kinds,
	memory: emptyMemory(),
});

/**
 * Moves on: the next poll looks again at what this one saw, since an activity can become visible after a later one.
 * @param ids that this poll saw above the bookmark of before
 */
export function moveOn(state: State, upTo: number, ids: readonly number[]): State {
	const seen = ids.slice(-mostSeen);
	const lookback = ids.length > mostSeen ? seen[0] - 1 : state.bookmark;
	return { ...state, bookmark: upTo, lookback, seen };
}
