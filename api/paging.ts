import type { IDataObject } from 'n8n-workflow';
import { NinjaOneError } from './errors';
import { isRecord, textIn } from './json';
import { nothingReturned, repeatGuard, repeats, standsStill } from './repeats';
import type { Query } from './query';

/** One page: its rows, and whether NinjaOne may have more behind it. */
export interface Page {
	rows: IDataObject[];
	more: boolean;
	/** The list begins anew with this page; what came before it is void. */
	restart?: boolean;
}

/** Asks for one page: the call as the user filled it, with these query values and body fields on top. */
export type FetchPage = (page: { query?: Query; body?: IDataObject }) => Promise<unknown>;

export interface PagingRequest {
	fetch: FetchPage;
	/** What the user filled in; a paging looks at it where the parameters that it sets are among it. */
	query: Query;
	/** How many rows are wanted at most; Infinity for all. */
	limit: number;
	/** Id of the last row that is known already; lists in pages by id go on behind it. */
	from?: number;
}

/**
 * Reads one list page by page. NinjaOne has several ways of doing so, plus lists that come whole; nothing outside this
 * file knows how pages follow each other. A paging asks for no page that is not wanted. Where a page brings nothing new
 * although more is to come, it throws rather than giving a cut list as a whole one, or asking without end.
 */
export type Paging = (request: PagingRequest) => AsyncGenerator<Page>;

/**
 * Rows a request asks for. 1,000 is what NinjaOne is known to serve everywhere, so that a shorter page is the last.
 * One row more than wanted shows whether there are more, without a second request.
 */
const largestPage = 1000;
const pageSize = (limit: number, least = 1, most = largestPage) =>
	Math.min(Math.max(limit + 1, least), most);

/** Bare array, `after` = the largest id of the page before. Devices, organizations, locations. */
export const idPages: Paging = async function* ({ fetch, limit, from }) {
	const size = pageSize(limit);
	for (let after = from; ; ) {
		const received = rowsOf(await fetch({ query: { pageSize: size, after } }));
		const last = after ?? -Infinity;
		// Whether `after` itself comes again is not documented: it is dropped if it does.
		const rows = received.filter((row) => !(Number(row.id) <= last));
		const more = received.length >= size;
		const next = more ? largestId(rows) : last;
		if (more && !(next > last)) throw standsStill('after', after);
		yield { rows, more };
		if (!more) return;
		after = next;
	}
};

/**
 * `{cursor: {name, offset}, results}`: `cursor` = the name, which is the same on every page; only the offset moves.
 * Fleet reports and backup jobs.
 *
 * NinjaOne itself keeps the place under that name. So a page whose answer was lost is not served again: the repeated
 * request gets the page after it. An offset that moved on by more than a page shows it, and the report begins anew.
 */
export const cursorPages: Paging = async function* ({ fetch, limit }) {
	const size = pageSize(limit);
	let restarts = 0;
	let demandNew = repeatGuard('cursor');
	for (let cursor: string | undefined, offset = 0, restart = false; ; ) {
		const answer = objectOf(await fetch({ query: { pageSize: size, cursor } }));
		const rows = rowsOf(answer.results, 'results');
		const next = (answer.cursor ?? {}) as { name?: string; offset?: number };
		const moved = (next.offset ?? offset + rows.length) - offset;
		if (moved > size && cursor !== undefined) {
			restarts += 1;
			if (restarts > mostRestarts) throw lostPages();
			[cursor, offset, restart] = [undefined, 0, true];
			demandNew = repeatGuard('cursor');
			continue;
		}
		const more = rows.length >= size && Boolean(next.name);
		if (more && cursor !== undefined && moved <= 0) throw standsStill('offset', offset);
		demandNew(rows, more);
		yield { rows, more, ...(restart ? { restart } : {}) };
		if (!more) return;
		[cursor, offset, restart] = [next.name, offset + moved, false];
	}
};

/** A report that lost a page this often on one connection will not come whole. */
const mostRestarts = 3;

/**
 * `{lastActivityId, activities}`, newest first: `olderThan` = the smallest id of the page before. `lastActivityId` is
 * the newest of the whole account, no page cursor. A lower bound that the user set (`newerThan`) ends the walk here:
 * NinjaOne does not say whether a full page above a bound holds the oldest or the newest rows, so none is asked for.
 */
export const activityPages: Paging = async function* ({ fetch, query, limit }) {
	const size = pageSize(limit, 10);
	const bound = Number(query.newerThan ?? -Infinity);
	for (let olderThan = query.olderThan; ; ) {
		const page = { pageSize: size, olderThan, newerThan: undefined };
		const received = rowsOf(objectOf(await fetch({ query: page })).activities, 'activities');
		const below = Number(olderThan ?? Infinity);
		const fresh = received.filter((row) => !(Number(row.id) >= below));
		const rows = fresh.filter((row) => !(Number(row.id) <= bound));
		const full = received.length >= size;
		const next = full ? smallestId(fresh) : below;
		if (full && !(next < below)) throw standsStill('olderThan', olderThan);
		const more = full && rows.length === fresh.length;
		yield { rows, more };
		if (!more) return;
		olderThan = next;
	}
};

/**
 * The whole feed above an id, in one small request where little is new. Whether a full page above an id holds the oldest
 * or the newest rows is not documented, so behind one the walk starts at the top.
 */
export const newerActivityPages: Paging = async function* (request) {
	const bound = Number(request.query.newerThan ?? 0);
	const answer = objectOf(await request.fetch({ query: { pageSize: largestPage } }));
	const received = rowsOf(answer.activities, 'activities');
	const rows = received.filter((row) => Number(row.id) > bound);
	if (received.length >= largestPage && rows.length === received.length) {
		yield* activityPages(request);
	} else {
		yield { rows, more: false };
	}
};

/** `{page, pageSize, count, results}` with a named cursor. Custom field definitions, at most 500 a page. */
export const definitionPages: Paging = async function* ({ fetch, limit }) {
	const size = pageSize(limit, 5, 500);
	const demandNew = repeatGuard('cursorName');
	for (let cursorName: string | undefined; ; ) {
		const answer = objectOf(await fetch({ query: { pageSize: size, cursorName } }));
		const rows = rowsOf(answer.results, 'results');
		// The name of the field is not documented.
		const { name } = (answer.cursor ?? {}) as IDataObject;
		const { nextCursorName, cursorName: given, nextCursor, cursor } = answer;
		const next = [nextCursorName, given, nextCursor, cursor, name].map(textIn).find(Boolean);
		const more = rows.length >= size && next !== undefined;
		if (more && next === cursorName) throw standsStill('cursorName', cursorName);
		demandNew(rows, more);
		yield { rows, more };
		if (!more) return;
		cursorName = next;
	}
};

/** `{data, metadata: {lastCursorId}}` of a ticket board run: the cursor goes into the body and acts as a row offset. */
export const boardPages: Paging = async function* ({ fetch, limit }) {
	const size = pageSize(limit);
	const seen = new Set<unknown>();
	const demandNew = repeatGuard('lastCursorId');
	for (let lastCursorId: number | undefined, stale = false; ; ) {
		const cursor = lastCursorId === undefined ? {} : { lastCursorId };
		const answer = objectOf(await fetch({ body: { pageSize: size, ...cursor } }));
		const received = rowsOf(answer.data, 'data');
		// Rows can shift between pages while tickets change: each ticket comes once.
		const rows = received.filter(({ id }) => id === undefined || !seen.has(id));
		for (const { id } of rows) seen.add(id);
		const { lastCursorId: next } = (answer.metadata ?? {}) as { lastCursorId?: number | null };
		// No cursor, and one at the beginning, is the end.
		const more = received.length > 0 && Boolean(next) && next !== lastCursorId;
		demandNew(received, more);
		// A page of shifted rows alone can be the last; a second one is a server that repeats itself.
		const isStale = received.length > 0 && rows.length === 0;
		if (isStale && stale) throw repeats('lastCursorId');
		stale = isStale;
		yield { rows, more };
		if (!more) return;
		lastCursorId = next ?? undefined;
	}
};

/** Bare array, and the last row's id asks for what follows. Ticket log entries, ticket contacts. */
const anchorPages = (anchor: string, key: string): Paging =>
	async function* ({ fetch, limit }) {
		const size = pageSize(limit);
		const demandNew = repeatGuard(anchor);
		for (let last: string | undefined; ; ) {
			const rows = rowsOf(await fetch({ query: { pageSize: size, [anchor]: last } }));
			const more = rows.length >= size;
			const next = String(rows.at(-1)?.[key] ?? '');
			if (more && (next === '' || next === last)) throw standsStill(anchor, last);
			demandNew(rows, more);
			yield { rows, more };
			if (!more) return;
			last = next;
		}
	};
export const logEntryPages = anchorPages('anchorId', 'id');
export const contactPages = anchorPages('anchorNaturalId', 'naturalId');

/**
 * Lists that NinjaOne gives whole, in one answer: a Limit is applied here.
 * @param key where the rows are, when the answer is not a bare array
 */
export const complete = (key?: string): Paging =>
	async function* ({ fetch }) {
		const answer = await fetch({});
		yield { rows: rowsOf(key === undefined ? answer : objectOf(answer)[key], key), more: false };
	};
export const whole = complete();

/**
 * Like a whole list, but NinjaOne cuts it at a `limit` that the request names. Device search.
 * @param key where the rows are in the answer
 */
export const limited = (key: string): Paging =>
	async function* ({ fetch, limit }) {
		const size = pageSize(limit);
		const rows = rowsOf(objectOf(await fetch({ query: { limit: size } }))[key], key);
		yield { rows, more: rows.length >= size };
	};

function rowsOf(answer: unknown, key?: string): IDataObject[] {
	if (Array.isArray(answer) && answer.every(isRecord)) return answer;
	throw unexpected(key === undefined ? 'a list' : `a list in "${key}"`);
}

function objectOf(answer: unknown): IDataObject {
	if (isRecord(answer)) return answer;
	throw unexpected('an object');
}

/** A row without one is no reason to lose the others. */
const ids = (rows: IDataObject[]) => rows.map(({ id }) => Number(id)).filter(Number.isFinite);
// Not Math.max(...): a page could be too long to be spread.
const largestId = (rows: IDataObject[]) => ids(rows).reduce((a, b) => Math.max(a, b), -Infinity);
const smallestId = (rows: IDataObject[]) => ids(rows).reduce((a, b) => Math.min(a, b), Infinity);

const unexpected = (wanted: string) =>
	new NinjaOneError(`NinjaOne's answer is not what this list expects: ${wanted} is missing`, {
		description: nothingReturned,
	});

const lostPages = () =>
	new NinjaOneError(
		"Pages of NinjaOne's report were lost on the way again and again, so it cannot be completed",
		{ description: nothingReturned, failure: { cause: 'temporarily-unavailable' } },
	);
