import { found } from './input';
import { type Query, text } from './query';
import { failure } from './refusal';
import type { Table } from './state/table';

export { IdsSchema } from '../contracts';

/** The rows of all these ids, each once; refused as a whole when one is missing. */
export const rowsOf = <Row extends { id: number }>(
	table: Table<Row>,
	ids: readonly number[],
	kind: string,
): Row[] => [...new Set(ids)].map((id) => found(table.get(id), kind));

/** A query's list of ids, with commas between them, as a test; everything passes when it is not given. */
export function amongIds(query: Query, name: string): (id?: number) => boolean {
	const list = text(query, name);
	if (list === undefined) return () => true;
	if (!/^\s*\d+\s*(,\s*\d+\s*)*$/.test(list))
		throw failure(400, `Parameter ${name} must be ids with commas between them`);
	const ids = new Set(list.split(',').map(Number));
	return (id) => id !== undefined && ids.has(id);
}

/** A part of a name, in upper or lower case, as a test; everything passes when it is not given. */
export function likeName(query: Query, parameter: string): (name: string) => boolean {
	const part = text(query, parameter)?.toLowerCase();
	return (name) => part === undefined || name.toLowerCase().includes(part);
}

/** A query's `true` or `false` as a test; everything passes when it is not given. */
export function sameFlag(query: Query, name: string): (flag: boolean) => boolean {
	const wanted = text(query, name);
	return (flag) => wanted === undefined || flag === (wanted === 'true');
}
