import type { FieldDefinition } from '../../api/typedFields/definition';
import { readDefinitions } from '../../api/typedFields/readDefinitions';
import { optionsFrom, sorted, type DropDown } from '../../operations/editor/dropDown';

/** Fields by their labels, known by their names. */
export const fieldOptions = (definitions: FieldDefinition[]) =>
	sorted(
		definitions.map(({ name, label, type }) => ({
			name: label,
			value: name,
			description: `${name}, ${type}`,
		})),
	);

/** Every custom field that the API may read. */
export const customFieldNames: DropDown = {
	method: 'getCustomFieldNames',
	load: optionsFrom(async (rows) => {
		const all = await readDefinitions(rows);
		return fieldOptions(all.filter(({ readable }) => readable));
	}),
};

/** Fields that can be emptied, of the type of record that is chosen in the node. */
export const clearableFields: DropDown = {
	method: 'getClearableFields',
	load: optionsFrom(async (rows, { context }) => {
		const scope = String(context.getNodeParameter('entityType'));
		const all = await readDefinitions(rows);
		return fieldOptions(
			all.filter(
				({ scopes, writable, required }) => scopes.includes(scope) && writable && !required,
			),
		);
	}),
};
