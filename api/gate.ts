/**
 * Lets a bounded number of requests out at a time, and adapts the bound to what NinjaOne bears.
 *
 * It starts with one: n8n does not guard the first token fetch, so ten first requests at once would fetch ten tokens.
 * Each success then lets one more out, up to the ceiling; a throttled answer halves the bound for everybody, and from
 * there it grows slowly, by one per round (NinjaOne publishes no rate limit to keep to).
 */
export interface Gate {
	/** Runs the task when there is room, in order of arrival. */
	pass<T>(task: () => Promise<T>): Promise<T>;
	/** NinjaOne answered a request: one more may go out at once. */
	succeeded(): void;
	/** NinjaOne said "too many requests". */
	throttled(): void;
	/** How many requests may be out at the moment. */
	readonly width: number;
}

export function createGate(ceiling: number): Gate {
	let width = 1;
	let out = 0;
	let hasBeenThrottled = false;
	const waiting: Array<() => void> = [];

	const letIn = () => {
		while (out < Math.floor(width) && waiting.length > 0) {
			out += 1;
			waiting.shift()?.();
		}
	};
	const enter = async () =>
		await new Promise<void>((resolve) => {
			waiting.push(resolve);
			letIn();
		});
	const leave = () => {
		out -= 1;
		letIn();
	};
	return {
		async pass(task) {
			await enter();
			try {
				return await task();
			} finally {
				leave();
			}
		},
		succeeded() {
			width = Math.min(ceiling, width + (hasBeenThrottled ? 1 / width : 1));
			letIn();
		},
		throttled() {
			hasBeenThrottled = true;
			width = Math.max(1, width / 2);
		},
		get width() {
			return Math.floor(width);
		},
	};
}
