import type { FieldDefinition } from './definition';

/** What is wrong with a text for a field; undefined where nothing is. Never quotes the text: it may be a secret. */
export function problemOfText(
	text: string,
	{ type, limits: { maxCharacters, ipAddressType } }: FieldDefinition,
): string | undefined {
	if (maxCharacters && text.length > maxCharacters) {
		return `takes at most ${maxCharacters} characters, and was given ${text.length}`;
	}
	const form = forms[type];
	if (form && !form.pattern.test(text.trim())) return `takes ${form.what}`;
	if (type !== 'IP_ADDRESS') return undefined;
	const isV6 = text.includes(':');
	if (ipAddressType === 'IPV4' && isV6) return 'takes an IPv4 address';
	if (ipAddressType === 'IPV6' && !isV6) return 'takes an IPv6 address';
	return undefined;
}

/** Forms that are certain; anything finer is left to NinjaOne. */
const forms: Readonly<Record<string, { pattern: RegExp; what: string }>> = {
	EMAIL: { pattern: /^[^\s@]+@[^\s@]+$/, what: 'an email address, such as name@example.com' },
	URL: { pattern: /^[a-z][a-z0-9+.-]*:\S+$/i, what: 'a URL, such as https://example.com' },
	IP_ADDRESS: { pattern: /^([\d.]+|[\da-f:.]*:[\da-f:.]*)$/i, what: 'an IP address' },
};

/** What is wrong with a number for a field. */
export function problemOfNumber(
	number: number,
	{ limits: { numericRange: { min, max } = {} } }: FieldDefinition,
): string | undefined {
	const given = `and was given ${number}`;
	if (typeof min === 'number' && number < min) return `takes ${min} or more, ${given}`;
	if (typeof max === 'number' && number > max) return `takes ${max} or less, ${given}`;
	return undefined;
}

/** What is wrong with a point in time, in epoch milliseconds, for a field. */
export function problemOfTime(
	ms: number,
	{ limits: { dateFilters } }: FieldDefinition,
): string | undefined {
	const given = `and was given ${new Date(ms).toISOString()}`;
	const allowed = dateFilters?.type;
	if (allowed === 'PAST_DATES_ONLY' && ms > Date.now()) return `takes dates in the past, ${given}`;
	// A day that is today lies in the future for as long as it lasts.
	const isPast = ms + 86_400_000 < Date.now();
	if (allowed === 'FUTURE_DATES_ONLY' && isPast) return `takes dates in the future, ${given}`;
	return undefined;
}
