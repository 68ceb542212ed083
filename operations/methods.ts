import type { EditorMethods } from './editor/methods';
import type { Fields } from './field';
import type { Resources } from './operation';

/** The methods that a set of fields calls, each once. */
export function methodsOf(fields: Fields): EditorMethods {
	const all = Object.values(fields).map(({ methods = {} }) => methods);
	return {
		listSearch: merged(all.map(({ listSearch }) => listSearch)),
		loadOptions: merged(all.map(({ loadOptions }) => loadOptions)),
		resourceMapping: merged(all.map(({ resourceMapping }) => resourceMapping)),
	};
}

/** The methods that the operations of a node call. */
export const methodsOfOperations = (resources: Resources): EditorMethods =>
	methodsOf(
		Object.fromEntries(
			Object.entries(resources).flatMap(([resource, { operations }]) =>
				Object.entries(operations).flatMap(([operation, { fields }]) =>
					Object.entries(fields).map(([name, field]) => [
						`${resource} ${operation} ${name}`,
						field,
					]),
				),
			),
		),
	);

const merged = <Method>(
	all: ReadonlyArray<Readonly<Record<string, Method>> | undefined>,
): Record<string, Method> => Object.fromEntries(all.flatMap((each = {}) => Object.entries(each)));
