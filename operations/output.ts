import type { IDataObject } from 'n8n-workflow';
import { defined } from '../api/defined';
import { asGiven } from '../api/nulls';
import { isoTime, asMilliseconds } from '../api/times';
import type { Operation } from './operation';

export type OutputMode = 'simplified' | 'raw' | 'selectedFields';

export interface OutputSettings {
	mode: OutputMode;
	/** Field names or dotted paths, for `selectedFields`. */
	selected: string[];
	addIsoTimes: boolean;
}

/** How a row of NinjaOne's becomes the JSON of an item. */
export function rowShaper(
	{ simplify, key }: Pick<Operation, 'simplify' | 'key'>,
	{ mode, selected, addIsoTimes }: OutputSettings,
): (row: IDataObject) => IDataObject {
	const choose =
		mode === 'selectedFields'
			? (row: IDataObject) => pick(asGiven(row), [key, ...selected])
			: mode === 'simplified' && simplify
				? (row: IDataObject) => defined(simplify(row))
				: (row: IDataObject) => asGiven(row);
	return addIsoTimes ? (row) => withIsoTimes(choose(row)) : choose;
}

/** Keeps the named fields; a dotted path such as `os.name` keeps its full name as the key. */
function pick(row: IDataObject, paths: string[]): IDataObject {
	const found = paths.map((path) => [path, valueAt(row, path)] as const);
	return defined(Object.fromEntries(found));
}

function valueAt(row: IDataObject, path: string): IDataObject[string] {
	return path
		.split('.')
		.reduce<unknown>(
			(at, name) => (at as IDataObject | undefined)?.[name],
			row,
		) as IDataObject[string];
}

/**
 * Fields that hold a time in NinjaOne's answers, in epoch seconds with a fraction, or in milliseconds in some parts.
 */
const timeFields = new Set([
	'activityTime',
	'archiveTime',
	'archivedTime',
	'completedOn',
	'created',
	'createTime',
	'createdTime',
	'documentUpdateTime',
	'dueDate',
	'end',
	'endDate',
	'expires',
	'followupTime',
	'installedAt',
	'lastBootTime',
	'lastContact',
	'lastEvaluated',
	'lastUpdate',
	'lastUpdatedOn',
	'logonTime',
	'manufacturerFulfillmentDate',
	'start',
	'startDate',
	'timestamp',
	'updated',
	'updateTime',
	'updatedTime',
	'valueUpdateTime',
]);

/** Adds `lastContactIso` after `lastContact` and so on, at every depth; the numbers stay as NinjaOne sent them. */
export function withIsoTimes(row: IDataObject): IDataObject {
	const result: IDataObject = {};
	for (const [name, value] of Object.entries(row)) {
		result[name] = nested(value);
		if (timeFields.has(name) && typeof value === 'number' && value > 0) {
			const iso = isoTime(asMilliseconds(value));
			if (iso !== undefined) result[`${name}Iso`] = iso;
		}
	}
	return result;
}

function nested(value: IDataObject[string]): IDataObject[string] {
	if (Array.isArray(value)) return value.map(nested) as IDataObject[string];
	if (typeof value === 'object' && value !== null) return withIsoTimes(value as IDataObject);
	return value;
}
