import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import type { Page, Paging } from './paging';
import type { Call } from './request';
import { send } from './send';
import { whole } from './paging';

/**
 * Pages of a list, as they arrive.
 * @param from id of the last row that is known already, for lists in pages by id
 */
export function pages(
	connection: Connection,
	call: Call,
	limit = Infinity,
	from?: number,
): AsyncGenerator<Page> {
	const paging: Paging = call.endpoint.paging ?? whole;
	return paging({
		limit,
		from,
		query: call.query,
		fetch: async ({ query, body }) =>
			await send(connection, {
				...call,
				query: { ...call.query, ...query },
				...(body && { body: { ...(call.body as IDataObject), ...body } }),
			}),
	});
}

/** How a whole list is read: by a running operation, in the editor, by a trigger. */
export type Rows = (call: Call) => Promise<IDataObject[]>;

export const rowsFor =
	(connection: Connection): Rows =>
	async (call) =>
		(await list(connection, call)).rows;

/**
 * Collects a list up to a limit. Pages are turned no further than needed.
 * @param shape turns each row into what is kept, so that a page can be let go before the next arrives
 * @param keep drops rows that NinjaOne cannot be asked to leave out; they do not count towards the limit
 * @returns cut: NinjaOne has, or may have, more than the limit let through
 */
export async function list<Row = IDataObject>(
	connection: Connection,
	call: Call,
	limit = Infinity,
	shape: (row: IDataObject) => Row = (row) => row as Row,
	keep?: (row: IDataObject) => boolean,
): Promise<{ rows: Row[]; cut: boolean }> {
	const rows: Row[] = [];
	// How many rows have to be read for so many to be kept is not known, so whole pages are asked for.
	for await (const page of pages(connection, call, keep ? Infinity : limit)) {
		if (page.restart) rows.length = 0;
		for (const row of keep ? page.rows.filter(keep) : page.rows) {
			if (rows.length === limit) return { rows, cut: true };
			rows.push(shape(row));
		}
		if (rows.length === limit) return { rows, cut: page.more };
	}
	return { rows, cut: false };
}
