import type { IDataObject } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { isEmpty, type Field } from './field';
import { numericId } from './ids';
import { byName, resourceLocator, type LocatorLook } from './locator';
import { idNamed, type Naming } from './names';
import { plainText } from './plainText';

/**
 * The same list with "not set" as its first choice, for a parameter that may be left out: the editor takes an empty
 * choice that is not among the others for a mistake.
 */
export const orNone = (method: string) => `${method}OrNone`;

/** A record as the user gave it: by ID, or by its name, which is looked up when the operation runs. */
export type Reference<Id = number> = { id: Id } | { name: string };

/** A record that must be given: picked from a list, by name, or by ID. */
export const reference = (look: LocatorLook): Field<Reference> =>
	resourceLocator(
		look,
		[{ ...byName, type: 'string', placeholder: 'e.g. its full name' }],
		(mode, value, label) => (mode === 'name' ? named(value, label) : idOrName(value, label)),
	);

/** Like a reference, and empty means "not given". */
export function optionalReference(look: LocatorLook): Field<Reference | undefined> {
	const { property, parse } = reference(look);
	const shown = { ...property };
	delete shown.required;
	return {
		property: shown,
		parse(value, context) {
			const isLocated = typeof value === 'object' && value !== null;
			const given = isLocated ? (value as { value?: unknown }).value : value;
			return isEmpty(given) ? undefined : parse(value, context);
		},
	};
}

/** n8n's own words, which its lint wants to see. */
const chooseOrSpecify =
	'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** A record that may be left out: picked from a drop-down, or an ID or a name from an expression. */
export function pickedReference(
	displayName: string,
	method: string,
	description = '',
): Field<Reference | undefined> {
	return {
		property: {
			displayName: `${displayName} Name or ID`,
			type: 'options',
			typeOptions: { loadOptionsMethod: orNone(method) },
			description: description ? `${description}. ${chooseOrSpecify}.` : chooseOrSpecify,
			default: '',
		},
		parse: (value, { label }) => (isEmpty(value) ? undefined : idOrName(value, label)),
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

interface Candidates<Id> extends Naming<Id> {
	/** The parameter's display name. */
	label: string;
	/** The records among which the name is looked for. */
	rows: () => Promise<IDataObject[]>;
}

/**
 * The ID of a record that was given by ID or by name.
 * @throws NinjaOneError for a name that nothing or more than one record has, with the candidates
 */
export async function idOf<Id = number>(
	given: Reference<Id>,
	{ rows, ...naming }: Candidates<Id>,
): Promise<Id> {
	return 'id' in given ? given.id : idNamed(await rows(), given.name, naming);
}
