import type { IDataObject } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { parsedJson } from '../api/json';
import { idNamed, namesOf, recordsNamed, sameName, type Naming } from './names';

/** Parts between commas, without the brackets and quotes that a list written as text may have. */
const partsOf = (text: string): string[] =>
	text
		.replace(/^\s*\[|\]\s*$/g, '')
		.split(',')
		.map((part) => part.trim().replace(/^"|"$/g, ''))
		.filter((part) => part !== '');

const isNumber = (text: string) => /^\d+$/.test(text);

/**
 * What a text gives where several records are wanted: a list where it is one beyond doubt (JSON, numbers, no comma),
 * else the text, whose commas may belong to names.
 */
export function listIn(text: string): unknown[] | string {
	const json = parsedJson(text);
	if (Array.isArray(json)) return json;
	const parts = partsOf(text);
	return parts.length < 2 || parts.every(isNumber) ? parts : text.trim();
}

/**
 * The IDs in a text with commas: of the one record whose name the whole text is, else of the names and IDs between its
 * commas. A name may hold commas itself where that leaves one way to read the text.
 * @throws NinjaOneError where a part is unknown, names several records, or the text can be read in several ways
 */
export function idsInText(
	text: string,
	all: readonly IDataObject[],
	naming: Naming & { label: string },
): number[] {
	if (recordsNamed(all, text, naming).length > 0) return [idNamed(all, text, naming)];
	const known = new Set(all.flatMap((row) => namesOf(row, naming)).map(sameName));
	const longest = Math.max(1, ...[...known].map((name) => partsOf(name).length));
	const parts = partsOf(text);
	const isName = (part: string) => isNumber(part) || known.has(sameName(part));
	const readings = readingsOf(parts, longest, isName);
	if (readings.length > 1) {
		throw inputError(
			naming.label,
			`can be read in several ways: "${text}"`,
			'Some of these names hold commas. Give a list from an expression, with one name in each entry. Nothing was changed.',
		);
	}
	// Where there is no reading, the message names the first part that is no name.
	const [names = parts] = readings;
	const ids = names.map((name) => (isNumber(name) ? Number(name) : idNamed(all, name, naming)));
	return [...new Set(ids)];
}

/** All ways to put neighbouring parts together so that each is a name. */
function readingsOf(
	parts: readonly string[],
	longest: number,
	isName: (text: string) => boolean,
): string[][] {
	if (parts.length === 0) return [[]];
	return Array.from({ length: Math.min(longest, parts.length) }, (_, at) => {
		const first = parts.slice(0, at + 1).join(', ');
		if (!isName(first)) return [];
		return readingsOf(parts.slice(at + 1), longest, isName).map((rest) => [first, ...rest]);
	}).flat();
}
