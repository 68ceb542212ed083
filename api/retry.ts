import type { Answer } from './answer';
import type { Endpoint } from './endpoint';
import { shortestWaitMs } from './retryAfter';

/** How often one request is sent at most. */
export const maxTries = 6;

/** Longest wait that is sat out inside an execution; a longer Retry-After ends in an error. */
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
