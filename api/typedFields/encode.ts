import { tryToParseDateTime } from 'n8n-workflow';
import { fieldError, type NinjaOneError } from '../errors';
import { epochMilliseconds } from '../times';
import { isSecure, type FieldDefinition, type FieldOption } from './definition';
import { problemOfNumber, problemOfText, problemOfTime } from './limits';

/**
 * A value as people write it, turned into what NinjaOne keeps: options by their ids, times in epoch milliseconds.
 * What NinjaOne would refuse is refused here, before anything is sent.
 * @param timezone in which times without an offset are meant
 * @throws NinjaOneError that names the field; never with the value of a secure field
 */
export function encode(field: FieldDefinition, value: unknown, timezone: string): unknown {
	const encoder = encoders[field.type] ?? asGiven;
	return encoder(value, field, timezone);
}

type Encoder = (value: unknown, field: FieldDefinition, timezone: string) => unknown;

const problem = (field: FieldDefinition, what: string, advice?: string): NinjaOneError =>
	fieldError(field.label, what, advice);

/** What is quoted of a value in a message. */
const quoted = (value: unknown) =>
	`"${typeof value === 'object' ? JSON.stringify(value) : String(value)}"`;

const asText: Encoder = (value, field) => {
	if (typeof value === 'object') {
		const shown = isSecure(field) ? '' : `: ${quoted(value)}`;
		throw problem(
			field,
			`takes text, and was given ${Array.isArray(value) ? 'a list' : 'an object'}${shown}`,
		);
	}
	const text = String(value);
	const wrong = problemOfText(text, field);
	if (wrong) throw problem(field, wrong);
	return text;
};

const asNumber: Encoder = (value, field) => {
	const number = typeof value === 'string' ? Number(value.trim() || NaN) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		throw problem(
			field,
			`takes a number, and was given ${quoted(value)}`,
			'Write decimals with a point, and no thousands separators.',
		);
	}
	const wrong = problemOfNumber(number, field);
	if (wrong) throw problem(field, wrong);
	return number;
};

const yes = ['true', 'yes', 'on', '1'];
const no = ['false', 'no', 'off', '0'];

const asBoolean: Encoder = (value, field) => {
	const text = String(value).trim().toLowerCase();
	if (yes.includes(text)) return true;
	if (no.includes(text)) return false;
	throw problem(field, `takes yes or no, and was given ${quoted(value)}`);
};

/** Epoch milliseconds are 12 digits and more; NinjaOne's other times, in seconds, are shorter. */
const smallestMilliseconds = 100_000_000_000;

const asDateTime: Encoder = (value, field, timezone) => {
	const ms = milliseconds(value, field, timezone);
	const wrong = problemOfTime(ms, field);
	if (wrong) throw problem(field, wrong);
	return ms;
};

const isNumber = (value: unknown) => typeof value === 'number' || /^\d+$/.test(String(value));

function milliseconds(value: unknown, field: FieldDefinition, timezone: string): number {
	if (isNumber(value)) {
		const number = Number(value);
		return number < smallestMilliseconds ? number * 1000 : number;
	}
	const ms = epochMilliseconds(value, timezone);
	if (ms !== undefined) return ms;
	throw problem(
		field,
		`takes a date or time, and was given ${quoted(value)}`,
		'Write it as ISO 8601, such as 2026-01-31 or 2026-01-31T08:00:00Z.',
	);
}

/**
 * A calendar day: midnight UTC of it, whatever the time zone (docs/decisions/0006). A point in time means the day that
 * it is in the workflow's time zone; epoch milliseconds are in NinjaOne's form already.
 */
const asDate: Encoder = (value, field, timezone) => {
	const ms = dayOf(value, field, timezone);
	const wrong = problemOfTime(ms, field);
	if (wrong) throw problem(field, wrong);
	return ms;
};

function dayOf(value: unknown, field: FieldDefinition, timezone: string): number {
	const ms = milliseconds(value, field, 'utc');
	if (isNumber(value) || /^\s*\d{4}-\d\d-\d\d\s*$/.test(String(value))) return ms;
	const { year, month, day } = tryToParseDateTime(value, timezone).setZone(timezone);
	return Date.UTC(year, month - 1, day);
}

/** A time of day: milliseconds since midnight. */
const asTime: Encoder = (value, field) => {
	const parts = /^\s*([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*$/.exec(String(value));
	if (parts) {
		const [hours, minutes, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
		return ((hours * 60 + minutes) * 60 + seconds) * 1000;
	}
	if (/^\d+$/.test(String(value)) && Number(value) < 86_400_000) return Number(value);
	throw problem(
		field,
		`takes a time of day, and was given ${quoted(value)}`,
		'Write it as hours and minutes, such as 17:30.',
	);
};

const asOption: Encoder = (value, field) => optionId(value, field);

const asOptions: Encoder = (value, field) => [
	...new Set(listOf(value, field).map((each) => optionId(each, field))),
];

/** A list, JSON of one, or comma-separated text; a label that holds a comma itself is tried whole first. */
function listOf(value: unknown, { options }: FieldDefinition): unknown[] {
	if (Array.isArray(value)) return value;
	const text = String(value).trim();
	if (options.some(({ name }) => sameText(name, text))) return [text];
	if (text.startsWith('[')) {
		const parsed = parsedOrUndefined(text);
		if (Array.isArray(parsed)) return parsed;
	}
	return text
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
}

function parsedOrUndefined(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const sameText = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The id of an option that was given by its label or by its id. */
function optionId(value: unknown, field: FieldDefinition): string {
	const text = String(value);
	const active = field.options.filter((option) => option.active !== false);
	const byId = active.find(({ id }) => sameText(id, text));
	if (byId) return byId.id;
	const alike = active.filter(({ name }) => sameText(name, text));
	const found = alike.filter(({ name }) => name === text);
	const [first, second] = found.length > 0 ? found : alike;
	if (first && !second) return first.id;
	if (first) {
		throw problem(
			field,
			`has several options "${text}"`,
			`Give the ID of one: ${alike.map(({ id }) => id).join(', ')}.`,
		);
	}
	throw problem(field, `does not offer ${quoted(value)}. It offers: ${offered(active)}`);
}

function offered(options: FieldOption[]): string {
	const names = options.map(({ name }) => name);
	return names.length <= 30 ? names.join(', ') : `${names.slice(0, 30).join(', ')}, ...`;
}

/** Rich text is kept as HTML. */
const asHtml: Encoder = (value, field) => {
	if (typeof value !== 'object') return { html: asText(value, field, '') };
	const { html, text } = value as { html?: unknown; text?: unknown };
	if (html === undefined && text === undefined) throw problem(field, 'takes HTML text');
	return { html: String(html ?? text) };
};

const notWritable: Encoder = (_, field) => {
	throw problem(field, 'holds an attachment, which cannot be written here');
};

/** References to devices, organizations and documents, and types that are new: as NinjaOne takes them. */
const asGiven: Encoder = (value) => {
	if (typeof value !== 'string') return value;
	const text = value.trim();
	if (/^\d+$/.test(text)) return Number(text);
	return /^[[{]/.test(text) ? (parsedOrUndefined(text) ?? value) : value;
};

const encoders: Readonly<Record<string, Encoder>> = {
	ATTACHMENT: notWritable,
	CHECKBOX: asBoolean,
	DATE: asDate,
	DATE_TIME: asDateTime,
	DECIMAL: asNumber,
	DROPDOWN: asOption,
	EMAIL: asText,
	IDENTIFIER: asText,
	IP_ADDRESS: asText,
	MONETARY: asNumber,
	MULTI_SELECT: asOptions,
	NUMERIC: asNumber,
	PHONE: asText,
	TEXT: asText,
	TEXT_ENCRYPTED: asText,
	TEXT_MULTILINE: asText,
	TIME: asTime,
	TOTP: asText,
	URL: asText,
	WYSIWYG: asHtml,
};
