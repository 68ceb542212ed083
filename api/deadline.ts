import type { CallingContext } from './connection';

/** Thrown where the time for something is over. */
export class TimeIsOver extends Error {}

/**
 * Does work that takes no longer than so many milliseconds, whatever it hangs on: n8n's own time-out ends with the
 * first byte of an answer, and does not count its fetching of a token.
 * @param cancelled aborted when the user stops the execution
 * @param work given the signal that ends its requests; what it leaves unread is let go in the end
 * @throws TimeIsOver; the reason of `cancelled`
 */
export async function within<T>(
	ms: number,
	cancelled: AbortSignal | undefined,
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const end = new AbortController();
	const late = AbortSignal.timeout(ms);
	const signal = AbortSignal.any([end.signal, late, ...(cancelled ? [cancelled] : [])]);
	const aborted = new Promise<never>((_, reject) => {
		signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
	});
	try {
		return await Promise.race([work(signal), aborted]);
	} catch (error) {
		throw late.aborted && !cancelled?.aborted ? new TimeIsOver() : error;
	} finally {
		end.abort();
	}
}

/**
 * The context with another cancel signal: n8n's helper for signed requests puts the execution's signal over the one
 * that a request brings.
 */
export function endingWith<Context extends CallingContext>(
	context: Context,
	signal: AbortSignal,
): Context {
	if (!('getExecutionCancelSignal' in context)) return context;
	return Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as Context;
}
