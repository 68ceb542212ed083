/** Shortest wait before a request is sent again, in ms. */
export const shortestWaitMs = 1000;

/**
 * Reads a Retry-After header, in seconds or as an HTTP date, into milliseconds from now. Less than a second (0, a
 * negative number, a date that is over) asks for nothing: the request would come back at once, again and again.
 * @param sentAt the answer's own Date header: a date is counted from it, since the clocks here and there may differ
 */
export function retryAfter(header: unknown, sentAt?: unknown): number | undefined {
	const ms = isNumber(header) ? Number(header) * 1000 : dateOf(header) - clock(sentAt);
	return ms >= shortestWaitMs ? ms : undefined;
}

const isNumber = (header: unknown) => /^\s*-?\d+(\.\d+)?\s*$/.test(String(header));

/** An HTTP date in epoch milliseconds; NaN for anything else. `Date.parse` alone takes "-5" for a year. */
const dateOf = (header: unknown) =>
	typeof header === 'string' && /^\w{3},? .*\d/.test(header.trim()) ? Date.parse(header) : NaN;

function clock(sentAt: unknown): number {
	const there = dateOf(sentAt);
	return Number.isNaN(there) ? Date.now() : there;
}
