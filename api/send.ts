import { sleep, type IHttpRequestOptions } from 'n8n-workflow';
import { readResponse, readThrown, type Answer } from './answer';
import { credentialName, type Connection } from './connection';
import { explain } from './explain';
import { plainRequest, type Call } from './request';
import { longestWaitMs, maxTries, mayRepeat, waitMs } from './retry';

/**
 * Sends one call to NinjaOne and gives the parsed answer: an object, a list, or undefined where NinjaOne says nothing
 * (204). This is the only way out: every request of the package leaves through `tryOnce` below.
 *
 * Refuses malformed ids before anything is sent, repeats by effect, honours Retry-After, stops on cancel.
 * @throws NinjaOneError with the reason in its message
 */
export async function send(connection: Connection, call: Call): Promise<unknown> {
	const { endpoint } = call;
	const { gate, signal, server, grantType } = connection;
	const request = httpRequest(connection, call);

	for (let tries = 1, answerLost = false; ; tries++) {
		if (signal?.aborted)
			throw explain({ kind: 'cancelled' }, { endpoint, server, grantType, tries });
		const answer = await gate.pass(async () => await tryOnce(connection, request));
		if (answer.kind === 'ok') {
			gate.succeeded();
			return answer.body;
		}
		const gone = answer.kind === 'refused' && answer.status === 404;
		if (gone && answerLost && endpoint.goneMeansDone) return undefined;
		answerLost ||= ['unavailable', 'page', 'lost'].includes(answer.kind);
		if (answer.kind === 'throttled' || answer.kind === 'page') gate.throttled();

		const asked = 'retryAfterMs' in answer ? answer.retryAfterMs : undefined;
		const tooLong = (asked ?? 0) > longestWaitMs;
		if (!mayRepeat(endpoint, answer) || tooLong || tries === maxTries) {
			throw explain(answer, { endpoint, server, grantType, tries });
		}
		await pause(waitMs(tries, asked), signal);
	}
}

function httpRequest({ server, timeoutMs }: Connection, call: Call): IHttpRequestOptions {
	const { method, url, body } = plainRequest(call);
	return {
		method,
		url: `${server}${url}`,
		timeout: timeoutMs,
		json: true,
		returnFullResponse: true,
		// n8n would follow a redirect to another host with the bearer token on it.
		disableFollowRedirect: true,
		...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
	};
}

async function tryOnce({ context }: Connection, request: IHttpRequestOptions): Promise<Answer> {
	try {
		// n8n signs what it is given: a copy, so that a second try starts clean.
		const options = { ...request, headers: { ...request.headers } };
		return readResponse(
			await context.helpers.httpRequestWithAuthentication.call(context, credentialName, options),
		);
	} catch (error) {
		return readThrown(error);
	}
}

/** Waits, and wakes at once when the execution is cancelled. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	try {
		await sleep(ms, signal);
	} catch {
		// Cancelled: the loop sees the signal next and says so.
	}
}
