/** Waits for so many milliseconds, without keeping a process alive that has nothing else to do. */
export const pause = (ms: number): Promise<void> =>
	new Promise((resolve) => {
		AbortSignal.timeout(ms).addEventListener('abort', () => resolve(), { once: true });
	});
