/** Ids as ranges in order: first and last of each. Ids that follow one another take the room of one. */
export type IdSet = ReadonlyArray<readonly [first: number, last: number]>;

export const noIds: IdSet = [];

/** Whether an id is among them. */
export function hasId(set: IdSet, id: number): boolean {
	let [low, high] = [0, set.length - 1];
	while (low <= high) {
		const middle = (low + high) >> 1;
		const [first, last] = set[middle];
		if (id < first) high = middle - 1;
		else if (id > last) low = middle + 1;
		else return true;
	}
	return false;
}

/** The set with more ids. */
export function withIds(set: IdSet, ids: readonly number[]): IdSet {
	if (ids.length === 0) return set;
	const all = [...set, ...ids.map((id) => [id, id] as const)].sort((a, b) => a[0] - b[0]);
	const merged: Array<[number, number]> = [];
	for (const [first, last] of all) {
		const before = merged.at(-1);
		if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
		else merged.push([first, last]);
	}
	return merged;
}

/** The set without some ids. */
export function withoutIds(set: IdSet, ids: readonly number[]): IdSet {
	if (ids.length === 0) return set;
	const gone = withIds(noIds, ids);
	return set.flatMap(([first, last]) => {
		const rest: Array<[number, number]> = [];
		let from = first;
		for (const [a, b] of gone) {
			if (b < from || a > last) continue;
			if (a > from) rest.push([from, a - 1]);
			from = b + 1;
		}
		return from <= last ? [...rest, [from, last] as [number, number]] : rest;
	});
}

/** Those above an id. */
export const idsAbove = (set: IdSet, id: number): IdSet =>
	set.filter(([, last]) => last > id).map(([first, last]) => [Math.max(first, id + 1), last]);

export const smallestId = (set: IdSet): number => set[0]?.[0] ?? Infinity;

/**
 * As text, a few characters for each range: how far it begins behind the one before, and how many ids follow its first,
 * in base 36.
 */
export function idsText(set: IdSet): string {
	let at = 0;
	return set
		.map(([first, last]) => {
			const [gap, more] = [first - at, last - first].map((count) => count.toString(36));
			at = last;
			return more === '0' ? gap : `${gap}-${more}`;
		})
		.join('.');
}

/** Reads such a text; undefined where it is none. */
export function idsIn(text: unknown): IdSet | undefined {
	if (typeof text !== 'string') return undefined;
	if (text === '') return noIds;
	let at = 0;
	const set = text.split('.').map((range) => {
		const [gap, more = '0'] = range.split('-');
		const first = at + parseInt(gap, 36);
		at = first + parseInt(more, 36);
		return [first, at] as const;
	});
	return Number.isSafeInteger(at) && set.every(([first, last]) => first <= last) ? set : undefined;
}

/** The text of as many of the highest ids as it has room for. */
export function boundedIdsText(set: IdSet, mostCharacters: number): string {
	for (let from = 0; ; from += Math.max(1, (set.length - from) >> 3)) {
		const text = idsText(set.slice(from));
		if (text.length <= mostCharacters) return text;
	}
}
