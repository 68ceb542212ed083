import { momentOf } from './times';

/** How people, spreadsheets and AI models write yes and no. */
const yes = ['true', 'yes', 'on', '1'];
const no = ['false', 'no', 'off', '0'];

/** Yes or no, in any case and with blanks around it; undefined for what says neither. */
export function switchOf(value: unknown): boolean | undefined {
	const text = textOf(value)?.trim().toLowerCase();
	if (text === undefined) return undefined;
	if (yes.includes(text)) return true;
	return no.includes(text) ? false : undefined;
}

/**
 * A text, or what has one plain text: a number, a boolean, a point in time (as ISO 8601). Undefined for everything else,
 * such as an object or a list, which JavaScript would write as "[object Object]".
 */
export function textOf(value: unknown): string | undefined {
	switch (typeof value) {
		case 'string':
			return value;
		case 'number':
			return Number.isFinite(value) ? String(value) : undefined;
		case 'boolean':
		case 'bigint':
			return String(value);
		default: {
			const ms = momentOf(value);
			return ms === undefined ? undefined : new Date(ms).toISOString();
		}
	}
}

/** What a value is that is no text, for messages. It never quotes the value, which may be a secret. */
export function kindOf(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'an object';
	return typeof value === 'number' ? 'not a number (NaN)' : `a ${typeof value}`;
}

/** Characters of a value that a message quotes. */
const mostQuoted = 200;

/** A value as a message quotes it. */
export function quoted(value: unknown): string {
	const isObject = typeof value === 'object';
	const text = textOf(value) ?? (isObject ? JSON.stringify(value) : String(value));
	return `"${text.length > mostQuoted ? `${text.slice(0, mostQuoted)}...` : text}"`;
}
