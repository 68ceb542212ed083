import { sleep, type IHttpRequestOptions } from 'n8n-workflow';
import { readResponse, readThrown, type Answer, type FullResponse } from './answer';
import { streamed } from './body';
import { headersIn, noteTime } from './clock';
import {
	credentialName,
	credentialSecrets,
	type CallingContext,
	type Connection,
} from './connection';
import { endingWith, TimeIsOver, within } from './deadline';
import type { Endpoint } from './endpoint';
import { deviation, isFailure, type AnswerOf, type Expectation } from './expectation';
import { explain } from './explain';
import { readFile } from './file';
import { formData } from './form';
import { withoutNulls } from './nulls';
import { readReason } from './reason';
import { plainRequest, type Call } from './request';
import { maxTries, mayHaveActed, mayRepeat, waitMs } from './retry';
import { missingScope } from './scope';
import { hide } from './secrets';

/**
 * Sends one call to NinjaOne and gives the parsed answer, in the form that the endpoint promises (see expectation.ts);
 * a `File` where that is a file, undefined where NinjaOne says nothing. Secrets of the call are hidden in it, and
 * it has no null, see nulls.ts. This is the only way out: every request of the package leaves through this file.
 *
 * Refuses malformed ids and what the credential's scope does not cover before anything is sent, repeats by effect,
 * honours Retry-After, stops on cancel.
 * @throws NinjaOneError with the reason in its message
 */
export async function send<Expected extends Expectation>(
	connection: Connection,
	call: Call<Expected>,
): Promise<AnswerOf<Expected>> {
	const { endpoint } = call;
	const { gate, signal, longestWaitMs } = connection;
	const refusal = missingScope(connection, endpoint);
	if (refusal) throw refusal;
	const request = httpRequest(connection, call);
	let answerLost = false;
	// Each try has held it against what the endpoint answers with.
	const answered = (body: unknown) => withoutNulls(hide(body, call.secrets)) as AnswerOf<Expected>;
	const failed = async (answer: Exclude<Answer, { kind: 'ok' }>, tries: number) =>
		explain(answer, {
			...connection,
			endpoint,
			tries,
			mayHaveActed: answerLost,
			secrets: [...(call.secrets ?? []), ...(await credentialSecrets(connection))],
		});

	for (let tries = 1; ; tries++) {
		if (signal?.aborted) throw await failed({ kind: 'cancelled' }, tries);
		const answer = await gate.pass(async () => await tryOnce(connection, call, request));
		if (answer.kind === 'ok') {
			gate.succeeded();
			return answered(answer.body);
		}
		const gone = answer.kind === 'refused' && answer.status === 404;
		if (gone && answerLost && endpoint.goneMeansDone) return answered(undefined);
		answerLost ||= mayHaveActed(answer);
		if (answer.kind === 'throttled' || answer.kind === 'page') gate.throttled();

		const asked = 'retryAfterMs' in answer ? answer.retryAfterMs : undefined;
		const wait = waitMs(tries, asked);
		const tooLong = (asked ?? wait) > longestWaitMs || wait >= timeLeft(connection, Infinity);
		if (!mayRepeat(endpoint, answer) || tooLong || tries === maxTries) {
			throw await failed(answer, tries);
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
	return {
		method,
		url: `${server}${url}`,
		returnFullResponse: true,
		// n8n would follow a redirect to another host with the bearer token on it.
		disableFollowRedirect: true,
		...streamed,
		json: call.endpoint.answers !== 'file',
		...(body && { body, headers: { 'Content-Type': 'application/json' } }),
		...(form && { body: formData(form) }),
	};
}

/** One try, from the first byte of the request to the last one of the answer. */
async function tryOnce(
	connection: Connection,
	{ endpoint }: Call,
	request: IHttpRequestOptions,
): Promise<Answer> {
	const timeout = timeLeft(connection);
	if (timeout <= 0) return { kind: 'late' };
	const exchange = endpoint.answers === 'file' ? exchangeFile : exchangeJson;
	try {
		const answer = await within(
			timeout,
			connection.signal,
			async (signal) =>
				await exchange(connection, { ...request, timeout, abortSignal: signal }, signal),
		);
		return answer.kind === 'ok' ? asExpected(endpoint, answer) : answer;
	} catch (error) {
		if (connection.signal?.aborted) return { kind: 'cancelled' };
		if (error instanceof TimeIsOver) return { kind: 'lost', code: 'time-out' };
		noteTime(connection.clock, headersIn(error));
		return await readThrown(error);
	}
}

type Exchange = (
	connection: Connection,
	request: IHttpRequestOptions,
	signal: AbortSignal,
) => Promise<Answer>;

const exchangeJson: Exchange = async ({ context, clock }, request, signal) => {
	const response = await signed(context, request, signal);
	noteTime(clock, response.headers);
	return await readResponse(response);
};

/**
 * A file may be kept in another place, such as a storage service: it is fetched from there without the token. Each
 * redirect on the way is looked at.
 */
const exchangeFile: Exchange = async ({ context, server }, request, signal) => {
	let { url } = request;
	let answer = await signed(context, request, signal).then(readFile).catch(readThrown);
	for (let hop = 0; hop < mostHops && answer.kind === 'refused'; hop++) {
		const place = placeOf(answer.location, url, server);
		if (place === undefined) return answer;
		url = place;
		answer = await unsigned(context, { ...request, url })
			.then(readFile)
			.catch(readThrown);
	}
	return answer;
};

/** Redirects that are followed to a file. */
const mostHops = 5;

/** Where a redirect leads: over https, or to NinjaOne's own server; undefined for anywhere else. */
function placeOf(location: string | undefined, from: string, server: string): string | undefined {
	if (location === undefined || !URL.canParse(location, from)) return undefined;
	const { href, origin, protocol } = new URL(location, from);
	return protocol === 'https:' || origin === new URL(server).origin ? href : undefined;
}

/** Sends a request with the token on it; n8n fetches and renews that. */
async function signed(
	context: CallingContext,
	request: IHttpRequestOptions,
	signal: AbortSignal,
): Promise<FullResponse> {
	// n8n puts the token into what it is given: a copy, so that a second try starts clean.
	const options = { ...request, headers: { ...request.headers } };
	const ending = endingWith(context, signal);
	return (await context.helpers.httpRequestWithAuthentication.call(
		ending,
		credentialName,
		options,
	)) as FullResponse;
}

const unsigned = async ({ helpers }: CallingContext, request: IHttpRequestOptions) =>
	(await helpers.httpRequest({ ...request, headers: {} })) as FullResponse;

/** A success whose body means a failure, or is not what this endpoint answers with, is none. */
function asExpected(endpoint: Endpoint, answer: Extract<Answer, { kind: 'ok' }>): Answer {
	const { status, body } = answer;
	if (isFailure(body)) return { kind: 'refused', status, body: readReason(body) };
	const other = deviation(endpoint.answers, body);
	return other ? { kind: 'unexpected', status, ...other } : answer;
}

/** Waits, and wakes at once when the execution is cancelled. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
	try {
		await sleep(ms, signal);
	} catch {
		// Cancelled: the loop sees the signal next and says so.
	}
}
