import type { EditorMethods } from './editor/methods';
import type { Field, Fields } from './field';
import type { Resources } from './operation';

/** The methods that a set of fields calls, each once. */
export const methodsOf = (fields: Fields): EditorMethods => methodsOfEach(Object.values(fields));

/** The methods that the operations of a node call. */
export const methodsOfOperations = (resources: Resources): EditorMethods =>
	methodsOfEach(
		Object.values(resources)
			.flatMap(({ operations }) => Object.values(operations))
			.flatMap(({ fields }) => Object.values(fields)),
	);

const methodsOfEach = (fields: ReadonlyArray<Field<unknown>>): EditorMethods => ({
	listSearch: merged(fields.map(({ methods }) => methods?.listSearch)),
	loadOptions: merged(fields.map(({ methods }) => methods?.loadOptions)),
	resourceMapping: merged(fields.map(({ methods }) => methods?.resourceMapping)),
});

const merged = <Method>(
	all: ReadonlyArray<Readonly<Record<string, Method>> | undefined>,
): Record<string, Method> => Object.fromEntries(all.flatMap((each = {}) => Object.entries(each)));
