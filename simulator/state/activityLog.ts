import type { Activity } from '../../contracts';
import type { NewActivity } from '../data/alerts';
import { countUpTo } from './table';

const firstId = 1_000_001;

/** The feed of the whole account. Ids grow by one, unless some are left out. */
export interface ActivityLog {
	/** The newest id there is; 0 before the first. */
	readonly lastId: number;
	/** Oldest first. */
	all(): readonly Activity[];
	get(id: number): Activity | undefined;
	add(activity: NewActivity): Activity;
	/** Calls with every entry from now on. */
	onAdd(listener: (activity: Activity) => void): void;
	/** The entries with ids between these two (neither included), newest first. */
	newestFirst(above: number, below: number): IterableIterator<Activity>;
	oldestFirst(above: number, below: number): IterableIterator<Activity>;
	/** Lets an entry become visible behind later ones. @param until epoch seconds */
	hide(id: number, until: number): void;
	/** Leaves ids out, as those of another account. */
	skipIds(count: number): void;
	/** The log is empty, and its ids begin anew. */
	beginAnew(first: number): void;
}

/** @param now epoch seconds */
export function createActivityLog(seeded: readonly NewActivity[], now: () => number): ActivityLog {
	const entries: Activity[] = seeded.map((entry, at) => ({ id: firstId + at, ...entry }));
	const hidden = new Map<number, number>();
	const listeners: ((activity: Activity) => void)[] = [];
	let next = firstId + entries.length;
	const isVisible = ({ id }: Activity) => (hidden.get(id) ?? 0) <= now();
	return {
		get lastId() {
			return entries.at(-1)?.id ?? 0;
		},
		all: () => entries,
		get(id) {
			const entry = entries.at(countUpTo(entries, id) - 1);
			return entry?.id === id ? entry : undefined;
		},
		add(activity) {
			const entry = { id: next, ...activity };
			next += 1;
			entries.push(entry);
			for (const listener of listeners) listener(entry);
			return entry;
		},
		onAdd: (listener) => void listeners.push(listener),
		*newestFirst(above, below) {
			const end = countUpTo(entries, above);
			for (let at = countUpTo(entries, below - 1) - 1; at >= end; at--) {
				if (isVisible(entries[at])) yield entries[at];
			}
		},
		*oldestFirst(above, below) {
			const end = countUpTo(entries, below - 1);
			for (let at = countUpTo(entries, above); at < end; at++) {
				if (isVisible(entries[at])) yield entries[at];
			}
		},
		hide: (id, until) => void hidden.set(id, until),
		skipIds(count) {
			next += count;
		},
		beginAnew(first) {
			entries.length = 0;
			hidden.clear();
			next = first;
		},
	};
}
