import { fieldError, type NinjaOneError } from '../errors';
import { kindOf, quoted, switchOf, textOf } from '../given';
import { parsedJson } from '../json';
import { epochMilliseconds, isEpoch, midnightOf, timeForms } from '../times';
import { fileToUpload, isAttachment } from './attachments';
import { isSecure, type FieldDefinition, type FieldOption } from './definition';
import { problemOfNumber, problemOfText, problemOfTime } from './limits';

/**
 * A value as people write it, turned into what NinjaOne keeps: options by their ids, times in epoch milliseconds.
 * What NinjaOne would refuse is refused here, before anything is sent.
 * @param timezone in which times without an offset are meant
 * @throws NinjaOneError that names the field; never with the value of a secure field
 */
export function encode(field: FieldDefinition, value: unknown, timezone: string): unknown {
	return (encoders[field.type] ?? asGiven)(value, field, timezone);
}

type Encoder = (value: unknown, field: FieldDefinition, timezone: string) => unknown;

const problem = ({ label }: FieldDefinition, what: string, advice?: string): NinjaOneError =>
	fieldError(label, what, advice);

/** @throws NinjaOneError for what a check of the field's limits has found */
function refuse(field: FieldDefinition, wrong: string | undefined): void {
	if (wrong) throw problem(field, wrong);
}

const asText: Encoder = (value, field) => {
	const text = textOf(value);
	if (text === undefined) {
		const shown = isSecure(field) ? '' : `: ${quoted(value)}`;
		throw problem(field, `takes text, and was given ${kindOf(value)}${shown}`);
	}
	refuse(field, problemOfText(text, field));
	return text;
};

/** Decimal, as spreadsheets write it too; 0x10 is no number that people mean. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const asNumber: Encoder = (value, field) => {
	const isText = typeof value === 'string';
	const number = isText ? Number(decimal.test(value.trim()) ? value : NaN) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		throw problem(
			field,
			`takes a number, and was given ${quoted(value)}`,
			'Write decimals with a point, and no thousands separators.',
		);
	}
	refuse(field, problemOfNumber(number, field));
	return number;
};

const asBoolean: Encoder = (value, field) => {
	const isOn = switchOf(value);
	if (isOn !== undefined) return isOn;
	throw problem(field, `takes yes or no, and was given ${quoted(value)}`);
};

const asDateTime: Encoder = (value, field, timezone) => {
	const ms = milliseconds(value, field, timezone);
	refuse(field, problemOfTime(ms, field));
	return ms;
};

function milliseconds(value: unknown, field: FieldDefinition, timezone: string): number {
	const ms = epochMilliseconds(value, timezone);
	if (ms !== undefined) return ms;
	throw problem(field, `takes a date or time, and was given ${quoted(value)}`, timeForms);
}

/**
 * A calendar day: midnight UTC of it, whatever the time zone (docs/decisions/0006). A point in time means the day that
 * it is in the workflow's time zone; epoch milliseconds are in NinjaOne's form already.
 */
const asDate: Encoder = (value, field, timezone) => {
	const isDay = typeof value === 'string' && /^\s*\d{4}-\d\d-\d\d\s*$/.test(value);
	const moment = milliseconds(value, field, isDay ? 'utc' : timezone);
	const ms = isDay || isEpoch(value) ? moment : midnightOf(moment, timezone);
	refuse(field, problemOfTime(ms, field));
	return ms;
};

/** A time of day: milliseconds since midnight, in whole seconds as NinjaOne keeps them; 13 does not mean 13:00. */
const asTime: Encoder = (value, field) => {
	const text = textOf(value) ?? '';
	const parts = /^\s*([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?\s*$/.exec(text);
	if (parts) {
		const [hours, minutes, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
		return ((hours * 60 + minutes) * 60 + seconds) * 1000;
	}
	const ms = Number(/^\d+$/.test(text) ? text : NaN);
	if (ms % 1000 === 0 && ms < 86_400_000) return ms;
	throw problem(
		field,
		`takes a time of day, and was given ${quoted(value)}`,
		'Write it as hours and minutes, such as 17:30, or as milliseconds since midnight.',
	);
};

const asOption: Encoder = (value, field) => optionId(value, field);

const asOptions: Encoder = (value, field) => {
	const given = listOf(value, field);
	if (given.length > 0) return [...new Set(given.map((each) => optionId(each, field)))];
	const advice = 'Name it among the fields to clear where it is to be emptied.';
	throw problem(field, 'was given no option', advice);
};

/** A list, JSON of one, or comma-separated text; a label that holds a comma itself is tried whole first. */
function listOf(value: unknown, { options }: FieldDefinition): unknown[] {
	if (Array.isArray(value)) return value;
	const text = textOf(value)?.trim();
	if (text === undefined) return [value];
	if (options.some(({ name }) => sameText(name, text))) return [text];
	const parsed = text.startsWith('[') ? parsedJson(text) : undefined;
	if (Array.isArray(parsed)) return parsed;
	return text
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
}

const sameText = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * The id of an option that was given by its label or by its id: ids are what NinjaOne documents. Where the definition
 * lists no options the text goes as it was given, since NinjaOne takes labels, too.
 */
function optionId(value: unknown, field: FieldDefinition): string {
	const text = textOf(value) ?? '';
	if (field.options.length === 0 && text !== '') return text;
	const active = field.options.filter((option) => option.active !== false);
	const byId = active.find(({ id }) => sameText(id, text));
	if (byId) return byId.id;
	const alike = active.filter(({ name }) => sameText(name, text));
	const exact = alike.filter(({ name }) => name === text);
	const [first, second] = exact.length > 0 ? exact : alike;
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
	return { html: asText(html ?? text, field, '') };
};

/** A file by the name of its binary field, or one that NinjaOne has already, by its contentId. */
const asAttachment: Encoder = (value, field) => {
	const text = typeof value === 'string' ? value.trim() : '';
	const given = text.startsWith('{') ? parsedJson(text) : value;
	if (isAttachment(given)) return given;
	if (typeof given === 'string' && text !== '') return fileToUpload(field, text);
	throw problem(
		field,
		`takes a file, and was given ${quoted(value)}`,
		'Give the name of the binary field that holds it, or an attachment with its contentId.',
	);
};

/** References to devices, organizations and documents, and types that are new: as NinjaOne takes them. */
const asGiven: Encoder = (value, field) => {
	if (typeof value === 'object') return value;
	if (typeof value !== 'string') {
		if (textOf(value) !== undefined) return value;
		throw problem(field, `takes a value, and was given ${kindOf(value)}`);
	}
	const text = value.trim();
	if (/^\d+$/.test(text)) return Number(text);
	return /^[[{]/.test(text) ? (parsedJson(text) ?? value) : value;
};

const encoders: Readonly<Record<string, Encoder>> = {
	ATTACHMENT: asAttachment,
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
