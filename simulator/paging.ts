import { integer, type Query, text } from './query';
import { failure } from './refusal';
import type { Table } from './state/table';

/** Rows a list gives when it is not asked for a number, and at most: a larger pageSize is cut silently. */
const largestPage = 1000;

/**
 * Id pages: rows with ids above `after`, ascending. A bare list, without a total and without a link to the next page.
 * @param keep which rows belong to the list
 */
export function idPage<Row extends { id: number }>(
	table: Table<Row>,
	query: Query,
	keep: (row: Row) => boolean = () => true,
): Row[] {
	const size = Math.min(integer(query, 'pageSize', { least: 1 }) ?? largestPage, largestPage);
	return take(table.after(integer(query, 'after') ?? 0), size, keep);
}

/** The first rows that are wanted, without looking at more than necessary. */
export function take<Row>(rows: Iterable<Row>, size: number, keep: (row: Row) => boolean): Row[] {
	const page: Row[] = [];
	for (const row of rows) {
		if (keep(row) && page.push(row) === size) break;
	}
	return page;
}

/** Anchor pages: what comes behind the row that the anchor names. A bare list. */
export function anchorPage<Row>(
	rows: readonly Row[],
	query: Query,
	{ anchor, of, size }: { anchor: string; of: (row: Row) => number; size: number },
): Row[] {
	const behind = integer(query, anchor) ?? 0;
	return take(rows, integer(query, 'pageSize', { least: 1 }) ?? size, (row) => of(row) > behind);
}

/** Named cursor of the custom field definitions: its name is given out with a page and asks for the next. */
export function definitionPage<Row>(rows: readonly Row[], query: Query) {
	const pageSize = integer(query, 'pageSize', { least: 5, most: 500 }) ?? 50;
	const start = startOf(text(query, 'cursorName'));
	const results = rows.slice(start, start + pageSize);
	const end = start + results.length;
	return {
		page: Math.floor(start / pageSize),
		pageSize,
		count: results.length,
		results,
		...(end < rows.length && { cursorName: `fields-${end}` }),
	};
}

function startOf(cursorName: string | undefined): number {
	if (cursorName === undefined) return 0;
	const start = Number(/^fields-(\d+)$/.exec(cursorName)?.[1]);
	if (Number.isInteger(start)) return start;
	throw failure(400, `Unknown cursor ${cursorName}`);
}
