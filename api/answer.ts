import type { IDataObject } from 'n8n-workflow';
import { defined } from './defined';
import { retryAfter } from './retry';

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
	/** No answer: cut connection, time-out, unknown host. */
	| { kind: 'lost'; code: string }
	/** No token could be had; `status` and `body` are the token endpoint's. */
	| { kind: 'signIn'; status?: number; body: Reason; reconnect: boolean }
	| { kind: 'cancelled' }
	/** Not sent: the time for it was over. */
	| { kind: 'late' }
	/** Something else inside n8n, told in its own words. */
	| { kind: 'unknown'; message: string };

/** The fields in which NinjaOne says why, over all the error bodies that it has. */
export interface Reason {
	code?: string;
	text?: string;
	errorCode?: number;
	incidentId?: string;
}

/** What n8n's helper gives for a success. */
export interface FullResponse {
	statusCode: number;
	headers?: Record<string, unknown>;
	body: unknown;
}

/** Reads an answer that n8n's helper took for a success. 204 has an empty body, which becomes undefined. */
export function readResponse({ statusCode, headers, body }: FullResponse): Answer {
	if (body === '' || body === undefined || body === null) {
		return { kind: 'ok', status: statusCode, body: undefined };
	}
	// The helper parses JSON where it can and hands over text where it cannot: a page, or JSON that was cut.
	if (typeof body === 'string' && !isJsonText(headers, body)) return page(statusCode, headers);
	return { kind: 'ok', status: statusCode, body };
}

/** A web page, or cut text, where something else was meant to be. */
export const page = (status: number, headers: Record<string, unknown> | undefined): Answer => ({
	kind: 'page',
	status,
	...wait(headers),
});

/** A JSON string, such as the bare UUID that some calls answer with, also arrives as text. */
function isJsonText(headers: Record<string, unknown> | undefined, body: string): boolean {
	const type = String(headers?.['content-type'] ?? '');
	return /json|text\/plain/i.test(type) && (!/^\s*[<{[]/.test(body) || isJson(body));
}

/** Text that holds whole JSON: a map inside a JSON string, which NinjaOne declares for signed URLs. */
function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** The parts of n8n's errors that are looked at; the rest of them holds the bearer token and is never passed on. */
interface Thrown {
	name?: string;
	message?: string;
	httpCode?: string | null;
	code?: string;
	status?: number;
	body?: unknown;
	failure?: { cause?: string };
	config?: { url?: string };
	response?: { status?: number; headers?: Record<string, unknown>; data?: unknown };
	cause?: unknown;
}

const cancelCodes = ['ERR_CANCELED', 'ABORT_ERR'];

/** Reads what n8n's helper threw, down its chain of causes. */
export function readThrown(error: unknown): Answer {
	const chain = causes(error);
	if (chain.some(({ code, name }) => cancelCodes.includes(String(code)) || name === 'AbortError')) {
		return { kind: 'cancelled' };
	}
	const signIn = signInTrouble(chain);
	if (signIn) return signIn;
	const response = chain.find(({ response }) => response?.status !== undefined)?.response;
	// A good status in something thrown: the connection broke in the middle of the body.
	if (response?.status !== undefined && response.status < 300) {
		return { kind: 'lost', code: 'broken off' };
	}
	if (response?.status !== undefined) return readStatus(response.status, response);
	const lost = chain.find(({ code }) => typeof code === 'string' && /^E[A-Z_]+$/.test(code));
	if (lost?.code) return { kind: 'lost', code: lost.code };
	return { kind: 'unknown', message: chain[0]?.message ?? 'unknown' };
}

function readStatus(
	status: number,
	response: { headers?: Record<string, unknown>; data?: unknown },
): Answer {
	const { headers } = response;
	const data = textIn(response.data);
	if (status === 429) return { kind: 'throttled', status, ...wait(headers) };
	if (status >= 502 && status <= 504) return { kind: 'unavailable', status, ...wait(headers) };
	if (typeof data === 'string' && /^\s*</.test(data)) return page(status, headers);
	return {
		kind: 'refused',
		status,
		body: readReason(data),
		requestId: textOf(headers?.['x-nj-request-id']),
		location: textOf(headers?.location),
	};
}

/** Where a file was asked for, a refusal comes as bytes, too. */
const textIn = (data: unknown) => (data instanceof Uint8Array ? String(Buffer.from(data)) : data);

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

function causes(error: unknown): Thrown[] {
	const chain: Thrown[] = [];
	for (let at = error; typeof at === 'object' && at !== null && chain.length < 8; ) {
		chain.push(at);
		at = (at as Thrown).cause;
	}
	return chain;
}

const wait = (headers: Record<string, unknown> | undefined) => {
	const retryAfterMs = retryAfter(headers?.['retry-after']);
	return retryAfterMs === undefined ? {} : { retryAfterMs };
};

/** One reading of all the error bodies that NinjaOne has: OAuth, application, billing, and the object form of PUT. */
export function readReason(body: unknown): Reason {
	const data = typeof body === 'string' ? parsed(body) : (body ?? {});
	if (typeof data !== 'object' || data === null) return {};
	const {
		error,
		error_description,
		error_code,
		resultCode,
		errorMessage,
		errorCode,
		errorDetails,
		message,
		incidentId,
	} = data as IDataObject;
	const detail = (typeof errorMessage === 'object' ? errorMessage : null) as IDataObject | null;
	return defined({
		code: textOf(error) ?? textOf(resultCode) ?? textOf(errorCode) ?? textOf(detail?.code),
		text:
			textOf(error_description) ??
			textOf(errorMessage) ??
			withParams(detail) ??
			byField(errorDetails) ??
			textOf(message),
		errorCode: typeof error_code === 'number' ? error_code : undefined,
		incidentId: textOf(incidentId),
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return { message: text.slice(0, 300) };
	}
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const withParams = (detail: IDataObject | null) =>
	detail
		? [detail.code, detail.params && JSON.stringify(detail.params)].filter(Boolean).join(' ')
		: undefined;

/** `errorDetails`: what is wrong, by field. */
const byField = (details: unknown) =>
	typeof details === 'object' && details !== null
		? textOf(
				Object.entries(details)
					.map(([field, problem]) => `${field}: ${String(problem)}`)
					.join('; '),
			)
		: undefined;
