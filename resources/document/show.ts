import type { IDataObject } from 'n8n-workflow';
import { isSecure, type FieldDefinition } from '../../api/typedFields/definition';
import { readableValues } from '../../api/typedFields/values';
import { secureKey } from '../fields/fieldValues';
import type { Showing } from '../customField/values';

/** How documents come out of operations that change them. */
export const afterChange: Showing = { values: 'readable', reveal: false };

/**
 * A document for the output: next to NinjaOne's list of fields (`fields`, or `updatedFields` after an update) their
 * `values` by name. Secrets leave the list, and come out under another name where they are asked for. So does what the
 * template does not know: it may be a secret.
 */
export function shownDocument(
	definitions: readonly FieldDefinition[],
	row: IDataObject,
	{ values: form, reveal }: Showing,
): IDataObject {
	const open = new Set(
		definitions.filter((field) => !isSecure(field)).map((field): unknown => field.name),
	);
	const listName = 'updatedFields' in row ? 'updatedFields' : 'fields';
	const list = (row[listName] ?? []) as IDataObject[];
	const shown = list.filter(({ name }) => open.has(name));
	const secrets = list.filter(({ name }) => !open.has(name));
	const { values } = readableValues(definitions, byName(shown), form === 'raw');
	return {
		...row,
		[listName]: shown,
		values,
		...(reveal ? { [secureKey]: byName(secrets) } : {}),
	};
}

const byName = (list: IDataObject[]): IDataObject =>
	Object.fromEntries(list.map(({ name, value }) => [String(name), value]));
