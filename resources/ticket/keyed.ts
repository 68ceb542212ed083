import type { IDataObject } from 'n8n-workflow';
import { NinjaOneError } from '../../api/errors';
import { idIn } from '../../operations/idIn';
import type { Caller } from '../../operations/operation';
import { boardRun, isTagged } from './board';
import { isDone, statusesOf } from './statuses';

const columns = ['tags', 'status'];

/** What becomes of a key whose tickets have all been resolved or closed. */
export type WhenDone = 'create' | 'reopen' | 'update';

/** Which ticket is meant. */
export interface Sought {
	boardId: number;
	key: string;
	whenDone: WhenDone;
	/** Reads the board again, since a ticket may have been made in the meantime. */
	isFresh?: boolean;
}

/** The ticket of a key. */
export interface KeyedTicket {
	id: number;
	isDone: boolean;
	/** Other open tickets with the key, which somebody else has made. */
	others: number[];
}

/**
 * Finds the ticket that has a key among its tags: the oldest open one, else the newest of the others where those
 * count. What a board's search looks at is not documented, so a ticket that it does not find is looked for in the
 * whole board, which is read once in an execution.
 */
export async function ticketOfKey(
	caller: Caller,
	{ boardId, key, whenDone, isFresh }: Sought,
): Promise<KeyedTicket | undefined> {
	const statuses = await statusesOf(caller);
	const withKey = (rows: IDataObject[]) => rows.filter(({ tags }) => isTagged(tags, key));
	const isOpen = ({ status }: IDataObject) => !isDone(status, statuses);

	const searched = withKey(await caller.rows(boardRun(boardId, { columns, search: key })));
	const whole = isFresh ? readBoard : wholeBoard;
	const found = searched.some(isOpen) ? searched : withKey(await whole(caller, boardId));
	const [oldest, ...others] = found.filter(isOpen);
	if (oldest) return { id: idOf(oldest), isDone: false, others: others.map(idOf) };
	const newest = found.at(-1);
	if (newest === undefined || whenDone === 'create') return undefined;
	return { id: idOf(newest), isDone: true, others: [] };
}

const idOf = (row: IDataObject) => idIn(row, 'a ticket of the board');

const wholeBoard = async (caller: Caller, boardId: number): Promise<IDataObject[]> =>
	await caller.shared(`tickets of board ${boardId}`, async () => await readBoard(caller, boardId));

/** Ids, tags and statuses of all tickets of a board, by their ids. */
async function readBoard(caller: Caller, boardId: number): Promise<IDataObject[]> {
	const rows = await caller.rows(boardRun(boardId, { columns }));
	if (rows.length > 0 && !rows.some((row) => 'tags' in row)) throw withoutTags();
	return rows.map(({ id, tags, status }) => ({ id, tags, status }));
}

/** Without tags every ticket would be taken for a stranger, and each run would make another one. */
const withoutTags = () =>
	new NinjaOneError(
		'The tickets of this board come without their tags, so the key cannot be looked for and no ticket was made',
		{ description: 'Choose another board, or add the column Tags to this one in NinjaOne.' },
	);
