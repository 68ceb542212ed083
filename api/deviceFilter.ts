import { inputError } from './errors';

/**
 * NinjaOne's device filter (`df`) as its parts. Parts are joined by AND, alternatives within one by `in (...)`;
 * the language knows no OR and no parentheses. An empty part is left out.
 */
export interface DeviceFilter {
	organizationIds?: number[];
	locationIds?: number[];
	roleIds?: number[];
	/** Node classes, such as WINDOWS_SERVER. */
	classes?: string[];
	/** PENDING or APPROVED; NinjaOne shows approved devices alone when it is left out. */
	status?: string;
	connectivity?: 'online' | 'offline';
	/** Epoch milliseconds. */
	createdAfter?: number;
	createdBefore?: number;
	/** A saved device search. */
	groupId?: number;
	tagIds?: number[];
	deviceIds?: number[];
	/** Text in NinjaOne's own filter language, joined to the rest by AND. */
	raw?: string;
}

/** The value of the `df` parameter, or undefined where nothing is filtered: NinjaOne refuses an empty one. */
export function deviceFilterText(filter: DeviceFilter): string | undefined {
	const clauses = [
		oneOf('org', filter.organizationIds),
		oneOf('loc', filter.locationIds),
		oneOf('role', filter.roleIds),
		oneOf('class', filter.classes),
		filter.status && `status = ${filter.status}`,
		filter.connectivity,
		time('created after', filter.createdAfter),
		time('created before', filter.createdBefore),
		filter.groupId !== undefined && `group ${filter.groupId}`,
		tags(filter.tagIds),
		oneOf('id', filter.deviceIds),
		raw(filter.raw),
	].filter((clause): clause is string => Boolean(clause));
	return clauses.length > 0 ? clauses.join(' AND ') : undefined;
}

function oneOf(key: string, values: ReadonlyArray<number | string> | undefined) {
	if (!values?.length) return undefined;
	return values.length === 1 ? `${key} = ${values[0]}` : `${key} in (${values.join(',')})`;
}

/** Tags are known with a set operator only. */
const tags = (ids: number[] | undefined) =>
	ids?.length ? `tagId in (${ids.join(',')})` : undefined;

const time = (key: string, ms: number | undefined) =>
	ms === undefined ? undefined : `${key} ${new Date(ms).toISOString()}`;

function raw(text: string | undefined): string | undefined {
	const trimmed = text?.trim();
	if (!trimmed) return undefined;
	if (/\bOR\b|\|\|/i.test(trimmed.replace(/\([^)]*\)/g, ''))) {
		throw inputError(
			'Raw Filter',
			"uses OR, which NinjaOne's device filter does not know",
			'Write alternatives with "in", such as "org in (1,2)".',
		);
	}
	return trimmed;
}
