import type { Board, BoardRule, BoardRunRequest, BoardSort, Ticket } from '../contracts';
import { failure } from './refusal';

type Cell = string | number | boolean | object | undefined;

/** How a ticket fills the columns of a board. */
const cells: Record<string, (ticket: Ticket) => Cell> = {
	id: ({ id }) => id,
	summary: ({ subject }) => subject,
	status: ({ status }) => status,
	priority: ({ priority }) => priority,
	severity: ({ severity }) => severity,
	type: ({ type }) => type,
	createTime: ({ createTime }) => createTime,
	clientId: ({ clientId }) => clientId,
	nodeId: ({ nodeId }) => nodeId,
	locationId: ({ locationId }) => locationId,
	assignedAppUserId: ({ assignedAppUserId }) => assignedAppUserId,
	requesterUid: ({ requesterUid }) => requesterUid,
	source: ({ source }) => source,
	tags: ({ tags }) => tags,
	ticketFormId: ({ ticketFormId }) => ticketFormId,
};

/** Runs a board: its tickets in order, from the row at which the cursor stands. */
export function runBoard(board: Board, tickets: readonly Ticket[], run: BoardRunRequest) {
	const { sortBy = board.sortBy, filters = [], pageSize = 50, lastCursorId = 0 } = run;
	const columns = [...new Set([...board.columns, ...(run.includeColumns ?? [])])];
	const known = [
		...columns,
		...sortBy.map(({ field }) => field),
		...filters.map(({ field }) => field),
	];
	for (const name of known)
		if (!Object.hasOwn(cells, name)) throw failure(400, `Unknown column ${name}`);

	const found = tickets.filter(belongs(board)).filter(passes(filters, run.searchCriteria));
	const page = found.sort(order(sortBy)).slice(lastCursorId, lastCursorId + pageSize);
	return {
		data: page.map((ticket) =>
			Object.fromEntries(columns.map((name) => [name, cells[name](ticket)])),
		),
		metadata: {
			columns,
			sortBy,
			filters,
			attributes: {},
			allColumns: Object.keys(cells),
			allRequiredColumns: ['id'],
			// Not an id, whatever its name says: the number of rows given out so far.
			lastCursorId: lastCursorId + page.length,
		},
	};
}

const belongs = (board: Board) => (ticket: Ticket) =>
	!ticket.deleted &&
	(board.name !== 'Unassigned tickets' || ticket.assignedAppUserId === undefined);

function passes(filters: readonly BoardRule[], search = '') {
	for (const { operator } of filters) {
		if (operator !== 'is' && operator !== 'is_not')
			throw failure(400, `Unknown operator ${operator}`);
	}
	return (ticket: Ticket) =>
		ticket.subject.toLowerCase().includes(search.toLowerCase()) &&
		filters.every(
			({ field, operator, value }) => (plain(ticket, field) === value) === (operator === 'is'),
		);
}

/** A cell as text, a status by its number. */
function plain(ticket: Ticket, field: string): string {
	return field === 'status' ? String(ticket.status.statusId) : String(cells[field](ticket));
}

const order = (sortBy: readonly BoardSort[]) => (a: Ticket, b: Ticket) => {
	for (const { field, direction } of sortBy) {
		const order = compare(cells[field](a), cells[field](b));
		if (order !== 0) return direction === 'ASC' ? order : -order;
	}
	return 0;
};

function compare(a: Cell, b: Cell): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return JSON.stringify(a ?? '').localeCompare(JSON.stringify(b ?? ''));
}
