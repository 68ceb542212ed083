import type { IDataObject } from 'n8n-workflow';
import { defined } from '../api/defined';
import { asGiven } from '../api/nulls';
import { isoTime, asMilliseconds } from '../api/times';
import type { Operation, Reshape } from './operation';
import type { StandardValues } from './standardFields';

/** How a row of NinjaOne's becomes the JSON of an item. */
export function rowShaper(
	{ simplify, key }: Operation,
	{ output, outputFields = '', options }: StandardValues,
): Reshape {
	const chosen = (row: IDataObject) => {
		if (output === 'selectedFields') return pick(asGiven(row), `${key},${outputFields}`);
		return output === 'simplified' && simplify ? defined(simplify(row)) : asGiven(row);
	};
	return options.addIsoTimes ? (row) => withIsoTimes(chosen(row)) : chosen;
}

/** Keeps the named fields; a dotted path such as `os.name` keeps its full name as the key. */
function pick(row: IDataObject, names: string): IDataObject {
	const paths = names.split(',').map((name) => name.trim());
	const found = paths.filter(Boolean).map((path) => [path, valueAt(row, path)]);
	return defined(Object.fromEntries(found) as IDataObject);
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
function withIsoTimes(row: IDataObject): IDataObject {
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
