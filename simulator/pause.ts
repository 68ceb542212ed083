/**
 * Waits for so many milliseconds, without keeping a process alive that has nothing else to do.
 * @param stop ends the wait at once
 */
export const pause = (ms: number, stop?: AbortSignal): Promise<void> =>
	new Promise((resolve) => {
		const end = () => {
			stop?.removeEventListener('abort', end);
			resolve();
		};
		if (stop?.aborted) return resolve();
		AbortSignal.timeout(ms).addEventListener('abort', end, { once: true });
		stop?.addEventListener('abort', end, { once: true });
	});
