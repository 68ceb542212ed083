/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
	const started = performance.now();
	await work();
	return performance.now() - started;
}

/**
 * Times each of several works once per round, taking turns in who is first: what else the machine does then falls on
 * all of them.
 * @returns milliseconds of each work, round by round
 */
export async function interleaved<Name extends string>(
	rounds: number,
	works: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, number[]>> {
	const names = Object.keys(works) as Name[];
	const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
		Name,
		number[]
	>;
	for (let round = 0; round < rounds; round++) {
		for (const name of round % 2 === 0 ? names : [...names].reverse()) {
			times[name].push(await timed(works[name]));
		}
	}
	return times;
}

/** For the details of a figure, such as `1293 to 1356 in 5 rounds`. */
export function spread(values: readonly number[]): string {
	const [least, most] = [Math.min(...values), Math.max(...values)].map(Math.round);
	return `${least} to ${most} in ${values.length} rounds`;
}
