/** What a field says about its values, whether it is a custom field or a field of a document template. */
export interface ValueField {
	name: string;
	type: string;
	content?: {
		values?: ReadonlyArray<{ id?: string; active?: boolean }>;
		advancedSettings?: {
			maxCharacters?: number;
			numericRange?: { min?: number; max?: number };
			ipAddressType?: string;
		};
	};
}

type Content = NonNullable<ValueField['content']>;
type Rule = (value: unknown, content: Content) => boolean;

/**
 * Why a value does not fit its field, if it does not. Null always fits: it clears.
 * @param field `name` stands in the message, `type` is NinjaOne's, such as DATE_TIME
 */
export function problemWith(
	value: unknown,
	{ name, type, content = {} }: ValueField,
): string | undefined {
	if (value === null) return undefined;
	const fits = rules[type] ?? isText;
	return fits(value, content) ? undefined : `Field "${name}": not a value of type ${type}`;
}

const isText: Rule = (value, { advancedSettings }) =>
	typeof value === 'string' && value.length <= (advancedSettings?.maxCharacters ?? Infinity);
const matching =
	(pattern: RegExp): Rule =>
	(value, content) =>
		isText(value, content) && (value === '' || pattern.test(String(value)));

const isNumber: Rule = (value, { advancedSettings }) => {
	const { min = -Infinity, max = Infinity } = advancedSettings?.numericRange ?? {};
	return typeof value === 'number' && value >= min && value <= max;
};
const isInteger: Rule = (value, content) => isNumber(value, content) && Number.isInteger(value);
/** Dates and times are epoch milliseconds, never text. */
const isMoment: Rule = (value) => Number.isInteger(value);

/** An option goes by its id; its name is refused, and so is one that is not offered any more. */
const isOption: Rule = (value, { values = [] }) =>
	values.some(({ id, active }) => id === value && active !== false);

/** An entity goes by its number, or by an object that holds it. */
const isEntity: Rule = (value) =>
	Number.isInteger(value) || Number.isInteger(property(value, 'entityId') ?? property(value, 'id'));

const each =
	(rule: Rule): Rule =>
	(value, content) =>
		Array.isArray(value) && value.every((item) => rule(item, content));

const property = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;

const isAddress: Rule = (value, content) => {
	const version = content.advancedSettings?.ipAddressType ?? 'ALL';
	const isV4 = matching(/^(\d{1,3}\.){3}\d{1,3}$/)(value, content);
	const isV6 = matching(/^[\da-f]*:[\da-f:.]*$/i)(value, content);
	return (isV4 && version !== 'IPV6') || (isV6 && version !== 'IPV4');
};

/** By type; what is not named is text. */
const rules: Readonly<Record<string, Rule>> = {
	CHECKBOX: (value) => typeof value === 'boolean',
	NUMERIC: isInteger,
	DECIMAL: isNumber,
	MONETARY: isNumber,
	DATE: isMoment,
	DATE_TIME: isMoment,
	TIME: isMoment,
	DROPDOWN: isOption,
	MULTI_SELECT: each(isOption),
	WYSIWYG: (value) => typeof property(value, 'html') === 'string',
	ATTACHMENT: (value) => typeof property(value, 'contentId') === 'string',
	EMAIL: matching(/^[^@\s]+@[^@\s]+$/),
	URL: matching(/^https?:\/\/\S+$/i),
	IP_ADDRESS: isAddress,
	NODE_DROPDOWN: isEntity,
	NODE_MULTI_SELECT: each(isEntity),
	CLIENT_DROPDOWN: isEntity,
	CLIENT_MULTI_SELECT: each(isEntity),
	CLIENT_LOCATION_DROPDOWN: isEntity,
	CLIENT_LOCATION_MULTI_SELECT: each(isEntity),
	CLIENT_DOCUMENT_DROPDOWN: isEntity,
	CLIENT_DOCUMENT_MULTI_SELECT: each(isEntity),
};
