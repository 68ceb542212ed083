import type { Fields, GivenOf, LookUp, LookUpContext, Values, ValuesOf } from './field';

/** Looks up the names in a set of fields. */
interface FieldsLookUp<F extends Fields> extends LookUp<Partial<ValuesOf<F>>, Partial<GivenOf<F>>> {
	/** @param context its values: other parameters, on which a list may depend */
	resolve(
		given: Partial<GivenOf<F>>,
		context: Pick<LookUpContext, 'rows'> & Partial<LookUpContext>,
	): Promise<Partial<ValuesOf<F>>>;
}

/** Undefined where none of the fields takes names. */
export function lookUpIn<F extends Fields>(fields: F): FieldsLookUp<F> | undefined {
	const named = Object.entries(fields).flatMap(([name, { lookUp, property }]) =>
		lookUp ? [{ name, lookUp, label: property.displayName }] : [],
	);
	if (named.length === 0) return undefined;
	const isDependent = ({ lookUp }: (typeof named)[number]) => Boolean(lookUp.needs?.length);
	const inOrder = [...named].sort((a, b) => Number(isDependent(a)) - Number(isDependent(b)));
	return {
		endpoints: [...new Set(named.flatMap(({ lookUp }) => lookUp.endpoints))],
		async resolve(given, { rows, values: others }) {
			const values: Values = { ...given };
			for (const { name, lookUp, label } of inOrder) {
				if (values[name] === undefined) continue;
				const context = { rows, label, values: { ...others, ...values } };
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
