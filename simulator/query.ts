import { failure } from './refusal';

/** Query values as the server sees them: a repeated one is a list. */
export type Query = Record<string, string | string[] | undefined>;

/** The value of a query parameter; of a repeated one the first. */
export function text(query: Query, name: string): string | undefined {
	const value = query[name];
	return Array.isArray(value) ? value[0] : value;
}

/** All values of a parameter that may be repeated; none when it is not given. */
export const texts = (query: Query, name: string): string[] =>
	[query[name] ?? []].flat().filter((value) => value !== '');

export const flag = (query: Query, name: string) => text(query, name) === 'true';

/** The parts of a parameter that has commas between them, or undefined when it is not given. */
export const listed = (query: Query, name: string): string[] | undefined =>
	text(query, name)
		?.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');

/** A whole number within bounds, or undefined when it is not given. */
export function integer(
	query: Query,
	name: string,
	{ least = 0, most = Number.MAX_SAFE_INTEGER } = {},
): number | undefined {
	const value = text(query, name);
	if (value === undefined) return undefined;
	const number = /^-?\d+$/.test(value) ? Number(value) : NaN;
	if (number >= least && number <= most) return number;
	throw failure(400, `Parameter ${name} must be a number from ${least} to ${most}`);
}

/** A point in time, given as epoch seconds or as a date. In epoch seconds. */
export function moment(query: Query, name: string): number | undefined {
	const value = text(query, name);
	if (value === undefined) return undefined;
	const seconds = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value) / 1000;
	if (Number.isFinite(seconds)) return seconds;
	throw failure(400, `Parameter ${name} is not a date`);
}
