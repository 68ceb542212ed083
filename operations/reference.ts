import type { IDataObject } from 'n8n-workflow';
import { inputError, NinjaOneError } from '../api/errors';
import { isEmpty, type Field } from './field';
import { orNone } from './picked';
import { numericId } from './ids';
import { byName, resourceLocator, type LocatorLook } from './locator';
import { plainText, textList } from './plainText';

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

/** Several records: picked from a drop-down, or IDs or names from an expression. */
export function pickedReferences(
	displayName: string,
	method: string,
	description = '',
): Field<Reference[]> {
	const { property, parse } = pickedReference(displayName, method, description);
	return {
		property: {
			...property,
			displayName: `${displayName} Names or IDs`,
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: method },
			description: property.description?.replace('specify an ID', 'specify IDs'),
			default: [],
		},
		parse: (value, context) =>
			textList(value, context.label)
				.map((each) => parse(each, context))
				.filter((each) => each !== undefined),
	};
}

/** What JavaScript takes for a number is meant as an ID, also 1e3, which then is refused; anything else is a name. */
function idOrName(value: unknown, label: string): Reference {
	const isName = typeof value === 'string' && Number.isNaN(Number(value));
	return isName ? named(value, label) : { id: numericId(value, label) };
}

function named(value: unknown, label: string): Reference {
	if (isEmpty(value)) throw inputError(label, 'is empty', 'Nothing was sent to NinjaOne.');
	return { name: plainText(value, label).trim() };
}

interface Candidates<Id> {
	/** The parameter's display name. */
	label: string;
	/** The records among which the name is looked for. */
	rows: () => Promise<IDataObject[]>;
	/** What a record is called; several names where it has several. */
	names?: (row: IDataObject) => unknown[];
	id?: (row: IDataObject) => Id;
	/** Tells records of one name apart, in the message about an ambiguous one; what a record lacks is left out. */
	about?: (row: IDataObject) => unknown;
}

const ownName = ({ name }: IDataObject) => [name];
const ownId = ({ id }: IDataObject) => id;

/**
 * The ID of a record that was given by ID or by name. A name must be the whole name; upper and lower case differ only
 * where both exist.
 * @throws NinjaOneError for a name that nothing or more than one record has, with the candidates
 */
export async function idOf<Id = number>(
	given: Reference<Id>,
	{ label, rows, names = ownName, id = ownId as (row: IDataObject) => Id, about }: Candidates<Id>,
): Promise<Id> {
	if ('id' in given) return given.id;
	const wanted = given.name.toLowerCase();
	const all = await rows();
	const textsOf = (row: IDataObject) => names(row).filter(Boolean).map(String);
	const alike = all.filter((row) => textsOf(row).some((name) => name.toLowerCase() === wanted));
	const exact = alike.filter((row) => textsOf(row).includes(given.name));
	const found = exact.length > 0 ? exact : alike;
	if (found.length === 1) {
		const only = id(found[0]);
		if (isEmpty(only)) throw withoutId(label, given.name);
		return only;
	}
	if (found.length === 0) throw unknownName(label, given.name, all.map(textsOf));
	const candidates = found.map(
		(row) =>
			`${textsOf(row)[0]} (${[`ID ${String(id(row))}`, about?.(row)].filter(Boolean).join(', ')})`,
	);
	throw new NinjaOneError(
		`Parameter "${label}" is "${given.name}", and NinjaOne has ${found.length} of that name: ${candidates.join('; ')}`,
		{ description: 'Give the ID of the one you mean. Nothing was changed.' },
	);
}

const withoutId = (label: string, name: string) =>
	new NinjaOneError(`NinjaOne lists "${name}" without an ID, so "${label}" cannot be used`, {
		description: 'Give the ID of the record. Nothing was changed.',
	});

/** @param known the names of each record; the first of them is what people call it */
function unknownName(label: string, name: string, known: string[][]): NinjaOneError {
	const part = name.toLowerCase();
	const like = known.filter((names) => names.some((each) => each.toLowerCase().includes(part)));
	const named = known.filter(({ length }) => length > 0);
	const offered = (like.length > 0 ? like : named).slice(0, 10).map(([first]) => first);
	return inputError(
		label,
		`is "${name}", and NinjaOne has nothing of that name${offered.length > 0 ? `. It has: ${offered.join(', ')}${named.length > offered.length ? ', ...' : ''}` : ''}`,
		'Give the whole name as NinjaOne shows it, or the ID. Nothing was changed.',
	);
}
