import type { IDataObject } from 'n8n-workflow';
import type { Endpoint } from '../api/endpoint';
import { inputError } from '../api/errors';
import type { Rows } from '../api/list';
import { isEmpty, type Field, type FieldProperty, type LookUp } from './field';
import { codes } from './fields';
import type { Naming } from './names';
import { idsInText, listIn } from './namesInText';
import { textList } from './plainText';
import { idOf, idOrName, orNone, type Reference } from './reference';

/** The records among which a name is looked up. */
export interface RecordList extends Naming {
	/** What reading them takes. */
	endpoints: readonly Endpoint[];
	read(rows: Rows): Promise<IDataObject[]>;
}

/** Several records as they were given: one by one, or as a text that may hold one name or several. */
export type GivenRecords = Reference[] | { text: string };

/** Any of a list that NinjaOne gives: picked from a drop-down, or IDs or names from an expression. */
export const pickedIds = (
	displayName: string,
	method: string,
	list: RecordList,
	description = '',
): Field<number[], GivenRecords> => ({
	property: {
		displayName: `${displayName} Names or IDs`,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: method },
		description: described(description, 'IDs'),
		default: [],
	},
	...severalOf(list),
});

/** IDs or names of records that are too many for a drop-down, as text or as a list from an expression. */
export const namedIds = (
	look: Pick<FieldProperty, 'displayName' | 'description' | 'placeholder'>,
	list: RecordList,
): Field<number[], GivenRecords> => ({
	property: { ...look, type: 'string', default: '' },
	...severalOf(list),
});

/** One of a list that NinjaOne gives; empty means "not given". */
export const pickedId = (
	displayName: string,
	method: string,
	list: RecordList,
	description = '',
): Field<number | undefined, Reference | undefined> => ({
	property: {
		displayName: `${displayName} Name or ID`,
		type: 'options',
		typeOptions: { loadOptionsMethod: orNone(method) },
		description: described(description, 'an ID'),
		default: '',
	},
	parse: (value, { label }) => (isEmpty(value) ? undefined : idOrName(value, label)),
	lookUp: {
		endpoints: list.endpoints,
		resolve: async (given, rows, label) => given && (await idIn(list, given, rows, label)),
	},
});

/** What a list offers beside NinjaOne's records where "none" means something; sent as null. */
export const noneOfThese = 'none';

/** Like a picked id, and `noneOfThese` reads as null. */
export function pickedIdOrNone(
	displayName: string,
	method: string,
	list: RecordList,
): Field<number | null | undefined, Reference | null | undefined> {
	const { property, parse } = pickedId(displayName, method, list);
	return {
		property,
		parse: (value, context) => (value === noneOfThese ? null : parse(value, context)),
		lookUp: {
			endpoints: list.endpoints,
			resolve: async (given, rows, label) => given && (await idIn(list, given, rows, label)),
		},
	};
}

/** n8n's own words, which its lint wants to see. */
function described(description: string, what: 'an ID' | 'IDs'): string {
	const choose = `Choose from the list, or specify ${what} using an <a href="https://docs.n8n.io/code/expressions/">expression</a>`;
	return description ? `${description}. ${choose}.` : choose;
}

const idIn = async (list: RecordList, given: Reference, rows: Rows, label: string) =>
	await idOf(given, { ...list, label, rows: async () => await list.read(rows) });

/** How several records are read and found. */
const severalOf = (
	list: RecordList,
): { parse: Field<number[], GivenRecords>['parse']; lookUp: LookUp<number[], GivenRecords> } => ({
	parse: (value, { label }) => recordsIn(value, label),
	lookUp: {
		endpoints: list.endpoints,
		async resolve(given, rows, label) {
			if (!Array.isArray(given)) {
				return idsInText(given.text, await list.read(rows), { ...list, label });
			}
			const ids: number[] = [];
			for (const each of given) ids.push(await idIn(list, each, rows, label));
			return [...new Set(ids)];
		},
	},
});

/** @throws NinjaOneError for what is neither a name nor an ID, and for a gap in a list: it would be told of fewer */
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
/** Any of a list that NinjaOne gives whose entries are known by a text, such as the names of custom fields. */
export function textsPicked({
	displayName,
	method,
	description,
}: {
	displayName: string;
	method: string;
	description: string;
}): Field<string[]> {
	return {
		property: {
			displayName,
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: method },
			description: `${description}. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
			default: [],
		},
		parse: (value, { label }) => textList(value, label),
	};
}

/** Codes of NinjaOne's from a list that is too long for a node's description, which n8n's editor loads whole. */
export const codesPicked = (look: Parameters<typeof textsPicked>[0]): Field<string[]> => ({
	...textsPicked(look),
	parse: codes(look, []).parse,
});
