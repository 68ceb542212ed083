import { defined } from './defined';
import type { Endpoint, Method, QueryNames } from './endpoint';
import { inputError } from './errors';
import type { Expectation } from './expectation';
import { shownPart, type FormPart } from './form';
import { queryString, type Query } from './query';
import { hide } from './secrets';
import { isNothingInUrl, refuseNothing } from './unmeant';

/** The names in braces of a path template: `'/v2/device/{id}'` gives `'id'`. */
export type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
	? Name | PathNames<Rest>
	: never;

type PathValues<Path extends string> = [PathNames<Path>] extends [never]
	? { path?: undefined }
	: { path: Record<PathNames<Path>, string | number> };

/** Of the parameters that are documented; of any where that is not known. */
type QueryFor<Names extends string> = string extends Names
	? Query
	: [Names] extends [never]
		? Record<string, undefined>
		: { [Name in Names]?: Query[string] };

/** What a request says besides its path. */
interface Content {
	/** Sent as JSON. */
	body?: unknown;
	/** Sent as multipart/form-data. */
	form?: readonly FormPart[];
	/** Values in it that nobody is to see: they are hidden wherever the request or its failure is shown. */
	secrets?: readonly string[];
}

export type CallParts<Path extends string, M extends Method = Method> = PathValues<Path> &
	Content & { query?: QueryFor<QueryNames<Path, M>> };

/** An endpoint with the values that fill it: everything that one request says. */
export interface Call<Expected extends Expectation = Expectation> extends Readonly<Content> {
	readonly endpoint: Endpoint<string, Method, Expected>;
	readonly path: Readonly<Record<string, string | number>>;
	readonly query: Query;
}

/** Fills an endpoint. The compiler checks that every name in the path has a value, and that query names are known. */
export function call<Path extends string, M extends Method, Expected extends Expectation>(
	endpoint: Endpoint<Path, M, Expected>,
	...[parts]: [PathNames<Path>] extends [never] ? [CallParts<Path, M>?] : [CallParts<Path, M>]
): Call<Expected> {
	const { path = {}, query = {}, ...content } = parts ?? {};
	return { endpoint, path, query, ...defined<Content>(content) };
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
 * Makes the request that is sent of a call.
 * @throws NinjaOneError for an empty or malformed path value, and for what nobody can have meant, such as NaN; nothing
 *   has been sent then
 */
export function plainRequest({ endpoint, path, query, body, form }: Call): PlainRequest {
	const filled = endpoint.path.replace(/\{([^{}]+)\}/g, (_, name: string) =>
		pathSegment(path[name], name),
	);
	const search = queryString(query);
	if (body !== undefined) refuseNothing(body);
	for (const part of form ?? []) {
		if ('file' in part) continue;
		refuseNothing('json' in part ? part.json : part.value, `part "${part.name}"`);
	}
	return {
		method: endpoint.method,
		url: search ? `${filled}?${search}` : filled,
		// n8n's helper drops an empty object as a body, and NinjaOne wants one where it is declared: text survives.
		...defined({ body: JSON.stringify(body) as string | undefined, form }),
	};
}

/** A request as people may see it, in a dry run: files by name and size, secrets hidden. */
export function shownRequest(call: Call): PlainRequest {
	const request = plainRequest(call);
	const shown = { ...request, ...defined({ form: request.form?.map(shownPart) }) };
	return hide(shown, call.secrets);
}

/** One encoded path segment. Ids come from expressions and AI agents: what could change the path is refused. */
function pathSegment(value: string | number | undefined, name: string): string {
	const text = String(value ?? '').trim();
	if (text === '') throw inputError(name, 'is empty, so nothing was sent to NinjaOne');
	const isControl = (character: string) => character < ' ' || character === '\u007f';
	const isPath = /^\.+$|[/\\?#%]/.test(text) || [...text].some(isControl);
	if (!isPath && !isNothingInUrl(value)) return encodeURIComponent(text);
	throw inputError(name, `is not a valid ID ("${text}"), so nothing was sent to NinjaOne`);
}
