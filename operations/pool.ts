/** Requests under way at once, where the user says nothing: a few a second, as NinjaOne's own people do. */
export const defaultConcurrency = 5;

/**
 * Works through `count` items, `width` at a time, starting them in order.
 * @param work does one item; `freeSlot` lets another item start while this one waits for something
 *   that takes no requests, such as a script on a device
 * @param goOn asked before each item; once it says no, what is under way is finished and nothing more is started
 * @throws what `work` threw first, once everything that was started has ended
 */
export async function workThrough(
	count: number,
	width: number,
	work: (index: number, freeSlot: () => void) => Promise<void>,
	goOn: () => boolean = () => true,
): Promise<void> {
	const started: Array<Promise<void>> = [];
	let next = 0;
	const worker = async () => {
		while (next < count && goOn()) {
			const index = next;
			next += 1;
			await new Promise<void>((freeSlot) => {
				const one = work(index, freeSlot).finally(freeSlot);
				// Looked at in the end; until then a failure is nobody's surprise.
				one.catch(() => {});
				started.push(one);
			});
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, count) }, worker));
	await Promise.allSettled(started);
	await Promise.all(started);
}
