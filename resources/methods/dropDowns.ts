import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { rowsFor, type Rows } from '../../api/list';
import type { Call } from '../../api/request';
import { orNone } from '../../operations/reference';
import { inEditor } from './inEditor';

export type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** A drop-down over lists of NinjaOne's. */
export const dropDown = (
	build: (read: Rows, context: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>,
): LoadOptions =>
	async function () {
		return await inEditor(this, async (connection) => await build(rowsFor(connection), this));
	};

/** A record with an id and a name as a choice. */
export const option = ({ id, name }: IDataObject): INodePropertyOptions => ({
	name: String(name ?? id),
	value: id as number,
});

export const sorted = (options: INodePropertyOptions[]) =>
	options.sort((a, b) => a.name.localeCompare(b.name));

/** A list of records with an id and a name, by name. */
export const named = (all: Call) => dropDown(async (read) => sorted((await read(all)).map(option)));

export type OrNone<Name extends string> = `${Name}OrNone`;

/** The same lists for parameters that may be left out; see `orNone` of the fields. */
export const orNoneOf = <Name extends string>(
	lists: Record<Name, LoadOptions>,
): Record<OrNone<Name>, LoadOptions> =>
	Object.fromEntries(
		Object.entries<LoadOptions>(lists).map(([name, load]) => [orNone(name), withNone(load)]),
	) as Record<OrNone<Name>, LoadOptions>;

const withNone = (load: LoadOptions): LoadOptions =>
	async function () {
		return [{ name: '[Not Set]', value: '' }, ...(await load.call(this))];
	};
