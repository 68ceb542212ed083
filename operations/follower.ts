import { sleep, type IDataObject } from 'n8n-workflow';
import type { Connection } from '../api/connection';
import { deviceFilterText } from '../api/deviceFilter';
import { activities } from '../api/endpoints/activities';
import { asNinjaOneError, NinjaOneError } from '../api/errors';
import { list, rowsFor } from '../api/list';
import { call } from '../api/request';

/** What a follower reads; operations that wait declare them. */
export const followedEndpoints = [activities.list, activities.newer] as const;

/** Milliseconds between two looks: quick at first, then politely slower. */
const firstLookMs = 2_000;
const slowestLookMs = 20_000;
/** Devices that fit into a filter; above that the feed is read unfiltered. */
const mostFiltered = 200;

/** Something that was started on a device and whose end is awaited. */
export interface Watch<Outcome> {
	deviceId: number;
	/** Newest activity from before it was started; see `bookmark`. */
	since: number;
	/** Milliseconds to wait at most. */
	timeoutMs: number;
	/** Shown the device's activities in order; gives the outcome once it is known. */
	see(activity: IDataObject): Outcome | undefined;
}

/** How a watch ended. */
export type Followed<Outcome> =
	| { end: 'outcome'; outcome: Outcome }
	/** Still running after the time that was given. */
	| { end: 'timeout' }
	/** The activities could not be read any more; what was started goes on without a witness. */
	| { end: 'unseen'; error: NinjaOneError };

export interface Follower {
	/** Id of the newest activity, to be taken before anything is started. */
	bookmark(): Promise<number>;
	follow<Outcome>(watch: Watch<Outcome>): Promise<Followed<Outcome>>;
}

interface Waiting {
	watch: Watch<unknown>;
	/** Activities up to this id have been shown to it. */
	shown: number;
	waitedMs: number;
	settle(end: Followed<unknown>): void;
	reject(error: NinjaOneError): void;
}

/**
 * Follows everything that one execution has started, with one look at the activity feed per interval for all of it,
 * however many devices are awaited. Ids grow for the whole account, so nothing between two looks is missed.
 */
export function createFollower(connection: Connection): Follower {
	const waiting = new Set<Waiting>();
	let newest: Promise<number> | undefined;
	/** Highest id in any look so far: later orders need not be looked for below it. */
	let highest = 0;
	let isLooking = false;

	async function look(): Promise<void> {
		if (isLooking) return;
		isLooking = true;
		for (let interval = firstLookMs; waiting.size > 0; ) {
			try {
				await sleep(interval, connection.signal);
				connection.signal?.throwIfAborted();
				show(await activitiesOf([...waiting]));
				for (const each of waiting) grow(each, interval);
			} catch (error) {
				giveUp(asNinjaOneError(error));
			}
			interval = Math.min(interval * 1.5, slowestLookMs);
		}
		isLooking = false;
	}

	/** Nobody wants an outcome of a cancelled execution; otherwise what was started is returned without its end. */
	function giveUp(error: NinjaOneError): void {
		const isCancelled = connection.signal?.aborted;
		for (const each of waiting) {
			waiting.delete(each);
			if (isCancelled) each.reject(new NinjaOneError('The execution was cancelled'));
			else each.settle({ end: 'unseen', error });
		}
	}

	async function activitiesOf(all: Waiting[]): Promise<IDataObject[]> {
		const deviceIds = [...new Set(all.map(({ watch }) => watch.deviceId))];
		const df = deviceIds.length > mostFiltered ? undefined : deviceFilterText({ deviceIds });
		const newerThan = Math.min(...all.map(({ shown }) => shown));
		const rows = await rowsFor(connection)(call(activities.newer, { query: { df, newerThan } }));
		return rows.sort((a, b) => Number(a.id) - Number(b.id));
	}

	function show(rows: IDataObject[]): void {
		highest = Math.max(highest, Number(rows.at(-1)?.id ?? 0));
		for (const each of [...waiting]) {
			for (const row of rows) {
				if (Number(row.id) <= each.shown) continue;
				each.shown = Number(row.id);
				if (row.deviceId !== each.watch.deviceId) continue;
				const outcome = each.watch.see(row);
				if (outcome === undefined) continue;
				settle(each, { end: 'outcome', outcome });
				break;
			}
		}
	}

	function grow(each: Waiting, ms: number): void {
		each.waitedMs += ms;
		if (each.waitedMs >= each.watch.timeoutMs) settle(each, { end: 'timeout' });
	}

	function settle(each: Waiting, end: Followed<unknown>): void {
		waiting.delete(each);
		each.settle(end);
	}

	return {
		async bookmark() {
			newest ??= list(connection, call(activities.list), 1, (row) => Number(row.id)).then(
				({ rows }) => rows[0] ?? 0,
			);
			return Math.max(await newest, highest);
		},
		async follow<Outcome>(watch: Watch<Outcome>) {
			const ended = new Promise<Followed<unknown>>((settle, reject) => {
				waiting.add({ watch, shown: watch.since, waitedMs: 0, settle, reject });
			});
			void look();
			return (await ended) as Followed<Outcome>;
		},
	};
}
