import { authorFlag } from '../../operations/fields';

/** @param what what is given to the script, as its parameter is called */
export const secretFlag = (what: 'Parameters' | 'Script') =>
	authorFlag({
		displayName: what === 'Script' ? 'Script Is Secret' : 'Parameters Are Secret',
		description: `Whether the ${what.toLowerCase()} must not be seen: left out of the dry run, the output and errors, also where the device repeats them`,
	});

/** Shorter parts occur in any text. */
const shortest = 4;

/**
 * What must not be seen of a text that a script gets: the text, and whatever a device may repeat of it, such as a line
 * in an error of PowerShell's or the value of one parameter.
 */
export function secretsIn(text: string): string[] {
	const lines = text.split(/\r?\n/).map((line) => line.trim());
	const quoted = [...text.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b);
	const values = text
		.split(/\s+/)
		.map((part) => part.replace(/^-*\w+=/, ''))
		.filter((part) => !part.startsWith('-'));
	const parts = [...lines, ...quoted, ...values].filter(({ length }) => length >= shortest);
	return [...new Set([text, ...parts])];
}
