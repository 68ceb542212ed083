import type { Board, BoardRule, BoardRunRequest, BoardSort, Ticket } from '../contracts';
import { type Cell, cells } from './boardCells';
import { failure } from './refusal';
import type { State } from './state/state';

/** Runs a board: its tickets in order, from the row at which the cursor stands. */
export function runBoard(board: Board, state: State, run: BoardRunRequest) {
	const { tickets, ticketLog } = state;
	const cellOf = (ticket: Ticket, name: string) => cells[name](ticket, state);
	const { sortBy = board.sortBy, filters = [], pageSize = 50, lastCursorId = 0 } = run;
	const columns = [...new Set([...board.columns, ...(run.includeColumns ?? [])])];
	const known = [
		...columns,
		...sortBy.map(({ field }) => field),
		...filters.map(({ field }) => field),
	];
	for (const name of known)
		if (!Object.hasOwn(cells, name)) throw failure(400, `Unknown column ${name}`);

	const found = tickets
		.all()
		.filter(belongs(board))
		.filter(passes(filters, cellOf))
		.filter(speaksOf(run.searchCriteria ?? '', ticketLog.descriptionOf));
	const page = found.sort(order(sortBy, cellOf)).slice(lastCursorId, lastCursorId + pageSize);
	return {
		data: page.map((ticket) =>
			Object.fromEntries(columns.map((name) => [name, cellOf(ticket, name)])),
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

type CellOf = (ticket: Ticket, name: string) => Cell;

const belongs = (board: Board) => (ticket: Ticket) =>
	!ticket.deleted &&
	(board.name !== 'Unassigned tickets' || ticket.assignedAppUserId === undefined);

/** Whether a cell, as text or as a list of texts, is what a filter's value says. */
const operators: Record<string, (cell: readonly string[], value: string) => boolean> = {
	is: (cell, value) => cell.join() === value,
	is_not: (cell, value) => cell.join() !== value,
	in: (cell, value) => cell.some((text) => value.split(',').includes(text)),
	contains: (cell, value) => cell.some((text) => holds(text, value)),
	not_contains: (cell, value) => !cell.some((text) => holds(text, value)),
};

function passes(filters: readonly BoardRule[], cellOf: CellOf) {
	for (const { operator } of filters)
		if (!Object.hasOwn(operators, operator)) throw failure(400, `Unknown operator ${operator}`);
	return (ticket: Ticket) =>
		filters.every(({ field, operator, value = '' }) =>
			operators[operator](plain(cellOf(ticket, field)), value),
		);
}

/** A search looks at subject, description and tags. */
const speaksOf = (search: string, descriptionOf: (ticket: Ticket) => string) => (ticket: Ticket) =>
	search === '' ||
	[ticket.subject, descriptionOf(ticket), ...ticket.tags].some((text) => holds(text, search));

const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

/** A cell as text, a list as several, a status by its number. */
function plain(cell: Cell): string[] {
	const value = typeof cell === 'object' && 'statusId' in cell ? cell.statusId : cell;
	return [value ?? []].flat().map(String);
}

const order = (sortBy: readonly BoardSort[], cellOf: CellOf) => (a: Ticket, b: Ticket) => {
	for (const { field, direction } of sortBy) {
		const order = compare(cellOf(a, field), cellOf(b, field));
		if (order !== 0) return direction === 'ASC' ? order : -order;
	}
	return 0;
};

function compare(a: Cell, b: Cell): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return JSON.stringify(a ?? '').localeCompare(JSON.stringify(b ?? ''));
}
