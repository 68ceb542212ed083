import { sleep, type IHttpRequestOptions } from 'n8n-workflow';
import { readResponse, readThrown, type Answer, type FullResponse } from './answer';
import { credentialName, type Connection } from './connection';
import { explain } from './explain';
import { readFile, type FullFileResponse } from './file';
import { formData } from './form';
import { withoutNulls } from './nulls';
import { plainRequest, type Call } from './request';
import { maxTries, mayHaveActed, mayRepeat, waitMs } from './retry';

/**
 * Sends one call to NinjaOne and gives the parsed answer: an object, a list, a `File` where the endpoint answers with
 * one, or undefined where NinjaOne says nothing (204). It has no null in it, see nulls.ts. This is the only way out: every request of the package leaves
 * through this file.
 *
 * Refuses malformed ids before anything is sent, repeats by effect, honours Retry-After, stops on cancel.
 * @throws NinjaOneError with the reason in its message
 */
export async function send(connection: Connection, call: Call): Promise<unknown> {
	const { endpoint } = call;
	const { gate, signal, server, grantType, longestWaitMs } = connection;
	const request = httpRequest(connection, call);
	let answerLost = false;
	const failed = (answer: Exclude<Answer, { kind: 'ok' }>, tries: number) =>
		explain(answer, {
			endpoint,
			server,
			grantType,
			tries,
			longestWaitMs,
			mayHaveActed: answerLost,
			secrets: call.secrets,
		});

	for (let tries = 1; ; tries++) {
		if (signal?.aborted) throw failed({ kind: 'cancelled' }, tries);
		const timeout = timeLeft(connection);
		if (timeout <= 0) throw failed({ kind: 'late' }, tries);
		const answer = await gate.pass(async () => await tryOnce(connection, { ...request, timeout }));
		if (answer.kind === 'ok') {
			gate.succeeded();
			return withoutNulls(answer.body);
		}
		const gone = answer.kind === 'refused' && answer.status === 404;
		if (gone && answerLost && endpoint.goneMeansDone) return undefined;
		answerLost ||= mayHaveActed(answer);
		if (answer.kind === 'throttled' || answer.kind === 'page') gate.throttled();

		const asked = 'retryAfterMs' in answer ? answer.retryAfterMs : undefined;
		const wait = waitMs(tries, asked);
		const tooLong = (asked ?? wait) > longestWaitMs || wait >= timeLeft(connection, Infinity);
		if (!mayRepeat(endpoint, answer) || tooLong || tries === maxTries) {
			throw failed(answer, tries);
		}
		await pause(wait, signal);
	}
}

/** Milliseconds that one request may take. */
function timeLeft({ timeoutMs, deadline }: Connection, most = timeoutMs): number {
	return deadline === undefined ? most : Math.min(most, deadline - Date.now());
}

function httpRequest({ server }: Connection, call: Call): IHttpRequestOptions {
	const { method, url, body, form } = plainRequest(call);
	const wantsFile = call.endpoint.answers === 'file';
	return {
		method,
		url: `${server}${url}`,
		returnFullResponse: true,
		// n8n would follow a redirect to another host with the bearer token on it.
		disableFollowRedirect: true,
		...(wantsFile ? { encoding: 'arraybuffer' } : { json: true }),
		...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
		...(form === undefined ? {} : { body: formData(form) }),
	};
}

async function tryOnce(connection: Connection, request: IHttpRequestOptions): Promise<Answer> {
	const { context, server } = connection;
	try {
		// n8n signs what it is given: a copy, so that a second try starts clean.
		const options = { ...request, headers: { ...request.headers } };
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialName,
			options,
		);
		return request.encoding === 'arraybuffer'
			? readFile(response as FullFileResponse)
			: readResponse(response as FullResponse);
	} catch (error) {
		const answer = readThrown(error);
		if (request.encoding !== 'arraybuffer' || answer.kind !== 'refused') return answer;
		const place = placeOf(answer.location, server);
		return place === undefined ? answer : await fetchElsewhere(connection, place);
	}
}

/** Where a file has to be fetched from: over https, or from the same server. */
function placeOf(location: string | undefined, server: string): string | undefined {
	if (location === undefined || !URL.canParse(location, server)) return undefined;
	const { href, origin, protocol } = new URL(location, server);
	return protocol === 'https:' || origin === new URL(server).origin ? href : undefined;
}

/** A file that NinjaOne keeps in another place, such as a storage service: fetched from there without the token. */
async function fetchElsewhere({ context, timeoutMs }: Connection, url: string): Promise<Answer> {
	try {
		const response: unknown = await context.helpers.httpRequest({
			method: 'GET',
			url,
			timeout: timeoutMs,
			returnFullResponse: true,
			encoding: 'arraybuffer',
		});
		return readFile(response as FullFileResponse);
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
