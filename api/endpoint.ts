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
export const effects = ['read', 'write', 'dispatch', 'destroy'] as const;
export type Effect = (typeof effects)[number];

/** One request template of NinjaOne's API: where it goes and what is known about it. */
export interface Endpoint<Path extends string = string> {
	readonly method: Method;
	/** As NinjaOne documents it, such as `/v2/device/{id}`. */
	readonly path: Path;
	readonly effect: Effect;
	/** Whether a second, equal call leads to the same state as one call, so that it may follow a lost answer. */
	readonly repeatable: boolean;
	/** A repeated call that answers 404 has been carried out by the call whose answer was lost. */
	readonly goneMeansDone: boolean;
	/** How its pages are turned; absent where the answer is one object. */
	readonly paging?: Paging;
	/** `user`: NinjaOne refuses the token of an API app here, a signed-in technician is needed. */
	readonly grant?: 'user';
	/** The scope that it needs: NinjaOne wants `management` for changes, with few exceptions. */
	readonly scope: 'monitoring' | 'management';
	/**
	 * What it answers with; anything else is told, not taken for a success. Of a list in pages the paging says it. Where
	 * nothing is said, a GET gives a record and a change nothing.
	 */
	readonly answers: Expectation;
	/** What an account must have licensed, as people call it: without it NinjaOne answers with HTTP 500. */
	readonly module?: string;
}

/** An endpoint whose path has an id and nothing else to fill. */
export type EndpointById = Endpoint<`${string}{id}${string}`>;

type Details = Partial<
	Pick<
		Endpoint,
		'effect' | 'repeatable' | 'goneMeansDone' | 'paging' | 'grant' | 'scope' | 'answers' | 'module'
	>
>;

/** Whether it turns pages, so that a list is told from a record at compile time. */
type Paged<D> = D extends { paging: Paging } ? { paging: Paging } : { paging?: undefined };

function endpoint<Path extends string, D extends Details>(
	method: Method,
	path: Path,
	details: D,
): Endpoint<Path> & Paged<D> {
	const effect = details.effect ?? (method === 'GET' ? 'read' : 'write');
	const repeatable = effect === 'read' || (effect === 'write' && method !== 'POST');
	const scope = effect === 'read' ? 'monitoring' : 'management';
	const answers = method === 'GET' ? 'record' : 'nothing';
	const row = {
		method,
		path,
		repeatable,
		goneMeansDone: false,
		scope,
		answers,
		...details,
		effect,
	};
	return row as Endpoint<Path> & Paged<D>;
}

export const get = <Path extends string, D extends Details = object>(path: Path, details?: D) =>
	endpoint('GET', path, details ?? ({} as D));
export const post = <Path extends string, D extends Details = object>(path: Path, details?: D) =>
	endpoint('POST', path, details ?? ({} as D));
export const put = <Path extends string, D extends Details = object>(path: Path, details?: D) =>
	endpoint('PUT', path, details ?? ({} as D));
export const patch = <Path extends string, D extends Details = object>(path: Path, details?: D) =>
	endpoint('PATCH', path, details ?? ({} as D));
export const del = <Path extends string, D extends Details = object>(path: Path, details?: D) =>
	endpoint('DELETE', path, details ?? ({} as D));

/** The strongest of several effects: what an operation that makes all these calls can do. */
export function strongestEffect(endpoints: readonly Endpoint[]): Effect {
	return effects[Math.max(0, ...endpoints.map(({ effect }) => effects.indexOf(effect)))];
}
