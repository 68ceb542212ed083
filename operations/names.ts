import type { IDataObject } from 'n8n-workflow';
import { inputError, NinjaOneError } from '../api/errors';
import { isEmpty } from './field';

/** How the records of a list are told apart. */
export interface Naming<Id = number> {
	/** What a record is called; several names where it has several, the usual one first. */
	names?: (row: IDataObject) => unknown[];
	id?: (row: IDataObject) => Id;
	/** Tells records of one name apart, in the message about an ambiguous one; what a record lacks is left out. */
	about?: (row: IDataObject) => unknown;
}

export const namesOf = (row: IDataObject, { names = ({ name }) => [name] }: Naming<unknown>) =>
	names(row).filter(Boolean).map(String);

/** Upper and lower case, and blanks around commas, do not tell names apart. */
export const sameName = (text: string) =>
	text
		.trim()
		.replace(/\s*,\s*/g, ', ')
		.toLowerCase();

/** Records of a name, the whole of it. Upper and lower case differ only where both exist. */
export function recordsNamed(
	all: readonly IDataObject[],
	name: string,
	naming: Naming<unknown>,
): IDataObject[] {
	const wanted = sameName(name);
	const alike = all.filter((row) => namesOf(row, naming).some((text) => sameName(text) === wanted));
	const exact = alike.filter((row) => namesOf(row, naming).includes(name));
	return exact.length > 0 ? exact : alike;
}

/**
 * The ID of the record of a name.
 * @param label the parameter's display name
 * @throws NinjaOneError for a name that nothing or more than one record has, with the candidates
 */
export function idNamed<Id = number>(
	all: readonly IDataObject[],
	name: string,
	{ label, ...naming }: Naming<Id> & { label: string },
): Id {
	const { id = (row: IDataObject) => row.id as Id, about } = naming;
	const found = recordsNamed(all, name, naming);
	if (found.length === 1) return demandId(id(found[0]), label, name);
	if (found.length === 0) throw unknownName(label, name, all, naming);
	const candidates = found.slice(0, mostOffered).map((row) => {
		const details = [`ID ${String(id(row))}`, about?.(row)].filter(Boolean).join(', ');
		return `${namesOf(row, naming)[0]} (${details})`;
	});
	const more = found.length > candidates.length ? '; ...' : '';
	throw inputError(
		label,
		`is "${name}", and NinjaOne has ${found.length} of that name: ${candidates.join('; ')}${more}`,
		'Give the ID of the one you mean. Nothing was changed.',
	);
}

function demandId<Id>(id: Id, label: string, name: string): Id {
	if (!isEmpty(id)) return id;
	throw new NinjaOneError(`NinjaOne lists "${name}" without an ID, so "${label}" cannot be used`, {
		description: 'Give the ID of the record. Nothing was changed.',
	});
}

/** Names that a message offers at most. */
const mostOffered = 10;

function unknownName(
	label: string,
	name: string,
	all: readonly IDataObject[],
	naming: Naming<unknown>,
): NinjaOneError {
	const near = nearest(name, all, naming);
	const more = all.length > near.length ? ', ...' : '';
	const offer = near.length > 0 ? `. It has: ${near.join(', ')}${more}` : '';
	return inputError(
		label,
		`is "${name}", and NinjaOne has nothing of that name${offer}`,
		'Give the whole name as NinjaOne shows it, or the ID. Nothing was changed.',
	);
}

/**
 * What records are called that may be meant: those whose name holds the text, else all of a short list, else those with
 * most of its pairs of letters.
 */
function nearest(name: string, all: readonly IDataObject[], naming: Naming<unknown>): string[] {
	const known = all.map((row) => namesOf(row, naming)).filter((names) => names.length > 0);
	const part = name.toLowerCase();
	const like = known.filter((names) => names.some((each) => each.toLowerCase().includes(part)));
	const offered = like.length > 0 || known.length <= mostOffered ? like : byLikeness(name, known);
	return (offered.length > 0 ? offered : known).slice(0, mostOffered).map(([first]) => first);
}

function byLikeness(name: string, known: string[][]): string[][] {
	const wanted = pairsOf(name);
	const likeness = (text: string) => {
		const pairs = pairsOf(text);
		return [...wanted].filter((pair) => pairs.has(pair)).length / (wanted.size + pairs.size);
	};
	return known
		.map((names) => ({ names, likeness: Math.max(...names.map(likeness)) }))
		.sort((a, b) => b.likeness - a.likeness)
		.map(({ names }) => names);
}

const pairsOf = (text: string): Set<string> =>
	new Set(Array.from(text.toLowerCase(), (_, at) => text.toLowerCase().slice(at, at + 2)));
