import type { IDataObject, INodeListSearchItems, INodePropertyOptions } from 'n8n-workflow';
import type { Connection } from '../api/connection';
import type { Endpoint } from '../api/endpoint';
import { rowsFor, type Rows } from '../api/list';
import { idPages } from '../api/paging';
import type { Call } from '../api/request';
import { optionsFrom, sorted, type DropDown } from './editor/dropDown';
import { pickAmong, scan, type ListPicker, type Search } from './editor/search';
import type { Values } from './field';
import { idNamed, namesOf, type Naming } from './names';
import type { Reference } from './reference';

/** The records among which a name is looked up, and from which the editor offers a choice. */
export interface RecordList<Id = number> extends Naming<Id> {
	/** What reading them takes. */
	readonly endpoints: readonly Endpoint[];
	/** @param values the operation's other parameters, for a list that depends on them */
	read(rows: Rows, values: Values): Promise<IDataObject[]>;
	/** Parameters on which the list depends: they are looked up before it. */
	readonly needs?: readonly string[];
	/** What needs no look-up: the ID where nothing else is said. */
	known?(given: Reference): Id | undefined;
	/** How the editor searches it. */
	readonly picker?: ListPicker;
	/** How the editor shows it as a drop-down. */
	readonly dropDown?: DropDown;
}

interface Details<Id> extends Naming<Id>, Pick<RecordList<Id>, 'known' | 'needs'> {
	/** Drops rows that are not to be found, such as archived ones. */
	keep?: (row: IDataObject) => boolean;
	/** The same in the editor; `keep` where it is left out. */
	keepInEditor?: (row: IDataObject) => boolean;
	/** A record as the editor lists it; its name and ID where it is left out. */
	item?: (row: IDataObject, connection: Connection) => INodeListSearchItems;
	/** n8n's name for the method that searches the list in the editor. */
	searchMethod?: string;
	/** In place of looking through the list. */
	search?: Search;
	/** n8n's name for the method that loads the list as a drop-down, in the order of its names. */
	optionsMethod?: string;
	/** Makes the drop-down of the records, which come in NinjaOne's order; in that of their names where it is left out. */
	options?: (records: INodePropertyOptions[]) => INodePropertyOptions[];
}

type Source<Id> = Pick<RecordList<Id>, 'endpoints' | 'read'>;

/**
 * A list of records by which its fields find what they name.
 * @param source the request of the list, or how it is put together from several
 */
export function recordList<Id = number>(
	source: Call | Source<Id>,
	{
		keep = () => true,
		keepInEditor = keep,
		item,
		search,
		options = sorted,
		...details
	}: Details<Id> = {},
): RecordList<Id> {
	const { searchMethod, optionsMethod, ...naming } = details;
	const all: Source<Id> =
		'endpoint' in source
			? { endpoints: [source.endpoint], read: async (rows) => await rows(source) }
			: source;
	const itemOf = (row: IDataObject, connection: Connection) =>
		item?.(row, connection) ?? plainItem(row, naming as Naming<unknown>);
	const searchAll: Search = async (connection, filter, token) => {
		const shown = (row: IDataObject) => itemOf(row, connection);
		if ('endpoint' in source && source.endpoint.paging === idPages) {
			return await scan(connection, source, shown, filter, token);
		}
		const rows = await all.read(rowsFor(connection), {});
		return pickAmong(rows.filter(keepInEditor).map(shown), filter, token);
	};
	const loadAll = optionsFrom(async (rows, { connection }) => {
		const kept = (await all.read(rows, {})).filter(keepInEditor);
		return options(kept.map((row) => optionOf(itemOf(row, connection))));
	});
	return {
		...naming,
		endpoints: all.endpoints,
		read: async (rows, values) => (await all.read(rows, values)).filter(keep),
		picker: searchMethod ? { method: searchMethod, search: search ?? searchAll } : undefined,
		dropDown: optionsMethod ? { method: optionsMethod, load: loadAll } : undefined,
	};
}

/** A drop-down has no links. */
const optionOf = ({ name, value, description }: INodeListSearchItems): INodePropertyOptions => ({
	name,
	value,
	...(description && { description }),
});

function plainItem(row: IDataObject, naming: Naming<unknown>): INodeListSearchItems {
	const id = (naming.id?.(row) ?? row.id) as number | string;
	return { name: namesOf(row, naming)[0] ?? String(id), value: id };
}

/** What was given, where it needs no look-up. */
function knownId<Id>({ known }: RecordList<Id>, given: Reference): Id | undefined {
	if (known) return known(given);
	return 'id' in given ? (given.id as Id) : undefined;
}

/** Any ID, for a record whose name is still to be looked up. */
export const assumedId = <Id>(list: RecordList<Id>, given: Reference): Id =>
	knownId(list, given) ?? (1 as Id);

/**
 * The ID of a record that was given by ID or by name.
 * @param label the parameter's display name
 * @throws NinjaOneError for a name that nothing or more than one record has, with the candidates
 */
export async function findRecord<Id>(
	list: RecordList<Id>,
	given: Reference,
	{ rows, label, values = {} }: { rows: Rows; label: string; values?: Values },
): Promise<Id> {
	const known = knownId(list, given);
	if (known !== undefined) return known;
	const name = 'id' in given ? String(given.id) : given.name;
	return idNamed<Id>(await list.read(rows, values), name, { ...list, label });
}
