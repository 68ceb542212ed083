import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { inputError } from '../api/errors';
import type { Field, Fields, FieldProperty, ValuesOf } from './field';

/** Values of a collection: what the user did not add is absent. */
export type Added<F extends Fields> = Partial<ValuesOf<F>>;

interface CollectionLook extends Pick<FieldProperty, 'displayName'> {
	placeholder: string;
	description?: string;
}

/** Optional fields that the user adds one by one; n8n shows them in order of their names. */
export function collection<F extends Fields>(look: CollectionLook, fields: F): Field<Added<F>> {
	return {
		property: {
			...look,
			type: 'collection',
			default: {},
			options: Object.entries(fields)
				.map(([name, { property }]) => optional(name, property))
				.sort((a, b) => a.displayName.localeCompare(b.displayName)),
		},
		parse(value, context) {
			const given = (value ?? {}) as IDataObject;
			const read = Object.entries(fields)
				.filter(([name]) => given[name] !== undefined)
				.map(([name, field]) => {
					const label = field.property.displayName;
					return [name, field.parse(given[name], { ...context, label })] as const;
				});
			return Object.fromEntries(read) as Added<F>;
		},
	};
}

/** A collection in which something must be set: an update that changes nothing is a mistake. */
export function changes<F extends Fields>(look: CollectionLook, fields: F): Field<Added<F>> {
	const field = collection(look, fields);
	return {
		...field,
		parse(value, context) {
			const added = field.parse(value, context);
			if (Object.values(added).some((change) => change !== undefined)) return added;
			throw inputError(context.label, 'has no field to change', 'Add at least one field to it.');
		},
	};
}

/**
 * A collection of filters for a change: one that was added and left empty is a mistake, since without it the change
 * would reach further than meant (an expression that gave no organization would mean all of them).
 */
export function withoutBlanks<T extends object>(field: Field<T>): Field<T> {
	return {
		...field,
		parse(value, context) {
			const filters = field.parse(value, context);
			const blank = Object.entries(filters).find(
				([, filter]) => filter === undefined || (Array.isArray(filter) && filter.length === 0),
			);
			if (!blank) return filters;
			const named = (field.property.options as INodeProperties[]).find(
				({ name }) => name === blank[0],
			);
			throw inputError(
				context.label,
				`holds "${named?.displayName ?? blank[0]}" without a value`,
				'Give it a value, or take it out.',
			);
		},
	};
}

/** n8n takes no `required` inside a collection. */
function optional(name: string, property: FieldProperty): INodeProperties {
	const { displayName, ...rest } = property;
	delete rest.required;
	return { displayName, name, ...rest };
}
