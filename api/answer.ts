import { AnswerTooLarge, largestReason, readBody } from './body';
import { parsedJson, textIn } from './json';
import { readReason, type Reason } from './reason';
import { retryAfter } from './retryAfter';
import { causes, type Thrown } from './thrown';

/** What came of one try. */
export type Answer =
	| { kind: 'ok'; status: number; body: unknown }
	/** NinjaOne turned the call down, for good. */
	| {
			kind: 'refused';
			status: number;
			body: Reason;
			requestId?: string;
			/** Where a redirect points. */
			location?: string;
	  }
	/** 429: turned away before anything was done. */
	| { kind: 'throttled'; status: number; retryAfterMs?: number }
	/** 502, 503, 504. */
	| { kind: 'unavailable'; status: number; retryAfterMs?: number }
	/** An HTML page or cut JSON in place of an answer; NinjaOne also throttles in this way. */
	| { kind: 'page'; status: number; retryAfterMs?: number }
	/** No answer, or a part of one: cut connection, time-out, unknown host, what is not HTTP. */
	| { kind: 'lost'; code: string }
	/** An answer that is larger than is read. */
	| { kind: 'tooLarge'; status: number; mostBytes: number }
	/** An answer of success in another form than NinjaOne documents, in words: a number in place of a record. */
	| { kind: 'unexpected'; status: number; came: string; wanted: string }
	/** No token could be had; `status` and `body` are the token endpoint's. */
	| { kind: 'signIn'; status?: number; body: Reason; reconnect: boolean }
	| { kind: 'cancelled' }
	/** Not sent: the time for it was over. */
	| { kind: 'late' }
	/** Something else inside n8n, in n8n's words. */
	| { kind: 'unknown'; message: string };

/** What n8n's helper gives for a success. */
export interface FullResponse {
	statusCode: number;
	headers?: Record<string, unknown>;
	/** A stream, see body.ts. */
	body: unknown;
}

/**
 * Reads the JSON of an answer that n8n's helper took for a success. No content, which is what 204 has, becomes
 * undefined, and so does `null`.
 */
export async function readResponse({ statusCode, headers, body }: FullResponse): Promise<Answer> {
	const text = String(await readBody(body, headers)).trim();
	const json = parsedJson(text);
	if (text === '' || json === null) return { kind: 'ok', status: statusCode, body: undefined };
	if (json === undefined && !isBareText(headers, text)) return page(statusCode, headers);
	return { kind: 'ok', status: statusCode, body: json ?? text };
}

/** Some calls answer with a bare UUID or address. Other text is not meant for a program, or JSON that was cut. */
function isBareText(headers: Record<string, unknown> | undefined, text: string): boolean {
	const type = String(headers?.['content-type'] ?? 'text/plain');
	return /json|text\/plain/i.test(type) && !/^[<{["]|\s/.test(text);
}

/** A web page, or cut text, where something else was meant to be. */
export const page = (status: number, headers: Record<string, unknown> | undefined): Answer => ({
	kind: 'page',
	status,
	...wait(headers),
});

const cancelCodes = ['ERR_CANCELED', 'ABORT_ERR'];

/** Reads what n8n's helper threw, down its chain of causes. */
export async function readThrown(error: unknown): Promise<Answer> {
	const chain = causes(error);
	if (chain.some(({ code, name }) => cancelCodes.includes(String(code)) || name === 'AbortError')) {
		return { kind: 'cancelled' };
	}
	if (error instanceof AnswerTooLarge) {
		return { kind: 'tooLarge', status: 200, mostBytes: error.most };
	}
	const signIn = signInTrouble(chain);
	if (signIn) return signIn;
	const response = chain.find(({ response }) => response?.status !== undefined)?.response;
	// A good status in something thrown: the connection broke in the middle of the body.
	if (response?.status !== undefined && response.status < 300) {
		return { kind: 'lost', code: 'broken off' };
	}
	if (response?.status !== undefined) {
		return readStatus(response.status, { ...response, data: await reasonIn(response) });
	}
	const lost = chain.find(({ code }) => typeof code === 'string' && lostCode.test(code));
	if (lost?.code) return { kind: 'lost', code: lost.code };
	const message = chain[0]?.message ?? 'unknown';
	return lostWords.test(message) ? { kind: 'lost', code: message } : { kind: 'unknown', message };
}

/** Codes of Node.js for what happens to a connection, and of its HTTP parser for what is not HTTP. */
const lostCode = /^(E|HPE_|Z_|UND_ERR_)[A-Z0-9_]+$/;
/** How the same is said where no code goes along. */
const lostWords = /parse error|socket hang up|aborted|premature|content.length/i;

/** The body of an error answer: a stream, of which the beginning is enough. Bytes and JSON where n8n gives those. */
async function reasonIn({ headers, data }: NonNullable<Thrown['response']>): Promise<unknown> {
	try {
		return String(await readBody(data, headers, largestReason));
	} catch {
		return undefined;
	}
}

function readStatus(
	status: number,
	response: { headers?: Record<string, unknown>; data?: unknown },
): Answer {
	const { headers, data } = response;
	if (status === 429) return { kind: 'throttled', status, ...wait(headers) };
	if (status >= 502 && status <= 504) return { kind: 'unavailable', status, ...wait(headers) };
	if (typeof data === 'string' && /^\s*</.test(data)) return page(status, headers);
	return {
		kind: 'refused',
		status,
		body: readReason(data),
		requestId: textIn(headers?.['x-nj-request-id']),
		location: textIn(headers?.location),
	};
}

/**
 * Recognises that n8n could not get a token. The first fetch fails with "Failed to acquire OAuth2 access token", a
 * refresh with the OAuth2 client's own error or with n8n's "needs to be reconnected" (n8n-core, oauth.js).
 */
function signInTrouble(chain: Thrown[]): Answer | undefined {
	const gateway = chain.find(({ response, config }) => response?.status && isTokenUrl(config?.url));
	if (gateway?.response?.status) return readStatus(gateway.response.status, gateway.response);
	const rejected = chain.find(({ body, response }) => body !== undefined && response === undefined);
	if (rejected?.status === 429) return { kind: 'throttled', status: 429 };
	if (rejected?.status && typeof rejected.body === 'string' && /^\s*</.test(rejected.body)) {
		return { kind: 'page', status: rejected.status };
	}
	const words = chain.map(({ message }) => message ?? '').join(' ');
	const reconnect =
		chain.some(({ failure }) => failure?.cause === 'credential-invalid') || noTokenYet.test(words);
	if (!rejected && !reconnect) return undefined;
	return {
		kind: 'signIn',
		reconnect,
		body: readReason(rejected?.body),
		...(rejected?.status === undefined ? {} : { status: rejected.status }),
	};
}

/** How n8n's OAuth2 fails, by version, on a credential that was never connected or has lost its refresh token. */
const noTokenYet =
	/not connected|sign without access token|reading 'accessToken'|no refresh token|reconnect/i;

const isTokenUrl = (url: string | undefined) => url?.endsWith('/ws/oauth/token') ?? false;

const wait = (headers: Record<string, unknown> | undefined) => {
	const retryAfterMs = retryAfter(headers?.['retry-after'], headers?.date);
	return retryAfterMs === undefined ? {} : { retryAfterMs };
};
