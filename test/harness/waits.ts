/** Milliseconds of every wait since the test began. Kept on a symbol, since jest loads modules anew per test file. */
export const waits: number[] = [];

let afterWait: ((ms: number) => void) | undefined;

/** Does something at the next wait, such as cancelling the execution in the middle of it. */
export function onNextWait(act: (ms: number) => void): void {
	afterWait = act;
}

/** Takes the place of n8n-workflow's `sleep`. */
export async function recordWait(ms: number, signal?: AbortSignal): Promise<void> {
	waits.push(ms);
	const act = afterWait;
	afterWait = undefined;
	act?.(ms);
	if (signal?.aborted) throw signal.reason;
}
