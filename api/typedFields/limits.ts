import type { FieldDefinition } from './definition';

/** What is wrong with a text for a field; undefined where nothing is. Never quotes the text: it may be a secret. */
export function problemOfText(
	text: string,
	{ type, limits }: Pick<FieldDefinition, 'type' | 'limits'>,
): string | undefined {
	const { maxCharacters } = limits;
	if (maxCharacters && text.length > maxCharacters) {
		return `takes at most ${maxCharacters} characters, and was given ${text.length}`;
	}
	const form = forms[type];
	if (form && !form.pattern.test(text.trim())) return `takes ${form.what}`;
	if (type === 'IP_ADDRESS') return problemOfAddress(text.trim(), limits.ipAddressType);
	return undefined;
}

/** Forms that are certain; anything finer is left to NinjaOne. */
const forms: Readonly<Record<string, { pattern: RegExp; what: string }>> = {
	EMAIL: { pattern: /^[^\s@]+@[^\s@]+$/, what: 'an email address, such as name@example.com' },
	URL: { pattern: /^[a-z][a-z0-9+.-]*:\S+$/i, what: 'a URL, such as https://example.com' },
	IP_ADDRESS: { pattern: /^([\d.]+|[\da-f:.]*:[\da-f:.]*)$/i, what: 'an IP address' },
};

function problemOfAddress(text: string, allowed: string | undefined): string | undefined {
	const isV6 = text.includes(':');
	if (allowed === 'IPV4' && isV6) return 'takes an IPv4 address';
	if (allowed === 'IPV6' && !isV6) return 'takes an IPv6 address';
	return undefined;
}

/** What is wrong with a number for a field. */
export function problemOfNumber(
	number: number,
	{ limits: { numericRange } }: Pick<FieldDefinition, 'limits'>,
): string | undefined {
	const { min, max } = numericRange ?? {};
	if (typeof min === 'number' && number < min)
		return `takes ${min} or more, and was given ${number}`;
	if (typeof max === 'number' && number > max)
		return `takes ${max} or less, and was given ${number}`;
	return undefined;
}

/** What is wrong with a point in time, in epoch milliseconds, for a field. */
export function problemOfTime(
	ms: number,
	{ limits: { dateFilters } }: Pick<FieldDefinition, 'limits'>,
): string | undefined {
	const given = `and was given ${new Date(ms).toISOString()}`;
	if (dateFilters?.type === 'PAST_DATES_ONLY' && ms > Date.now()) {
		return `takes dates in the past, ${given}`;
	}
	// A day that is today lies in the future for as long as it lasts.
	if (dateFilters?.type === 'FUTURE_DATES_ONLY' && ms + 86_400_000 < Date.now()) {
		return `takes dates in the future, ${given}`;
	}
	return undefined;
}
