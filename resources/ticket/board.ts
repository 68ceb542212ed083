import { tickets } from '../../api/endpoints/tickets';
import { call, type Call } from '../../api/request';

export interface BoardFilter {
	field: string;
	operator: string;
	value?: string;
}

export interface BoardRun {
	filters?: readonly BoardFilter[];
	search?: string;
	/** In addition to those of the board. */
	columns?: readonly string[];
	sortField?: string;
	sortDirection?: 'ASC' | 'DESC';
}

/**
 * Asks for the tickets of a board. They come in the order of their ids, whatever else they are sorted by: the next
 * page begins so many rows further on, so an order that is not settled would repeat some tickets and skip others.
 */
export function boardRun(
	boardId: number,
	{ filters = [], search, columns = [], sortField = 'id', sortDirection = 'ASC' }: BoardRun,
): Call {
	const byId = { field: 'id', direction: 'ASC' };
	const sortBy =
		sortField === 'id'
			? [{ ...byId, direction: sortDirection }]
			: [{ field: sortField, direction: sortDirection }, byId];
	return call(tickets.runBoard, {
		path: { boardId },
		body: {
			sortBy,
			filters: distinct(filters),
			...(search ? { searchCriteria: search } : {}),
			includeColumns: [...new Set(['id', ...columns])],
		},
	});
}

/** NinjaOne's documentation wants each filter once. */
const distinct = (filters: readonly BoardFilter[]) => [
	...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values(),
];

/** Whether a row's tags hold this one; whether NinjaOne keeps upper and lower case is not documented. */
export const isTagged = (tags: unknown, tag: string): boolean =>
	((tags ?? []) as unknown[]).some((held) => String(held).toLowerCase() === tag.toLowerCase());
