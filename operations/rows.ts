import type { INodeParameters } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { methodsOf } from './methods';
import {
	applies,
	type Field,
	type Fields,
	type FieldProperty,
	type GivenOf,
	type ValuesOf,
} from './field';
import { lookUpIn } from './lookUp';
import { parametersOf } from './properties';
import { readField } from './readFields';

interface RowsLook extends Pick<FieldProperty, 'displayName' | 'description' | 'placeholder'> {
	/** What one row is called. */
	rowName: string;
}

type Rows = { row?: Array<Record<string, unknown>> } | undefined;

/**
 * Several rows of the same parameters, each with values of its own; at least one.
 * @param standard the row that is there from the start
 */
export function rows<F extends Fields>(
	{ rowName, ...look }: RowsLook,
	fields: F,
	standard: Record<string, unknown>,
): Field<Array<ValuesOf<F>>, Array<GivenOf<F>>> {
	const names = lookUpIn(fields);
	return {
		methods: methodsOf(fields),
		lookUp: names && {
			endpoints: names.endpoints,
			async resolve(given, context) {
				const found: Array<ValuesOf<F>> = [];
				for (const row of given) found.push((await names.resolve(row, context)) as ValuesOf<F>);
				return found;
			},
			assume: (given) => given.map((row) => names.assume(row) as ValuesOf<F>),
		},
		property: {
			...look,
			type: 'fixedCollection',
			required: true,
			default: { row: [standard as INodeParameters] },
			typeOptions: { multipleValues: true, multipleValueButtonText: look.placeholder },
			options: [{ displayName: rowName, name: 'row', values: parametersOf(fields) }],
		},
		parse(value, context) {
			const given = (value as Rows)?.row ?? [];
			if (given.length === 0) throw inputError(context.label, 'is empty', 'Add at least one.');
			const written = (context.written as Rows)?.row ?? [];
			return given.map((row, at) => {
				const values: Record<string, unknown> = {};
				for (const [name, field] of Object.entries(fields)) {
					if (!applies(field, values)) continue;
					const value = name in row ? row[name] : field.property.default;
					values[name] = readField(field, value, { ...context, written: written[at]?.[name] });
				}
				return values as GivenOf<F>;
			});
		},
	};
}
