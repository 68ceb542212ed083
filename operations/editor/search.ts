import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { list, pages } from '../../api/list';
import type { Call } from '../../api/request';
import { holds, inEditor } from './inEditor';

export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Rows shown at a time; the editor asks for more as the user scrolls. */
export const pageLength = 100;
/** Rows that one scroll may look through in search of a name; the token carries on from there. */
const mostRowsScanned = 20_000;

/** Finds what the user types, in one list. */
export type Search = (
	connection: Connection,
	filter: string,
	token: string | undefined,
	context: ILoadOptionsFunctions,
) => Promise<INodeListSearchResult>;

/** A list that the editor searches, with n8n's name for the method. */
export interface ListPicker {
	readonly method: string;
	readonly search: Search;
}

/** The method of a picker as n8n calls it. */
export const listSearchOf = ({ method, search }: ListPicker): Record<string, ListSearch> => ({
	[method]: async function (filter, token) {
		return await inEditor(this, async (connection) =>
			search(connection, (filter ?? '').trim(), token, this),
		);
	},
});

/** What a filter is looked for in: the label, and the ID. */
const textOf = ({ name, value }: INodeListSearchItems) => `${name} ${value}`;

/**
 * One page of a list by id, from the id in the token on: rows whose label holds the filter, until the page is full or
 * enough has been looked through.
 */
export async function scan(
	connection: Connection,
	all: Call,
	item: (row: IDataObject) => INodeListSearchItems,
	filter: string,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const isWanted = holds(filter);
	const results: INodeListSearchItems[] = [];
	const from = token === undefined ? undefined : Number(token);
	let last = from;
	let looked = 0;
	for await (const page of pages(connection, all, filter ? Infinity : pageLength - 1, from)) {
		for (const row of page.rows) {
			looked += 1;
			last = Number(row.id);
			const found = item(row);
			if (isWanted(textOf(found))) results.push(found);
			if (results.length === pageLength) return { results, paginationToken: String(last) };
		}
		if (page.more && looked >= mostRowsScanned) return { results, paginationToken: String(last) };
	}
	return { results };
}

/** A list that comes whole; the token counts the rows already shown. */
export async function pick(
	connection: Connection,
	all: Call,
	item: (row: IDataObject) => INodeListSearchItems,
	filter: string,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const { rows } = await list(connection, all, Infinity, item);
	return pickAmong(rows, filter, token);
}

/** One page of what is known already. */
export function pickAmong(
	all: INodeListSearchItems[],
	filter: string,
	token: string | undefined,
): INodeListSearchResult {
	const shown = Number(token ?? 0);
	const isWanted = holds(filter);
	const found = all.filter((each) => isWanted(textOf(each)));
	const next = shown + pageLength;
	return {
		results: found.slice(shown, next),
		...(found.length > next && { paginationToken: String(next) }),
	};
}
