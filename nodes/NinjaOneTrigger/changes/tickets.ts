import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../../api/connection';
import { defined } from '../../../api/defined';
import { NinjaOneError } from '../../../api/errors';
import { list, pages, rowsFor } from '../../../api/list';
import type { Call } from '../../../api/request';
import { isoTime } from '../../../api/times';
import { findRecord } from '../../../operations/recordList';
import { boardList } from '../../../resources/ticket/lists';
import { boardRun } from '../../../resources/ticket/board';
import { boundedIdsText, hasId, idsIn, noIds, withIds, withoutIds } from '../../events/idSet';
import type { ListComparison } from './listComparison';
import type { Change } from './settings';

/** What is remembered of the tickets. */
interface Seen {
	/** Epoch seconds of the latest change that was seen. */
	upTo: number;
	/** Tickets with a change at that very moment. */
	at: number[];
	/** Ids of tickets that are known to be closed, as text. */
	closed: string;
}

/** Tickets whose state is learned at the first look. */
const firstLook = 500;
/** Characters for the closed ones. */
const mostClosed = 6_000;

/** NinjaOne's status "closed"; an account's own closed statuses have it as their parent. */
const closedStatus = 6000;

/** Compares the tickets of a board that were changed since the last look. */
export const ticketComparison: ListComparison<Seen> = {
	changes: ['ticketChanged', 'ticketClosed'],
	async compare({ connection, settings }, before) {
		const { changes, board } = settings.changes;
		const run = await latestFirst(connection, board);
		if (!before) {
			const { rows } = await list(connection, run, firstLook, (row) => row);
			return { items: [], seen: seenIn(rows, { upTo: 0, at: [], closed: '' }) };
		}
		const rows = await changedSince(connection, run, before);
		const closed = idsIn(before.closed) ?? noIds;
		const items = [...rows].reverse().flatMap((row) => {
			const isNewlyClosed = isClosed(row) && !hasId(closed, Number(row.id));
			const found: Change[] = [
				...(wasThere(row, before) ? (['ticketChanged'] as const) : []),
				...(isNewlyClosed ? (['ticketClosed'] as const) : []),
			];
			return found.filter((event) => changes.includes(event)).map((event) => itemOf(event, row));
		});
		return { items, seen: seenIn(rows, before) };
	},
	async example({ connection, settings }) {
		const run = await latestFirst(connection, settings.changes.board);
		const { rows } = await list(connection, run, 1, (row) => row);
		return rows[0] && itemOf('ticketChanged', rows[0]);
	},
};

/** The tickets of the board, the latest change first. */
async function latestFirst(connection: Connection, name = 'all tickets'): Promise<Call> {
	const given = /^\d+$/.test(name) ? { id: Number(name) } : { name };
	const about = { rows: rowsFor(connection), label: 'Ticket Board Name or ID' };
	const boardId = await findRecord(boardList, given, about);
	return boardRun(boardId, {
		columns: ['summary', 'status', 'createTime', 'lastUpdated', 'priority', 'severity'],
		sortField: 'lastUpdated',
		sortDirection: 'DESC',
	});
}

const changedAt = ({ lastUpdated }: IDataObject) => Number(lastUpdated ?? NaN);

/** Reads down to what is known; pages are turned no further than that. */
async function changedSince(
	connection: Connection,
	run: Call,
	{ upTo, at }: Seen,
): Promise<IDataObject[]> {
	const found = new Map<unknown, IDataObject>();
	for await (const { rows } of pages(connection, run)) {
		for (const row of rows) {
			const time = changedAt(row);
			if (Number.isNaN(time)) throw withoutTimes();
			if (time < upTo) return [...found.values()];
			if (time > upTo || !at.includes(Number(row.id))) found.set(row.id, row);
		}
	}
	return [...found.values()];
}

const withoutTimes = () =>
	new NinjaOneError('NinjaOne does not say when the tickets of this board were changed', {
		description: 'Choose another board, or take Ticket Changed and Ticket Closed out.',
	});

/** One that was opened since is no change. */
const wasThere = ({ createTime, lastUpdated }: IDataObject, { upTo }: Seen) =>
	Number(createTime) <= upTo || Number(lastUpdated) > Number(createTime) + 1;

const isClosed = ({ status }: IDataObject) => {
	const { statusId, parentId } = (status ?? {}) as IDataObject;
	return [statusId, parentId].includes(closedStatus);
};

function seenIn(rows: readonly IDataObject[], before: Seen): Seen {
	const times = rows.map(changedAt).filter((time) => !Number.isNaN(time));
	const upTo = Math.max(before.upTo, ...times);
	const ids = (all: readonly IDataObject[]) => all.map(({ id }) => Number(id));
	const known = withoutIds(idsIn(before.closed) ?? noIds, ids(rows));
	return {
		upTo,
		at: [
			...(upTo === before.upTo ? before.at : []),
			...ids(rows.filter((row) => changedAt(row) === upTo)),
		],
		closed: boundedIdsText(withIds(known, ids(rows.filter(isClosed))), mostClosed),
	};
}

function itemOf(event: Change, { id, summary, status, ...row }: IDataObject): IDataObject {
	const { statusId, displayName } = (status ?? {}) as IDataObject;
	return defined({
		event,
		time: isoTime(changedAt(row) * 1000),
		ticketId: id,
		subject: summary,
		statusId,
		status: displayName,
		priority: row.priority ?? undefined,
		severity: row.severity ?? undefined,
	});
}
