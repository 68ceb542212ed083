import { inputError } from '../api/errors';
import { isEmpty, type Field, type FieldProperty } from './field';
import { loadedChoices } from './loadedChoices';
import { idsInText, listIn } from './namesInText';
import { dropDownIn } from './record';
import { assumedId, findRecord, type RecordList } from './recordList';
import { idOrName, type Reference } from './reference';

/** Several records as they were given: one by one, or as a text that may hold one name or several. */
export type GivenRecords = Reference[] | { text: string };

/** Any of a list of records: picked from a drop-down, or IDs or names from an expression. */
export const recordChoices = (
	displayName: string,
	list: RecordList,
	description = '',
): Field<number[], GivenRecords> => ({
	...loadedChoices(`${displayName} Names or IDs`, description, dropDownIn(list, displayName), true),
	...severalOf(list),
});

/** IDs or names of records that are too many for a drop-down, as text or as a list from an expression. */
export const namedRecords = (
	look: Pick<FieldProperty, 'displayName' | 'description' | 'placeholder'>,
	list: RecordList,
): Field<number[], GivenRecords> => ({
	property: { ...look, type: 'string', default: '' },
	...severalOf(list),
});

/** How several records are read and found. */
const severalOf = (list: RecordList): Pick<Field<number[], GivenRecords>, 'parse' | 'lookUp'> => ({
	parse: (value, { label }) => recordsIn(value, label),
	lookUp: {
		endpoints: list.endpoints,
		async resolve(given, context) {
			const { rows, label, values } = context;
			if (!Array.isArray(given)) {
				return idsInText(given.text, await list.read(rows, values), { ...list, label });
			}
			const ids: number[] = [];
			for (const each of given) ids.push(await findRecord(list, each, context));
			return [...new Set(ids)];
		},
		assume: (given) => (Array.isArray(given) ? given.map((each) => assumedId(list, each)) : [1]),
	},
});

/** @throws NinjaOneError for what is neither a name nor an ID, and for a gap in a list: it would mean fewer */
function recordsIn(value: unknown, label: string): GivenRecords {
	if (isEmpty(value)) return [];
	const list = typeof value === 'string' ? listIn(value) : value;
	if (typeof list === 'string') return { text: list };
	if (!Array.isArray(list)) return [idOrName(list, label)];
	return list.map((each: unknown) => {
		if (!isEmpty(each)) return idOrName(each, label);
		throw inputError(
			label,
			'holds an entry without a value',
			'Take it out, or give it a value. Nothing was sent to NinjaOne.',
		);
	});
}
