import { inputError, type NinjaOneError } from '../api/errors';
import { isRecord } from '../api/json';
import { isEmpty, type Field, type ReadingContext } from './field';

/** n8n marks an expression so, $fromAI too. */
const isExpression = (written: unknown): written is string =>
	typeof written === 'string' && written.startsWith('=');

/** A text with expressions in it, in which n8n writes an object as "[object Object]". */
const isMixed = (written: string) =>
	!/^=\s*\{\{[^]*\}\}\s*$/.test(written) || /\}\}[^]*\{\{/.test(written);

/** Whether an AI model gives the value. */
const isFromModel = (written: unknown) => isExpression(written) && /\$fromai\s*\(/i.test(written);

/** What stands in a resource locator; anything else as it is. */
function inner(value: unknown): unknown {
	return isRecord(value) && 'mode' in value && 'value' in value ? value.value : value;
}

/** A text without content, a list without entries, or nothing at all. */
export const isBlank = (value: unknown): boolean =>
	isEmpty(inner(value)) || (Array.isArray(value) && value.length === 0);

/** Nothing at all: what an expression gives for a property that the item lacks. */
export const isNothing = (value: unknown): boolean => {
	const given = inner(value);
	return given === undefined || given === null;
};

/** Whether the field shows nothing while it is left alone, so that blank can stand for "not given". */
export const isBlankAtFirst = ({ property }: Pick<Field<unknown>, 'property'>): boolean =>
	isBlank(property.default);

/**
 * Whether a model left its argument out. n8n's schema of a tool makes every argument required, so a model that does not
 * want one gives a blank text, or 0.
 */
export const isLeftOut = (value: unknown, written: unknown): boolean =>
	isFromModel(inner(written)) && !isNothing(value) && (isBlank(value) || inner(value) === 0);

/** Whether an expression gave nothing at all. */
export const gaveNothing = (value: unknown, written: unknown): boolean =>
	isExpression(inner(written)) && isNothing(value);

/**
 * Tells the author who left a parameter alone, for whom its default counts, from an expression without a result, which
 * is not what anybody meant.
 * @throws NinjaOneError that names the parameter, for an expression that gave nothing; for one that gave blank, where
 * the field has no use for it
 */
export function demandResult(
	field: Field<unknown>,
	value: unknown,
	{ label, written }: Pick<ReadingContext, 'label' | 'written'>,
): void {
	const source = inner(written);
	if (!isExpression(source)) return;
	if (isNothing(value)) throw cameOutEmpty(label);
	if (isMixed(source)) demandPlainParts(inner(value), label);
	if (!isBlank(value) || field.takesBlank || field.property.type === 'json') return;
	if (!(isLeftOut(value, written) && isBlankAtFirst(field))) throw cameOutEmpty(label);
}

function demandPlainParts(text: unknown, label: string): void {
	if (typeof text !== 'string' || !text.includes('[object Object]')) return;
	throw inputError(
		label,
		'has an object in the midst of its text, so nothing was sent',
		'Name one of its properties in the expression, or write it with JSON.stringify(...).',
	);
}

export const cameOutEmpty = (label: string): NinjaOneError =>
	inputError(
		label,
		'came out empty of its expression, so nothing was sent',
		'Look at what the expression gives for this item. Where it may have nothing, name what then counts, such as {{ $json.name ?? "none" }}.',
	);
