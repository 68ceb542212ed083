import type { Fields, GivenOf, LookUp, ValuesOf } from './field';

/** Looks up the names in a set of fields; undefined where none of them takes names. */
export function lookUpIn<F extends Fields>(
	fields: F,
): LookUp<Partial<ValuesOf<F>>, Partial<GivenOf<F>>> | undefined {
	const named = Object.entries(fields).flatMap(([name, { lookUp, property }]) =>
		lookUp ? [{ name, lookUp, label: property.displayName }] : [],
	);
	if (named.length === 0) return undefined;
	return {
		endpoints: [...new Set(named.flatMap(({ lookUp }) => lookUp.endpoints))],
		async resolve(given, rows) {
			const values: Record<string, unknown> = { ...given };
			for (const { name, lookUp, label } of named) {
				if (values[name] === undefined) continue;
				values[name] = await lookUp.resolve(values[name], rows, label);
			}
			return values as Partial<ValuesOf<F>>;
		},
	};
}
