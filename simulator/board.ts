import type { Board, BoardRunRequest, Ticket } from '../contracts';
import { type Cell, cells } from './boardCells';
import { failure } from './refusal';
import type { State } from './state/state';

/** Runs a board: its tickets in order, from the row at which the cursor stands. */
export function runBoard(board: Board, state: State, run: BoardRunRequest) {
	const { sortBy = board.sortBy, filters = [], pageSize = 50, lastCursorId = 0 } = run;
	const { searchCriteria = '' } = run;
	const columns = [...new Set([...board.columns, ...(run.includeColumns ?? [])])];
	checkNames('column', [...columns, ...[...sortBy, ...filters].map(({ field }) => field)], cells);
	checkNames(
		'operator',
		filters.map(({ operator }) => operator),
		operators,
	);
	const cellOf = (ticket: Ticket, name: string) => cells[name](ticket, state);
	const isShown = (ticket: Ticket) =>
		!ticket.deleted &&
		(board.name !== 'Unassigned tickets' || ticket.assignedAppUserId === undefined);
	const passes = (ticket: Ticket) =>
		filters.every(({ field, operator, value = '' }) =>
			operators[operator](textsOf(cellOf(ticket, field)), value),
		);
	/** A search looks at subject, description and tags. */
	const isFound = (ticket: Ticket) =>
		searchCriteria === '' ||
		[ticket.subject, state.ticketLog.descriptionOf(ticket), ...ticket.tags].some((text) =>
			holds(text, searchCriteria),
		);
	const compare = (a: Ticket, b: Ticket) => {
		const orders = sortBy.map(({ field, direction }) => {
			const order = compareCells(cellOf(a, field), cellOf(b, field));
			return direction === 'ASC' ? order : -order;
		});
		return orders.find((order) => order !== 0) ?? 0;
	};

	const found = state.tickets
		.all()
		.filter((ticket) => isShown(ticket) && passes(ticket) && isFound(ticket));
	const page = found.sort(compare).slice(lastCursorId, lastCursorId + pageSize);
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

function checkNames(what: string, names: readonly string[], known: object) {
	const unknown = names.find((name) => !Object.hasOwn(known, name));
	if (unknown !== undefined) throw failure(400, `Unknown ${what} ${unknown}`);
}

/** Whether a cell, as a list of texts, is what a filter's value says. */
const operators: Record<string, (cell: readonly string[], value: string) => boolean> = {
	is: (cell, value) => cell.join() === value,
	is_not: (cell, value) => cell.join() !== value,
	in: (cell, value) => cell.some((text) => value.split(',').includes(text)),
	contains: (cell, value) => cell.some((text) => holds(text, value)),
	not_contains: (cell, value) => !cell.some((text) => holds(text, value)),
};

const holds = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

/** A status goes by its number. */
function textsOf(cell: Cell): string[] {
	const value = typeof cell === 'object' && 'statusId' in cell ? cell.statusId : cell;
	return [value ?? []].flat().map(String);
}

function compareCells(a: Cell, b: Cell): number {
	if (typeof a === 'number' && typeof b === 'number') return a - b;
	return JSON.stringify(a ?? '').localeCompare(JSON.stringify(b ?? ''));
}
