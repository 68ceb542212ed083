import type { RichText } from '../contracts';
import type { Random } from './data/random';
import { richText } from './richText';

/** A field with values: a custom field, a field of a document template or of a ticket's form. */
export interface ValueField {
	name: string;
	/** NinjaOne's, such as DATE_TIME. */
	type: string;
	content?: {
		values?: ReadonlyArray<{ id?: string; name?: string; active?: boolean }>;
		advancedSettings?: {
			maxCharacters?: number;
			numericRange?: { min?: number; max?: number };
			ipAddressType?: 'ALL' | 'IPV4' | 'IPV6';
		};
	};
}

type Content = NonNullable<ValueField['content']>;

/** What is particular about a type of fields; where a part is missing it is as for text. */
interface FieldType {
	/** Whether this is one of its values, in NinjaOne's encoding. */
	fits?(value: unknown, content: Content): boolean;
	/** The value that a text stands for. A text that stands for none stays as it is. */
	parse?(text: string): unknown;
	/** The value as it is read back. */
	keep?(value: unknown): unknown;
	/** A value that somebody may have filled in; undefined: the field is left empty. */
	sample?(random: Random, content: Content): unknown;
}

const isText = (value: unknown, { advancedSettings }: Content): value is string =>
	typeof value === 'string' && value.length <= (advancedSettings?.maxCharacters ?? Infinity);
const isNumber = (value: unknown, { advancedSettings }: Content): value is number => {
	const { min = -Infinity, max = Infinity } = advancedSettings?.numericRange ?? {};
	return typeof value === 'number' && value >= min && value <= max;
};
const property = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;

const matching = (pattern: RegExp, sample: string): FieldType => ({
	fits: (value, content) => isText(value, content) && (value === '' || pattern.test(value)),
	sample: () => sample,
});

const number: FieldType = {
	fits: isNumber,
	parse: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text),
	sample: (random) => random.integer(1, 1000) / 10,
};
const firstDay = Date.UTC(2025, 0, 1);
const dayMs = 86_400_000;
/** Dates and times are epoch milliseconds, never text. */
const moment: FieldType = {
	...number,
	fits: (value) => Number.isInteger(value),
	sample: (random) => firstDay + random.integer(0, 500) * dayMs,
};

const optionIds = ({ values = [] }: Content) =>
	values.filter(({ active }) => active !== false).map(({ id }) => id);
/** An option goes by its id; one that is not offered any more is refused. */
const option: FieldType = {
	fits: (value, content) => optionIds(content).some((id) => id === value),
	sample: (random, content) => random.pick(optionIds(content)),
};

/** An entity goes by its number, or by an object that holds it. */
const entityId = (value: unknown) => property(value, 'entityId') ?? property(value, 'id') ?? value;
const reference = (type: string): FieldType => ({
	fits: (value) => Number.isInteger(entityId(value)),
	keep: (value) => ({ entityId: entityId(value), type }),
	sample: () => undefined,
});
const references = (type: string) => several(reference(type));

const several = ({ fits = isText, keep = (value) => value, sample }: FieldType): FieldType => ({
	fits: (value, content) => Array.isArray(value) && value.every((one) => fits(one, content)),
	parse: (text) => (text === '' ? [] : text.split(',')),
	keep: (value) => (Array.isArray(value) ? value.map(keep) : keep(value)),
	sample,
});

const addresses = { IPV4: /^(\d{1,3}\.){3}\d{1,3}$/, IPV6: /^[\da-f]*:[\da-f:.]*$/i };
const isAddress = (text: string, type: 'ALL' | 'IPV4' | 'IPV6'): boolean =>
	type === 'ALL'
		? isAddress(text, 'IPV4') || isAddress(text, 'IPV6')
		: text === '' || addresses[type].test(text);

/** What is not named is text. */
const fieldTypes: Readonly<Record<string, FieldType>> = {
	CHECKBOX: {
		fits: (value) => typeof value === 'boolean',
		parse: (text) => text === 'true' || (text === 'false' ? false : text),
		sample: (random) => random.chance(0.5),
	},
	NUMERIC: {
		...number,
		fits: (value, content) => isNumber(value, content) && Number.isInteger(value),
		sample: (random, { advancedSettings }) =>
			random.integer(1, advancedSettings?.numericRange?.max ?? 1000),
	},
	DECIMAL: number,
	MONETARY: number,
	DATE: moment,
	DATE_TIME: moment,
	TIME: { ...moment, sample: (random) => random.integer(0, 95) * 900_000 },
	DROPDOWN: option,
	MULTI_SELECT: {
		...several(option),
		sample: (random, content) => optionIds(content).slice(0, random.integer(1, 3)),
	},
	WYSIWYG: {
		fits: (value) => typeof property(value, 'html') === 'string',
		keep: (value) => richText(value as RichText),
		sample: () => ({ text: 'Left door', html: '<p>Left door</p>' }),
	},
	ATTACHMENT: {
		fits: (value) => typeof property(value, 'contentId') === 'string',
		parse: (text) => jsonIn(text),
		sample: () => undefined,
	},
	EMAIL: matching(/^[^@\s]+@[^@\s]+$/, 'service@example.com'),
	URL: matching(/^https?:\/\/\S+$/i, 'https://example.com'),
	IP_ADDRESS: {
		fits: (value, content) =>
			isText(value, content) && isAddress(value, content.advancedSettings?.ipAddressType ?? 'ALL'),
		sample: (random) => `10.0.0.${random.integer(1, 254)}`,
	},
	NODE_DROPDOWN: reference('NODE'),
	NODE_MULTI_SELECT: references('NODE'),
	CLIENT_DROPDOWN: reference('ORGANIZATION'),
	CLIENT_MULTI_SELECT: references('ORGANIZATION'),
	CLIENT_LOCATION_DROPDOWN: reference('LOCATION'),
	CLIENT_LOCATION_MULTI_SELECT: references('LOCATION'),
	CLIENT_DOCUMENT_DROPDOWN: reference('DOCUMENT'),
	CLIENT_DOCUMENT_MULTI_SELECT: references('DOCUMENT'),
};

const typeOf = ({ type }: ValueField): FieldType => fieldTypes[type] ?? {};

/** Why a value does not fit its field, if it does not. Null always fits: it clears. */
export function problemWith(value: unknown, field: ValueField): string | undefined {
	const { fits = isText } = typeOf(field);
	if (value === null || fits(value, field.content ?? {})) return undefined;
	return `Field "${field.name}": not a value of type ${field.type}`;
}

export const parsedValue = (field: ValueField, text: string): unknown =>
	typeOf(field).parse?.(text) ?? text;

/** A value as it is read back: formatted text with its plain form, what points to an entity as an object. */
export const keptValue = (field: ValueField, value: unknown): unknown =>
	typeof value === 'string' ? value : (typeOf(field).keep?.(value) ?? value);

/** @returns undefined where values are left to those who write them */
export function sampleValue(field: ValueField, random: Random): unknown {
	const { sample = () => `${field.name} ${random.integer(1, 99)}` } = typeOf(field);
	return sample(random, field.content ?? {});
}

/** A value with the ids of its options in the place of their labels, or the other way round. */
const translated =
	(from: 'id' | 'name', to: 'id' | 'name') =>
	({ type, content }: ValueField, value: unknown): unknown => {
		if (type !== 'DROPDOWN' && type !== 'MULTI_SELECT') return value;
		const offered = content?.values?.filter(({ active }) => active !== false) ?? [];
		const of = (one: unknown) => offered.find((option) => option[from] === one)?.[to] ?? one;
		return Array.isArray(value) ? value.map(of) : of(value);
	};
export const withOptionIds = translated('name', 'id');
export const withOptionLabels = translated('id', 'name');

function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
