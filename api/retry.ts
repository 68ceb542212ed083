import type { Endpoint } from './endpoint';
import type { Answer } from './answer';

/** How often one request is sent at most. */
export const maxTries = 6;

/** Longest wait that is sat out inside an execution; a longer Retry-After is reported instead. */
export const standardLongestWaitMs = 120_000;

/**
 * Whether a call that went wrong may be sent again.
 *
 * A 429 was turned away before anything was done, so every call may be. Where an answer was lost (gateway status, cut
 * connection, HTML page in place of JSON), NinjaOne may have acted: only calls that lead to the same state twice are
 * repeated. NinjaOne has no idempotency key, so a repeated script run would run twice.
 */
export function mayRepeat(endpoint: Endpoint, answer: Answer): boolean {
	if (answer.kind === 'throttled') return true;
	return (
		endpoint.repeatable &&
		(answer.kind === 'unavailable' || answer.kind === 'lost' || answer.kind === 'page')
	);
}

/** Shortest wait before a request is sent again, in ms. */
const shortestWaitMs = 1000;

/**
 * Whether NinjaOne may have acted on a request that got this answer. It has not where it turned the request down, and
 * where no connection came about.
 */
export function mayHaveActed(answer: Answer): boolean {
	switch (answer.kind) {
		case 'throttled':
		case 'signIn':
		case 'late':
			return false;
		case 'refused':
			return answer.status >= 500;
		case 'lost':
			return !neverConnected.includes(answer.code);
		default:
			return true;
	}
}

/** Codes of Node's for a connection that did not come about. */
const neverConnected = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * Milliseconds to wait before the next try: what NinjaOne asks for, else 1 s doubling, with up to a quarter more at
 * random so that many executions do not come back in step.
 * @param attempt the try that has just failed, from 1
 */
export function waitMs(attempt: number, retryAfterMs: number | undefined): number {
	const base = retryAfterMs ?? shortestWaitMs * 2 ** (attempt - 1);
	return Math.round(base * (1 + Math.random() / 4));
}

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
