import { inputError } from './errors';
import { holdsNothing, isNothingInUrl } from './unmeant';

type QueryValue = string | number | boolean | undefined;
/** Several values of one name repeat it, `type=A&type=B`: NinjaOne does not part a text at its commas. */
export type Query = Record<string, QueryValue | readonly QueryValue[]>;

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
