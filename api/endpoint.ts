import type { Documented } from './endpoints/documented';
import type { Expectation } from './expectation';
import type { Paging } from './paging';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What a call does to the world, weakest first. It decides what may be repeated:
 * - read: changes nothing
 * - write: sets a state
 * - dispatch: starts something (a reboot, a script, a comment); repeated, it happens twice
 * - destroy: removes something
 */
const effects = ['read', 'write', 'dispatch', 'destroy'] as const;
export type Effect = (typeof effects)[number];

/** One request template of NinjaOne's API: where it goes and what is known about it. */
export interface Endpoint<
	Path extends string = string,
	M extends Method = Method,
	Answers extends Expectation = Expectation,
> {
	readonly method: M;
	/** As NinjaOne documents it, such as `/v2/device/{id}`. */
	readonly path: Path;
	readonly effect: Effect;
	/** Whether a second, equal call leads to the same state as one call, so that it may follow a lost answer. */
	readonly repeatable: boolean;
	/** A repeated call that answers 404 has been carried out by the call whose answer was lost. */
	readonly goneMeansDone: boolean;
	/** How its pages follow each other; undefined where it does not answer with pages. */
	readonly paging: PagingOf<Answers>;
	/** `user`: NinjaOne refuses the token of an API app here, a signed-in technician is needed. */
	readonly grant?: 'user';
	/** The scope that it needs: NinjaOne wants `management` for changes, with few exceptions. */
	readonly scope: 'monitoring' | 'management';
	/**
	 * What it answers with; anything else is an error, not taken for a success. Where nothing is said, a list in pages
	 * answers with pages, another GET with a record and a change with nothing.
	 */
	readonly answers: Answers;
	/** What an account must have licensed, as people call it: without it NinjaOne answers with HTTP 500. */
	readonly module?: string;
	/** Where a path is known from that the OpenAPI file does not have. */
	readonly undocumented?: string;
}

type PagingOf<Answers extends Expectation> = Answers extends 'pages' ? Paging : undefined;

/** An endpoint whose path has an id and nothing else to fill. */
export type EndpointById = Endpoint<`${string}{id}${string}`>;

/** What the OpenAPI file does not say. */
type Details = Partial<Omit<Endpoint, 'method' | 'path' | 'undocumented'>>;
type Undocumented = Details & Required<Pick<Endpoint, 'undocumented'>>;

type ExpectationOf<M extends Method, D extends Details> = D extends { paging: Paging }
	? 'pages'
	: D extends { answers: infer Answers extends Expectation }
		? Answers
		: M extends 'GET'
			? 'record'
			: 'nothing';

type DocumentedPath<M extends Method> = {
	[Path in keyof Documented]: M extends keyof Documented[Path] ? Path : never;
}[keyof Documented];

/** Names of the query parameters that a request is documented to take; any text where the path is not documented. */
export type QueryNames<Path extends string, M extends Method> = Path extends keyof Documented
	? M extends keyof Documented[Path]
		? Documented[Path][M] extends { query: infer Query }
			? keyof Query & string
			: never
		: never
	: string;

interface EndpointMaker<M extends Method> {
	<Path extends DocumentedPath<M>, const D extends Details = object>(
		path: Path,
		details?: D,
	): Endpoint<Path, M, ExpectationOf<M, D>>;
	<Path extends string, const D extends Undocumented>(
		path: Path,
		details: D,
	): Endpoint<Path, M, ExpectationOf<M, D>>;
}

function endpointMaker<M extends Method>(method: M): EndpointMaker<M> {
	return <Path extends string, D extends Details>(
		path: Path,
		details?: D,
	): Endpoint<Path, M, ExpectationOf<M, D>> => {
		const effect = details?.effect ?? (method === 'GET' ? 'read' : 'write');
		const answers = details?.paging ? 'pages' : method === 'GET' ? 'record' : 'nothing';
		return {
			method,
			path,
			repeatable: effect === 'read' || (effect === 'write' && method !== 'POST'),
			goneMeansDone: false,
			scope: effect === 'read' ? 'monitoring' : 'management',
			...details,
			effect,
			paging: details?.paging as PagingOf<ExpectationOf<M, D>>,
			answers: (details?.answers ?? answers) as ExpectationOf<M, D>,
		};
	};
}

export const get = endpointMaker('GET');
export const post = endpointMaker('POST');
export const put = endpointMaker('PUT');
export const patch = endpointMaker('PATCH');
export const del = endpointMaker('DELETE');

/** The strongest of several effects: what an operation that makes all these calls can do. */
export function strongestEffect(endpoints: readonly Endpoint[]): Effect {
	return effects[Math.max(0, ...endpoints.map(({ effect }) => effects.indexOf(effect)))];
}
