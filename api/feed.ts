import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { activities, activitiesAbove } from './endpoints/alerts';
import { list, pages } from './list';
import type { Page } from './paging';
import { call, type Query } from './request';

/** Activities that follow one another without a gap, oldest first. */
export interface Run {
	rows: IDataObject[];
	/** Everything up to this id is in this run or in one before it. */
	upTo: number;
}

/** One activity, and what tells it from that of another account with the same id. */
export interface Mark {
	id: number;
	/** Epoch seconds. */
	time: number;
}

/** Rows that a run behind a full page is meant to have: one page holds them, and shows where it ends. */
const aimedAt = 900;
/** Pages that are turned before a run is tried that is half as long. */
const mostPages = 3;
/** How much longer or shorter the next run may become. */
const mostChange = 4;

const idOf = (row: IDataObject) => Number(row.id);
export const markOf = ({ id, activityTime }: IDataObject): Mark => ({
	id: Number(id),
	time: Number(activityTime),
});

/** The account's newest activity; undefined where there is none. */
export async function newestActivity(connection: Connection): Promise<Mark | undefined> {
	return (await list(connection, call(activities), 1, markOf)).rows[0];
}

/** Whether an activity that was read before is in this feed, too: another app of the same account has the same. */
export async function hasActivity(connection: Connection, { id, time }: Mark): Promise<boolean> {
	const below = call(activities, { query: { olderThan: id + 1 } });
	const [found] = (await list(connection, below, 1, markOf)).rows;
	return found?.id === id && found.time === time;
}

/** Activities in a row, from the newest on, that are older than a moment: fewer may have come late. */
const settled = 10;

/** The id up to which activities are older than a moment, in epoch seconds. Single ones above it may be, too. */
export async function newestBefore(connection: Connection, moment: number): Promise<number> {
	let older = 0;
	let found = 0;
	for await (const { rows } of pages(connection, call(activities))) {
		for (const { id, time } of oldestFirst(rows).reverse().map(markOf)) {
			older = time > moment ? 0 : older + 1;
			if (older === 0) found = id - 1;
			if (older === 1) found = id;
			if (older === settled) return found;
		}
	}
	return found;
}

/**
 * The activities above an id, in runs from the oldest on: whoever stops between two runs has lost nothing.
 *
 * One small request where nothing is new. A full page holds the newest or the oldest rows above the id, NinjaOne does
 * not say which. So what is between the id and the page comes first, then the page, then what is above it.
 * @param query filters of NinjaOne's own
 */
export async function* runsAbove(
	connection: Connection,
	query: Query,
	bookmark: number,
): AsyncGenerator<Run> {
	for (let from = bookmark; ; ) {
		const page = await pageAbove(connection, query, from);
		const rows = oldestFirst(page.rows);
		const upTo = Math.max(from, idOf(rows.at(-1) ?? { id: from }));
		if (page.more) yield* runsBelow(connection, query, from, rows);
		yield { rows, upTo };
		if (!page.more) return;
		from = upTo;
	}
}

async function pageAbove(connection: Connection, query: Query, from: number): Promise<Page> {
	const above = call(activitiesAbove, { query: { ...query, newerThan: from } });
	const { value } = (await pages(connection, above).next()) as { value?: Page };
	return value ?? { rows: [], more: false };
}

/**
 * The activities between an id and a page, neither included. Each run reads downwards, the one order that NinjaOne
 * documents, from as far above the id as a page should reach; the ids of the page tell how close they are.
 */
async function* runsBelow(
	connection: Connection,
	query: Query,
	bookmark: number,
	page: IDataObject[],
): AsyncGenerator<Run> {
	const end = idOf(page[0]);
	let width = (aimedAt * (idOf(page[page.length - 1]) - end + 1)) / page.length;
	for (let from = bookmark; from + 1 < end; ) {
		const olderThan = Math.min(end, from + Math.max(2, Math.ceil(width)));
		const { rows, reached } = await walk(connection, { ...query, newerThan: from, olderThan });
		if (!reached) {
			width = (Math.min(...rows.map(idOf)) - from) / 2;
			continue;
		}
		yield { rows: oldestFirst(rows), upTo: olderThan - 1 };
		from = olderThan - 1;
		const change = aimedAt / Math.max(rows.length, 1);
		width *= Math.min(Math.max(change, 1 / mostChange), mostChange);
	}
}

/** Walks down towards the lower bound of the query, and says whether it was reached. */
async function walk(
	connection: Connection,
	query: Query,
): Promise<{ rows: IDataObject[]; reached: boolean }> {
	const rows: IDataObject[] = [];
	let turned = 0;
	for await (const page of pages(connection, call(activities, { query }))) {
		rows.push(...page.rows);
		turned += 1;
		if (page.more && turned === mostPages) return { rows, reached: false };
	}
	return { rows, reached: true };
}

const oldestFirst = (rows: IDataObject[]) => [...rows].sort((a, b) => idOf(a) - idOf(b));
