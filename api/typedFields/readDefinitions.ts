import type { IDataObject } from 'n8n-workflow';
import { customFields } from '../endpoints/customFields';
import { asNinjaOneError } from '../errors';
import type { Rows } from '../list';
import { call } from '../request';
import { customFieldDefinition, type FieldDefinition } from './definition';

/** What reading the definitions of custom fields takes: the newer list, and the older where that is missing. */
export const definitionEndpoints = [customFields.list, customFields.listLegacy] as const;

/**
 * Reads the definitions of all custom fields that are in use.
 * @param rows reads a whole list
 */
export async function readDefinitions(rows: Rows): Promise<FieldDefinition[]> {
	const found = await rowsOfEither(rows);
	return found
		.filter(({ active, name }) => active !== false && name !== undefined)
		.map(customFieldDefinition);
}

/** Older instances do not have the newer list. */
async function rowsOfEither(rows: Rows): Promise<IDataObject[]> {
	try {
		return await rows(call(customFields.list));
	} catch (error) {
		if (asNinjaOneError(error).status !== 404) throw asNinjaOneError(error);
		return await rows(call(customFields.listLegacy, { query: { scopes: 'all' } }));
	}
}
