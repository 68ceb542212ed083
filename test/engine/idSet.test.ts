import {
	boundedIdsText,
	hasId,
	idsAbove,
	idsIn,
	idsText,
	noIds,
	smallestId,
	withIds,
	withoutIds,
} from '../../nodes/events/idSet';
import { createRandom } from '../../simulator/data/random';

const listed = (set: ReturnType<typeof withIds>) =>
	set.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));

describe('A set of ids', () => {
	it('holds what was put in and not taken out, as a plain set does', () => {
		const random = createRandom(1, 'ids');
		const plain = new Set<number>();
		let set = noIds;
		for (let round = 0; round < 200; round++) {
			const ids = Array.from({ length: 20 }, () => random.integer(1, 900));
			const isAdded = round % 3 > 0;
			for (const id of ids) {
				if (isAdded) plain.add(id);
				else plain.delete(id);
			}
			set = isAdded ? withIds(set, ids) : withoutIds(set, ids);
			expect(listed(set)).toEqual([...plain].sort((a, b) => a - b));
			expect(idsIn(idsText(set))).toEqual(set);
		}
		for (let id = 0; id <= 901; id++) expect(hasId(set, id)).toBe(plain.has(id));
		const above = [...plain].filter((id) => id > 450).sort((a, b) => a - b);
		expect(listed(idsAbove(set, 450))).toEqual(above);
		expect(smallestId(idsAbove(set, 450))).toBe(above[0]);
	});

	it('takes a few characters for each range, however many ids are in it', () => {
		const inRow = Array.from({ length: 45_000 }, (_, at) => 1_000_000_000 + at);
		expect(idsText(withIds(noIds, inRow)).length).toBeLessThan(12);
		expect(idsText(noIds)).toBe('');
		expect(smallestId(noIds)).toBe(Infinity);
	});

	it('keeps the highest ids where there is room for some, a thousand scattered ones in 3,000 characters', () => {
		const scattered = withIds(
			noIds,
			Array.from({ length: 3_000 }, (_, at) => 5_000 + at * 30),
		);
		const text = boundedIdsText(scattered, 3_000);
		expect(text.length).toBeLessThanOrEqual(3_000);
		const kept = listed(idsIn(text) ?? noIds);
		expect(kept.length).toBeGreaterThanOrEqual(1_000);
		expect(kept).toEqual(listed(scattered).slice(-kept.length));
	});

	it.each([['1.?'], ['5-.-1'], [7], [null], ['-3'], ['1.zzzzzzzzzzzz']])(
		'is not read from %p',
		(text) => {
			expect(idsIn(text)).toBeUndefined();
		},
	);
});
