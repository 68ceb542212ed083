import type { Activity } from '../../contracts';
import type { NewActivity } from '../data/alerts';

const firstId = 1_000_001;

/** The feed of the whole account. Ids grow by one. */
export interface ActivityLog {
	/** The newest id there is; 0 before the first. */
	readonly lastId: number;
	/** Oldest first. */
	all(): readonly Activity[];
	get(id: number): Activity | undefined;
	add(activity: NewActivity): Activity;
	/** Tells of every entry from now on. */
	onAdd(listener: (activity: Activity) => void): void;
	/** The entries with ids between these two (neither included), newest first. */
	newestFirst(above: number, below: number): IterableIterator<Activity>;
	oldestFirst(above: number, below: number): IterableIterator<Activity>;
}

export function createActivityLog(seeded: readonly NewActivity[]): ActivityLog {
	const entries: Activity[] = seeded.map((entry, at) => ({ id: firstId + at, ...entry }));
	const listeners: ((activity: Activity) => void)[] = [];
	const first = (above: number) => Math.max(above - firstId + 1, 0);
	const last = (below: number) => Math.min(below - firstId, entries.length) - 1;
	return {
		get lastId() {
			return entries.at(-1)?.id ?? 0;
		},
		all: () => entries,
		get: (id) => entries[id - firstId],
		add(activity) {
			const entry = { id: firstId + entries.length, ...activity };
			entries.push(entry);
			for (const tell of listeners) tell(entry);
			return entry;
		},
		onAdd: (listener) => void listeners.push(listener),
		*newestFirst(above, below) {
			const end = first(above);
			for (let at = last(below); at >= end; at--) yield entries[at];
		},
		*oldestFirst(above, below) {
			const end = last(below);
			for (let at = first(above); at <= end; at++) yield entries[at];
		},
	};
}
