import type { IDataObject } from 'n8n-workflow';
import { credentialName, type Connection } from '../../api/connection';
import type { Mark, Search } from '../../api/feedSearch';
import { idsIn, idsText } from '../events/idSet';
import { readMemory, type Memory } from '../events/memory';
import { readDefinitions, type Definition } from './definitions';
import { narrower, type TrailMark, type Window } from './window';

/** What a trigger keeps between polls. n8n stores it with the workflow, so it is small. */
export interface State {
	/** Whose feed it is: server and app. */
	account: string;
	window: Window;
	/** Activities that were read last, oldest first: they tell accounts apart. */
	marks: Mark[];
	definitions: Definition[];
	/** Epoch seconds until which what was emitted as active may be on its way in the feed. */
	activeUntil: number;
	/** Epoch seconds since when NinjaOne's highest id has been below the bookmark. */
	behindSince: number | undefined;
	memory: Memory;
}

/** A trigger that looks for the id to begin at, from a moment in the past. */
export interface Waiting {
	/** What is found of the moment so far; the moment itself is by NinjaOne's clock, or by n8n's as long as no other is known. */
	search: Search;
	clock: 'ninjaOne' | 'n8n';
	/** Whether what is active may be emitted at the beginning. */
	emitActive: boolean;
}

/** What n8n gives back of it. */
export type Kept = 'none' | 'broken' | Waiting | State;

/** What a poll comes to. */
export interface Result<Next = State | Waiting> {
	/** New items, in order. */
	items: IDataObject[];
	/** What to keep. */
	state: Next;
}

/** Whose feed a credential reads, as far as it shows: server and client ID. */
export async function accountOf({ context, server }: Connection): Promise<string> {
	const { clientId } = await context.getCredentials(credentialName);
	return `${server} ${String(clientId)}`;
}

const version = 2;
/** Activities that are kept to tell accounts apart. */
export const mostMarks = 5;
/** Bytes that n8n stores at most. */
const mostBytes = 32_000;

export const isWaiting = (kept: Kept): kept is Waiting =>
	typeof kept === 'object' && 'search' in kept;
export const isState = (kept: Kept): kept is State => typeof kept === 'object' && 'window' in kept;

/** A state as n8n stores it. Where it takes too much room, the look-back is shortened. */
export function storedState(
	state: State | Waiting,
	onShortened: () => void = () => undefined,
): IDataObject {
	if (isWaiting(state)) return { version, ...state } as unknown as IDataObject;
	const { window, ...others } = state;
	const { decided, held, ...place } = window;
	const ids = { decided: idsText(decided), held: idsText(held) };
	const stored = { version, ...place, ...ids, ...others } as unknown as IDataObject;
	const isFilled = Buffer.byteLength(JSON.stringify(stored)) > mostBytes;
	if (!isFilled || window.settled >= window.bookmark) return stored;
	onShortened();
	return storedState({ ...state, window: narrower(window) });
}

/** Reads what was kept, and checks it: the workflow may have been edited, or come from another version. */
export function readState(kept: unknown): Kept {
	if (kept === undefined) return 'none';
	if (typeof kept !== 'object' || kept === null) return 'broken';
	const { version: itsVersion, ...state } = kept as IDataObject;
	if (itsVersion !== version) return 'broken';
	return waitingIn(state) ?? stateIn(state) ?? 'broken';
}

function waitingIn({ search, clock, emitActive }: IDataObject): Waiting | undefined {
	const { moment, older, newer, step } = (search ?? {}) as unknown as Partial<Search>;
	const isFound = [older, newer, step].every((id) => id === undefined || isCount(id));
	if (!isCount(moment) || !isFound || (clock !== 'ninjaOne' && clock !== 'n8n')) return undefined;
	return { search: { moment, older, newer, step }, clock, emitActive: emitActive === true };
}

function stateIn(state: IDataObject): State | undefined {
	const { account, bookmark, movedAt, settled, trail, width } = state;
	const { marks, activeUntil, behindSince } = state;
	const [decided, held] = [idsIn(state.decided), idsIn(state.held)];
	const definitions = readDefinitions(state.definitions);
	if (typeof account !== 'string' || !decided || !held || !definitions) return undefined;
	if (!isCount(bookmark) || !isCount(settled) || settled > bookmark) return undefined;
	if (!isCount(movedAt) || !isCount(activeUntil)) return undefined;
	if (!isTrail(trail) || !areMarks(marks)) return undefined;
	return {
		account,
		window: {
			bookmark,
			movedAt,
			settled,
			decided,
			held,
			trail,
			width: isCount(width) && width > 0 ? width : undefined,
		},
		marks,
		definitions,
		activeUntil,
		behindSince: isCount(behindSince) ? behindSince : undefined,
		memory: readMemory(state.memory),
	};
}

const isCount = (value: unknown): value is number =>
	Number.isSafeInteger(value) && Number(value) >= 0;
const isTrail = (value: unknown): value is TrailMark[] =>
	Array.isArray(value) &&
	value.every((mark) => Array.isArray(mark) && mark.length === 3 && mark.every(isCount));
const areMarks = (value: unknown): value is Mark[] =>
	Array.isArray(value) && value.every((mark) => isCount((mark as Mark | null)?.id));
