import type { Connection } from '../../api/connection';

/** Fits what a poll undertakes to the time that it has left. */
export interface TimeBudget {
	/** Passes what takes one request each on, and notes how long that took. */
	timed<T>(requests: AsyncGenerator<T>): AsyncGenerator<T>;
	/** How many activities to look up together: few where NinjaOne is slow, so that they are finished in time. */
	batchSize(): number;
	/** Whether another batch can be finished. */
	hasTime(): boolean;
}

/** Rounds of requests that a batch takes: a page, devices and alerts, devices that wait for approval, names. */
const roundsOfBatch = 3;
/** Activities in a batch; the smaller one speaks of no more devices than one request asks for. */
const sizes = { usual: 500, smaller: 250 };

export function timeBudget({ deadline = Infinity }: Connection): TimeBudget {
	let longestMs = 0;
	const roundsLeft = () => (deadline - Date.now()) / Math.max(longestMs, 1);
	return {
		async *timed(requests) {
			for (;;) {
				const begun = Date.now();
				const { value, done } = await requests.next();
				if (done) return;
				longestMs = Math.max(longestMs, Date.now() - begun);
				yield value;
			}
		},
		batchSize: () => (roundsLeft() > 4 * roundsOfBatch ? sizes.usual : sizes.smaller),
		hasTime: () => roundsLeft() > roundsOfBatch,
	};
}
