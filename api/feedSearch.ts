import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { newestRows, readStretch } from './feedAnswer';

/** One activity, and what sets it apart from that of another account with the same id. */
export interface Mark {
	id: number;
	/** Epoch seconds. */
	time: number;
}

export const markOf = ({ id, activityTime }: IDataObject): Mark => ({
	id: Number(id),
	time: Number(activityTime),
});

/** The account's highest activity id, and its newest rows as marks, oldest first; 0 where there is none yet. */
export async function newestActivities(
	connection: Connection,
): Promise<{ highest: number; marks: Mark[] }> {
	const { rows, highest = 0 } = await newestRows(connection);
	const marks = rows.map(markOf);
	return { highest: Math.max(highest, ...marks.map(({ id }) => id)), marks };
}

/** Whether one of some activities that were read before is in this feed, too: another app of the account has the same. */
export async function hasOneOf(connection: Connection, marks: readonly Mark[]): Promise<boolean> {
	const newest = marks.at(-1);
	if (newest === undefined) return false;
	const { rows } = await newestRows(connection, { below: newest.id + 1 });
	const here = new Map(rows.map(markOf).map(({ id, time }) => [id, time]));
	return marks.some(({ id, time }) => here.get(id) === time);
}

/** Between which ids a moment lies, as far as it has been looked for: all that one poll found is kept for the next. */
export interface Search {
	/** Epoch seconds by NinjaOne's clock. */
	moment: number;
	/** Activities below this id are older; undefined where none was found yet. */
	older?: number;
	/** Activities above this id are newer; undefined at the beginning. */
	newer?: number;
	/** How far the next look goes down. */
	step?: number;
}

/** Ids between which activities are looked at one by one. */
const near = 400;
/** Rows whose times are looked at together: single ones may be late or wrong, the middle one counts. */
const sampled = 50;
const firstStep = 1_000;
/** Activities in a row, from the newest on, that are older than a moment: fewer may have come late. */
const settled = 10;

/**
 * The id up to which activities are older than a moment. Single ones above it may be, too. It takes some twenty small
 * requests however many activities there are.
 * @param search is narrowed as the search gets on
 */
export async function idBefore(connection: Connection, search: Search): Promise<number> {
	let newer = (search.newer ??= (await newestActivities(connection)).highest);
	let { older, step = firstStep } = search;
	while (older === undefined || newer - older > near) {
		const at: number = older === undefined ? newer - step : Math.floor((newer + older) / 2);
		if (at <= 0) older = 0;
		else if (await isNewer(connection, at, search.moment)) newer = at;
		else older = at;
		step *= 4;
		Object.assign(search, { newer, older, step });
	}
	const [above, upTo] = [Math.max(0, older - near / 2), newer + near / 2];
	const { rows } = await readStretch(connection, {}, above, upTo);
	return lastOlder(rows.map(markOf), search.moment) ?? older;
}

async function isNewer(connection: Connection, id: number, moment: number): Promise<boolean> {
	const { rows } = await newestRows(connection, { below: id + 1, most: sampled });
	if (rows.length === 0) return false;
	const times = rows.map(({ activityTime }) => Number(activityTime)).sort((a, b) => a - b);
	return times[Math.floor(times.length / 2)] > moment;
}

/** The highest id behind which activities in a row are older; undefined where there is no activity. */
function lastOlder(marks: readonly Mark[], moment: number): number | undefined {
	let older = 0;
	let found: number | undefined;
	for (const { id, time } of [...marks].reverse()) {
		older = time > moment ? 0 : older + 1;
		if (older === 0) found = id - 1;
		if (older === 1) found = id;
		if (older === settled) return found;
	}
	return found;
}
