/** Requests under way at once, where the user says nothing: a few a second, as NinjaOne's own people do. */
export const defaultConcurrency = 5;

/**
 * Works through `count` items, `width` at a time, starting them in order.
 * @param goOn asked before each item; once it says no, what is under way is finished and nothing more is started
 */
export async function workThrough(
	count: number,
	width: number,
	work: (index: number) => Promise<void>,
	goOn: () => boolean,
): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < count && goOn()) {
			const index = next;
			next += 1;
			await work(index);
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
}
