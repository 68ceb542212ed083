import { inputError } from '../api/errors';
import { kindOf, textOf } from '../api/given';
import { isEmpty } from './field';

/**
 * Reads a text that must be one: a name, a comment. Blanks at its ends stay.
 * @throws NinjaOneError that names the parameter and never quotes the value, which may be a secret
 */
export function plainText(value: unknown, label: string): string {
	const text = textOf(value);
	if (text !== undefined) return text;
	throw inputError(
		label,
		`takes a text, and was given ${kindOf(value)}, so nothing was sent`,
		'Name one of its properties in the expression, or write it with JSON.stringify(...).',
	);
}

/** Lists hold ids, names and codes: nobody means "true" by an entry that is a boolean. */
function entryText(part: unknown, label: string): string {
	if (typeof part !== 'boolean') return plainText(part, label);
	throw inputError(label, `holds ${part}, which is neither a name nor an ID, so nothing was sent`);
}

/**
 * What n8n, an expression or an AI agent gives for several values: an array, one value, or comma-separated text. Each
 * has to be a text or a number.
 * @throws NinjaOneError that names the parameter
 */
export function textList(value: unknown, label: string): string[] {
	if (isEmpty(value)) return [];
	const parts: unknown[] = Array.isArray(value)
		? value
		: entryText(value, label)
				.replace(/^\[|\]$/g, '')
				.split(',');
	return parts
		.map((part) => entryText(part, label).trim().replace(/^"|"$/g, ''))
		.filter((part) => part !== '');
}
