import type { Endpoint, Method } from './endpoint';
import { inputError } from './errors';
import { shownPart, type FormPart } from './form';
import { hide } from './secrets';
import { holdsNothing, isNothingInUrl, refuseNothing } from './unmeant';

type QueryValue = string | number | boolean | undefined;
/** Several values of one name repeat it, `type=A&type=B`: NinjaOne does not part a text at its commas. */
export type Query = Record<string, QueryValue | readonly QueryValue[]>;

/** The names in braces of a path template: `'/v2/device/{id}'` gives `'id'`. */
export type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
	? Name | PathNames<Rest>
	: never;

type PathValues<Path extends string> = [PathNames<Path>] extends [never]
	? { path?: undefined }
	: { path: Record<PathNames<Path>, string | number> };

/** What a request says beside its path. */
interface Content {
	query?: Query;
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as multipart/form-data. */
	form?: readonly FormPart[];
	/** Values in it that nobody is to see: they are hidden wherever the request or its failure is shown. */
	secrets?: readonly string[];
}

export type CallParts<Path extends string> = PathValues<Path> & Content;

/** An endpoint with the values that fill it: everything that one request says. */
export interface Call extends Readonly<Content> {
	readonly endpoint: Endpoint;
	readonly path: Readonly<Record<string, string | number>>;
	readonly query: Query;
}

/** Fills an endpoint. The compiler checks that every name in the path has a value. */
export function call<Path extends string>(
	endpoint: Endpoint<Path>,
	...[parts]: [PathNames<Path>] extends [never] ? [CallParts<Path>?] : [CallParts<Path>]
): Call {
	const { path = {}, query = {}, body, form, secrets } = parts ?? {};
	return {
		endpoint,
		path,
		query,
		...(body === undefined ? {} : { body }),
		...(form === undefined ? {} : { form }),
		...(secrets === undefined ? {} : { secrets }),
	};
}

/** A request as it goes out, without host and token. */
export interface PlainRequest {
	method: Method;
	/** Path and query, encoded. */
	url: string;
	/** JSON text. */
	body?: string;
	/** Parts of a form, in place of a body. */
	form?: readonly FormPart[];
}

/**
 * Turns a call into the request that is sent.
 * @throws NinjaOneError for an empty or malformed path value, and for what nobody can have meant, such as NaN; nothing
 *   has been sent then
 */
export function plainRequest({ endpoint, path, query, body, form }: Call): PlainRequest {
	const filled = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
		pathSegment(path[name], name),
	);
	const search = queryString(query);
	if (body !== undefined) refuseNothing(body);
	for (const part of form ?? []) {
		if (!('file' in part)) refuseNothing(contentOf(part), `part "${part.name}"`);
	}
	return {
		method: endpoint.method,
		url: search ? `${filled}?${search}` : filled,
		// n8n's helper drops an empty object as a body, and NinjaOne wants one where it is declared: text survives.
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
		...(form === undefined ? {} : { form }),
	};
}

const contentOf = (part: Exclude<FormPart, { file: unknown }>): unknown =>
	'json' in part ? part.json : part.value;

/** A request as people may see it, in a dry run: files by name and size, secrets hidden. */
export function shownRequest(call: Call): PlainRequest {
	const { form, ...plain } = plainRequest(call);
	const shown = form === undefined ? plain : { ...plain, form: form.map(shownPart) };
	return hide(shown, call.secrets);
}

/** One encoded path segment. Ids come from expressions and AI agents: what could change the path is refused. */
function pathSegment(value: string | number | undefined, name: string): string {
	const text = String(value ?? '').trim();
	if (text === '') throw inputError(name, 'is empty, so nothing was sent to NinjaOne');
	if (
		/^\.+$/.test(text) ||
		/[/\\?#%]/.test(text) ||
		hasControlCharacter(text) ||
		isNothingInUrl(value)
	) {
		throw inputError(name, `is not a valid ID ("${text}"), so nothing was sent to NinjaOne`);
	}
	return encodeURIComponent(text);
}

function hasControlCharacter(text: string): boolean {
	return [...text].some((character) => character.charCodeAt(0) < 32 || character === '\u007f');
}

/**
 * `a=1&b=x%20y`: blanks as `%20`, since NinjaOne's reading of `+` is unknown; undefined and empty values left out.
 * @throws NinjaOneError for a value that nobody can have meant, such as NaN
 */
export function queryString(query: Query): string {
	return Object.entries(query)
		.flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const))
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(meant(name, value))}`)
		.join('&');
}

function meant(name: string, value: unknown): string {
	const text = String(value);
	if (!isNothingInUrl(value) && !holdsNothing(text)) return text;
	throw inputError(name, `would be sent as "${text}", so nothing was sent to NinjaOne`);
}
