/** Rows by id, in ascending order of id, as NinjaOne lists them. */
export interface Table<Row extends { id: number }> {
	readonly size: number;
	get(id: number): Row | undefined;
	all(): readonly Row[];
	/** The rows with ids above this one. */
	after(id: number): IterableIterator<Row>;
	/** Adds a row, or puts it in the place of the one that has its id. */
	set(row: Row): Row;
	remove(id: number): boolean;
	/** One above the largest id ever held: ids are not given out again. */
	nextId(): number;
}

export function createTable<Row extends { id: number }>(seeded: readonly Row[] = []): Table<Row> {
	const rows = [...seeded].sort((a, b) => a.id - b.id);
	const byId = new Map(rows.map((row) => [row.id, row]));
	let largest = rows.at(-1)?.id ?? 0;

	const above = (id: number) => countUpTo(rows, id);

	return {
		get size() {
			return rows.length;
		},
		get: (id) => byId.get(id),
		all: () => rows,
		*after(id) {
			for (let at = above(id); at < rows.length; at++) yield rows[at];
		},
		set(row) {
			const at = above(row.id);
			if (byId.has(row.id)) rows[at - 1] = row;
			else rows.splice(at, 0, row);
			byId.set(row.id, row);
			largest = Math.max(largest, row.id);
			return row;
		},
		remove(id) {
			if (!byId.delete(id)) return false;
			rows.splice(above(id) - 1, 1);
			return true;
		},
		nextId: () => largest + 1,
	};
}

/** How many rows, in ascending order of id, have ids up to this one: the index of the first above it. */
export function countUpTo(rows: ReadonlyArray<{ id: number }>, id: number): number {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (rows[middle].id <= id) low = middle + 1;
		else high = middle;
	}
	return low;
}
