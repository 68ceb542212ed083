import type { INodeParameters } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { applies, type Field, type Fields, type FieldProperty, type ValuesOf } from './field';
import { parametersOf } from './properties';

interface RowsLook extends Pick<FieldProperty, 'displayName' | 'description' | 'placeholder'> {
	/** What one row is called. */
	rowName: string;
}

/**
 * Several rows of the same parameters, each with values of its own; at least one.
 * @param standard the row that is there from the start
 */
export function rows<F extends Fields>(
	{ rowName, ...look }: RowsLook,
	fields: F,
	standard: Record<string, unknown>,
): Field<Array<ValuesOf<F>>> {
	return {
		property: {
			...look,
			type: 'fixedCollection',
			required: true,
			default: { row: [standard as INodeParameters] },
			typeOptions: { multipleValues: true, multipleValueButtonText: look.placeholder },
			options: [{ displayName: rowName, name: 'row', values: parametersOf(fields) }],
		},
		parse(value, context) {
			const given = (value as { row?: Array<Record<string, unknown>> } | undefined)?.row ?? [];
			if (given.length === 0) throw inputError(context.label, 'is empty', 'Add at least one.');
			return given.map((row) => {
				const values: Record<string, unknown> = {};
				for (const [name, field] of Object.entries(fields)) {
					if (!applies(field, values)) continue;
					const { property, parse } = field;
					const label = property.displayName;
					values[name] = parse(row[name] ?? property.default, { ...context, label });
				}
				return values as ValuesOf<F>;
			});
		},
	};
}
