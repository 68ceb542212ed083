import type { IDataObject } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { idNamed, namesIn, recordsNamed, sameName, type Naming } from './names';

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
	const json = jsonList(text);
	if (json) return json;
	const parts = partsOf(text);
	return parts.length < 2 || parts.every(isNumber) ? parts : text.trim();
}

function jsonList(text: string): unknown[] | undefined {
	if (!text.trim().startsWith('[')) return undefined;
	try {
		const parsed: unknown = JSON.parse(text);
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
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
	const known = new Set(namesIn(all, naming).map(sameName));
	const longest = Math.max(1, ...[...known].map((name) => partsOf(name).length));
	const parts = partsOf(text);
	const readings = readingsOf(
		parts,
		longest,
		(part) => isNumber(part) || known.has(sameName(part)),
	);
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
	return Array.from({ length: Math.min(longest, parts.length) }, (_, at) => at + 1)
		.filter((length) => isName(parts.slice(0, length).join(', ')))
		.flatMap((length) =>
			readingsOf(parts.slice(length), longest, isName).map((rest) => [
				parts.slice(0, length).join(', '),
				...rest,
			]),
		);
}
