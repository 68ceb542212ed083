import type { IDataObject } from 'n8n-workflow';

/** A row reduced to these fields, in this order. */
export const columns =
	(...names: string[]) =>
	(row: IDataObject): IDataObject =>
		Object.fromEntries(names.map((name) => [name, row[name]]));
