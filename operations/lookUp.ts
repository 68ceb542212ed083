import type { Rows } from '../api/list';
import type { Endpoint } from '../api/endpoint';
import type { Fields, GivenOf, LookUp, Values, ValuesOf } from './field';

/** Looks up the names in a set of fields; undefined where none of them takes names. */
export interface FieldsLookUp<F extends Fields> {
	readonly endpoints: readonly Endpoint[];
	/** @param values parameters outside of the set on which a list may depend */
	resolve(given: Partial<GivenOf<F>>, rows: Rows, values?: Values): Promise<Partial<ValuesOf<F>>>;
	/** What stands in for the result while an item is checked. */
	assume(given: Partial<GivenOf<F>>): Partial<ValuesOf<F>>;
}

export function lookUpIn<F extends Fields>(fields: F): FieldsLookUp<F> | undefined {
	const named = Object.entries(fields).flatMap(([name, { lookUp, property }]) =>
		lookUp ? [{ name, lookUp, label: property.displayName }] : [],
	);
	if (named.length === 0) return undefined;
	const inOrder = [...named].sort(
		(a, b) => Number(isDependent(a.lookUp)) - Number(isDependent(b.lookUp)),
	);
	return {
		endpoints: [...new Set(named.flatMap(({ lookUp }) => lookUp.endpoints))],
		async resolve(given, rows, outside = {}) {
			const values: Values = { ...given };
			for (const { name, lookUp, label } of inOrder) {
				if (values[name] === undefined) continue;
				const context = { rows, label, values: { ...outside, ...values } };
				values[name] = await lookUp.resolve(values[name], context);
			}
			return values as Partial<ValuesOf<F>>;
		},
		assume(given) {
			const values: Values = { ...given };
			for (const { name, lookUp } of named) {
				if (values[name] !== undefined) values[name] = lookUp.assume(values[name]);
			}
			return values as Partial<ValuesOf<F>>;
		},
	};
}

const isDependent = ({ needs = [] }: LookUp<unknown, unknown>) => needs.length > 0;
