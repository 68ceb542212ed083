import { joined } from '../api/defined';
import { inputError } from '../api/errors';
import { quoted, textOf } from '../api/given';
import { isEmpty } from './field';

/** NinjaOne's ids of devices, organizations and the like are positive int32. */
const largestId = 2 ** 31 - 1;
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the form of a UUID. */
export const isUuid = (text: string) => uuidForm.test(text);

/**
 * Reads one numeric id.
 * @throws NinjaOneError that names the parameter, for anything else than a positive whole number
 */
export function numericId(value: unknown, label: string): number {
	const text = idText(value);
	if (text === '') {
		throw inputError(
			label,
			'is empty',
			'Choose from the list, or give an ID. Nothing was sent to NinjaOne.',
		);
	}
	const id = Number(text);
	if (/^\d+$/.test(text ?? '') && id > 0 && id <= largestId) return id;
	throw inputError(
		label,
		`is not a valid ID: ${quoted(value)}`,
		"NinjaOne's IDs are positive whole numbers. Nothing was sent to NinjaOne.",
	);
}

/**
 * Reads a UUID: alerts and owners have them.
 * @param advice what else to say to someone who gave something else
 */
export function uuidId(value: unknown, label: string, advice?: string): string {
	const text = idText(value);
	if (text === '') throw inputError(label, 'is empty', 'Nothing was sent to NinjaOne.');
	if (text !== undefined && isUuid(text)) return text.toLowerCase();
	throw inputError(
		label,
		`is not a valid UID: ${quoted(value)}`,
		joined('A UID has 36 characters with dashes.', advice),
	);
}

/** Undefined for what is neither a text nor a number. */
function idText(value: unknown): string | undefined {
	if (isEmpty(value)) return '';
	return typeof value === 'boolean' ? undefined : textOf(value)?.trim();
}
