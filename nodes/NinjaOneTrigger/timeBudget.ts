import type { Connection } from '../../api/connection';

/** Rounds of requests that a batch takes: a page, devices and alerts, devices that wait for approval, names. */
const roundsOfBatch = 3;
/** Activities in a batch; the smaller one speaks of no more devices than one request asks for. */
const sizes = { usual: 500, smaller: 250 };

/** Fits what a poll undertakes to the time that it has left. */
export function timeBudget({ deadline = Infinity }: Connection) {
	let longestMs = 0;
	const roundsLeft = () => (deadline - Date.now()) / Math.max(longestMs, 1);
	return {
		/** Passes what takes one request each on, and notes how long that took. */
		async *timed<T>(requests: AsyncGenerator<T>): AsyncGenerator<T> {
			for (;;) {
				const begun = Date.now();
				const { value, done } = await requests.next();
				if (done) return;
				longestMs = Math.max(longestMs, Date.now() - begun);
				yield value;
			}
		},
		/** How many activities to look up together: few where NinjaOne is slow, so that they are finished in time. */
		batchSize: () => (roundsLeft() > 4 * roundsOfBatch ? sizes.usual : sizes.smaller),
		/** Whether another batch can be finished. */
		hasTime: () => roundsLeft() > roundsOfBatch,
	};
}

export type TimeBudget = ReturnType<typeof timeBudget>;
