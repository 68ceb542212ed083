import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { rowsFor, type Rows } from '../../api/list';
import { inEditor } from './inEditor';

export type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** What a drop-down offers, with n8n's name for the method. */
export interface DropDown {
	readonly method: string;
	readonly load: LoadOptions;
}

/** Loads a drop-down from lists of NinjaOne's. */
export const optionsFrom = (
	build: (
		rows: Rows,
		about: { connection: Connection; context: ILoadOptionsFunctions },
	) => Promise<INodePropertyOptions[]>,
): LoadOptions =>
	async function () {
		return await inEditor(this, async (connection) =>
			build(rowsFor(connection), { connection, context: this }),
		);
	};

export const sorted = (options: INodePropertyOptions[]) =>
	options.sort((a, b) => a.name.localeCompare(b.name));

/**
 * The same list with "not set" as its first choice, for a parameter that may be left out: the editor takes an empty
 * choice that is not among the others for a mistake.
 */
export const orNone = ({ method, load }: DropDown): DropDown => ({
	method: `${method}OrNone`,
	load: async function () {
		return [{ name: '[Not Set]', value: '' }, ...(await load.call(this))];
	},
});

/** The method of a drop-down as n8n calls it. */
export const loadOptionsOf = ({ method, load }: DropDown): Record<string, LoadOptions> => ({
	[method]: load,
});
