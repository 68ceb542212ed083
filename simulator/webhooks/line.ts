/** Work that is done in the order in which it came, one piece at a time. */
export interface Line<Item> {
	readonly busy: boolean;
	add(item: Item): void;
	/** Forgets what has not begun. */
	clear(): void;
	/** Resolves when nothing is left. */
	idle(): Promise<void>;
}

/** @param work must not throw */
export function createLine<Item>(work: (item: Item) => Promise<void>): Line<Item> {
	let waiting: Item[] = [];
	let running: Promise<void> | undefined;

	const run = async () => {
		// What came with this item is to be there before it is worked on.
		await Promise.resolve();
		for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
		running = undefined;
	};

	return {
		get busy() {
			return running !== undefined;
		},
		add(item) {
			waiting.push(item);
			running ??= run();
		},
		clear() {
			waiting = [];
		},
		idle: async () => running,
	};
}
