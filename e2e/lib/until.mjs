import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is true, or anything else that counts as true.
 *
 * @param {string} what is awaited, for the error
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>}
 * @template T
 */
export async function until(what, ask, { timeoutMs = 60_000, everyMs = 250 } = {}) {
	for (const deadline = Date.now() + timeoutMs; ; await pause(everyMs)) {
		const answer = await ask();
		if (answer) return answer;
		if (Date.now() > deadline)
			throw new Error(`In vain waited ${timeoutMs / 1000} s until ${what}`);
	}
}
