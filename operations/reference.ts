import { inputError } from '../api/errors';
import { isEmpty, type Field } from './field';
import { numericId } from './ids';
import { byName, located, resourceLocator, type LocatorLook } from './locator';
import { plainText } from './plainText';

/** A record as the user gave it: by ID, or by its name, which is looked up when the operation runs. */
export type Reference = { id: number } | { name: string };

/** A record that must be given: picked from a list, by name, or by ID. */
export const reference = (look: LocatorLook): Field<Reference> =>
	resourceLocator(
		look,
		[{ ...byName, type: 'string', placeholder: 'e.g. its full name' }],
		(mode, value, label) => (mode === 'name' ? named(value, label) : idOrName(value, label)),
	);

/** Like a reference, and empty means "not given". */
export function optionalReference(look: LocatorLook): Field<Reference | undefined> {
	const { property, methods, parse } = reference(look);
	const shown = { ...property };
	delete shown.required;
	return {
		property: shown,
		methods,
		parse: (value, context) => (isEmpty(located(value).value) ? undefined : parse(value, context)),
	};
}

/** What JavaScript takes for a number is meant as an ID, also 1e3, which then is refused; anything else is a name. */
export function idOrName(value: unknown, label: string): Reference {
	const isName = typeof value === 'string' && Number.isNaN(Number(value));
	return isName ? named(value, label) : { id: numericId(value, label) };
}

function named(value: unknown, label: string): Reference {
	if (isEmpty(value)) throw inputError(label, 'is empty', 'Nothing was sent to NinjaOne.');
	return { name: plainText(value, label).trim() };
}
