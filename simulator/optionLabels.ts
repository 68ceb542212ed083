/** What a field of type DROPDOWN or MULTI_SELECT says about its options. */
interface OptionField {
	type: string;
	content?: { values?: ReadonlyArray<{ id?: string; name?: string; active?: boolean }> };
}

const hasOptions = ({ type }: OptionField) => type === 'DROPDOWN' || type === 'MULTI_SELECT';

/** One value, or each of several. */
const each = (value: unknown, say: (one: unknown) => unknown) =>
	Array.isArray(value) ? value.map(say) : say(value);

/** A value as it is kept: options that are in use may be written by their labels, too. */
export const withOptionIds = (field: OptionField, value: unknown): unknown =>
	hasOptions(field) ? each(value, (one) => optionBy('name', one, field)?.id ?? one) : value;

/** A value as some lists tell it: the labels of its options. */
export const withOptionLabels = (field: OptionField | undefined, value: unknown): unknown =>
	field && hasOptions(field)
		? each(value, (one) => optionBy('id', one, field)?.name ?? one)
		: value;

const optionBy = (key: 'id' | 'name', value: unknown, { content }: OptionField) =>
	content?.values?.find((option) => option[key] === value && option.active !== false);
