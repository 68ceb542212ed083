import type { INodePropertyOptions } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { quoted, switchOf, textOf } from '../api/given';
import { epochMilliseconds, timeForms } from '../api/times';
import { isEmpty, type Field, type FieldProperty, type LookUp } from './field';
import { numericId } from './ids';
import { plainText, textList } from './plainText';

type Look = Pick<FieldProperty, 'displayName'> &
	Partial<Pick<FieldProperty, 'description' | 'placeholder' | 'hint' | 'typeOptions'>>;

/** A text that must be there. */
export function text(look: Look, standard = ''): Field<string> {
	return {
		property: { ...look, type: 'string', default: standard, required: true },
		parse(value, { label }) {
			if (isEmpty(value)) throw inputError(label, 'is empty');
			return plainText(value, label).trim();
		},
	};
}

/** A text that may be left out. */
export const optionalText = (look: Look): Field<string | undefined> => ({
	property: { ...look, type: 'string', default: '' },
	takesBlank: true,
	parse: (value, { label }) => (isEmpty(value) ? undefined : plainText(value, label).trim()),
});

/** @param longest how many characters NinjaOne takes at most */
export const upTo = <T extends string | undefined>(longest: number, field: Field<T>): Field<T> => ({
	...field,
	parse(value, context) {
		const given = field.parse(value, context);
		if (given === undefined || given.length <= longest) return given;
		throw inputError(
			context.label,
			`has ${given.length} characters, and NinjaOne takes at most ${longest}`,
			'Shorten it. Nothing was sent to NinjaOne.',
		);
	},
});

/** Something that may be left out elsewhere and must be given here. */
export function needed<T, Given = T>(
	field: Field<T | undefined, Given | undefined>,
): Field<T, Given> {
	return {
		...field,
		// What is not given is refused before, and what is given is found.
		lookUp: field.lookUp as LookUp<T, Given> | undefined,
		property: { ...field.property, required: true },
		parse(value, context) {
			const given = field.parse(value, context);
			if (given !== undefined) return given;
			throw inputError(context.label, 'is empty', 'Nothing was sent to NinjaOne.');
		},
	};
}

/** A numeric ID that must be given, where there is no list to pick it from. */
export const givenId = (look: Look): Field<number> => ({
	property: { ...look, type: 'string', default: '', required: true },
	parse: (value, { label }) => numericId(value, label),
});

/** A text that nobody is to see, taken exactly as it is: blanks at its ends may belong to it. */
export function secretText(look: Look): Field<string | undefined> {
	const typeOptions = { ...look.typeOptions, password: true };
	return {
		property: { ...look, type: 'string', typeOptions, default: '' },
		takesBlank: true,
		parse: (value, { label }) =>
			value === undefined || value === null || value === '' ? undefined : plainText(value, label),
	};
}

/** A whole number that may be left out: 0 or an empty field means "not given". */
export const optionalId = (look: Look): Field<number | undefined> => ({
	property: { ...look, type: 'number', default: 0 },
	parse: (value, { label }) =>
		isEmpty(value) || value === 0 || value === '0' ? undefined : numericId(value, label),
});

/** Yes or no, as an expression, a spreadsheet or an AI agent writes it; the default is for a switch left alone. */
export function flag(look: Look, isOn = false): Field<boolean> {
	return {
		property: { ...look, type: 'boolean', default: isOn },
		parse(value, { label }) {
			const given = value === undefined ? isOn : switchOf(value);
			if (given !== undefined) return given;
			throw inputError(
				label,
				`takes yes or no, and was given ${quoted(value)}, so nothing was sent`,
				'Use true or false, yes or no, on or off, 1 or 0.',
			);
		},
	};
}

/** A flag that the author of the workflow alone can set: no expression, no AI agent. */
export function authorFlag(look: Look, isOn = false): Field<boolean> {
	const field = flag(look, isOn);
	return { ...field, authorOnly: true, property: { ...field.property, noDataExpression: true } };
}

/** One of a fixed set. The first option is the default, for who leaves the parameter alone. */
export function choice<const Value extends string>(
	look: Look,
	options: ReadonlyArray<INodePropertyOptions & { value: Value }>,
	chosen: Value = options[0].value,
): Field<Value> {
	return {
		property: { ...look, type: 'options', options: [...options], default: chosen },
		parse(value, { label }) {
			const given = value === undefined ? chosen : value;
			const values = options.map((option) => option.value);
			const found = values.find((each) => each === given);
			if (found !== undefined) return found;
			throw inputError(
				label,
				`does not know ${quoted(value)}`,
				`Use one of: ${values.join(', ')}.`,
			);
		},
	};
}

/** Any of a fixed set. */
export function choices<const Value extends string>(
	look: Look,
	options: ReadonlyArray<INodePropertyOptions & { value: Value }>,
): Field<Value[]> {
	const one = choice(look, options);
	return {
		property: { ...one.property, type: 'multiOptions', default: [] },
		parse: (value, context) => [
			...new Set(textList(value, context.label).map((each) => one.parse(each, context))),
		],
	};
}

/**
 * Any of a set of codes: picked from a list where one is given, else typed with commas between them. Codes beyond the
 * list are let through when they look like one, since NinjaOne adds to its vocabularies; lower case is forgiven.
 */
export function codes(look: Look, options?: readonly INodePropertyOptions[]): Field<string[]> {
	return {
		property: options
			? { ...look, type: 'multiOptions', options: [...options], default: [] }
			: { ...look, type: 'string', default: '' },
		parse: (value, { label }) =>
			textList(value, label).map((code) => {
				if (/^[A-Za-z][A-Za-z0-9_]*$/.test(code)) return code.toUpperCase();
				throw inputError(label, `holds "${code}", which is not a code of NinjaOne's`);
			}),
	};
}

/** A list of which at least one must be given; each is taken once. */
export function atLeastOne<T, Given = T[]>(field: Field<T[], Given>): Field<T[], Given> {
	return {
		...field,
		takesBlank: false,
		property: { ...field.property, required: true },
		parse(value, context) {
			const given = field.parse(value, context);
			if (!Array.isArray(given)) return given;
			if (given.length > 0) return [...new Set(given as unknown[])] as Given;
			throw inputError(context.label, 'is empty', 'Give at least one.');
		},
	};
}

/** One code of NinjaOne's: picked from a list where one is given, else typed. Codes beyond the list are let through. */
export function code(
	look: Look,
	options?: readonly INodePropertyOptions[],
): Field<string | undefined> {
	const { parse } = codes(look, []);
	return {
		property: options
			? { ...look, type: 'options', options: [...options], default: options[0].value }
			: { ...look, type: 'string', default: '' },
		parse(value, context) {
			const [first, second] = parse(value, context);
			if (second === undefined) return first;
			throw inputError(context.label, `takes one code, and was given ${quoted(value)}`);
		},
	};
}

/** Ids as a comma-separated text or an array from an expression. */
export const idList = (look: Look): Field<number[]> => ({
	property: { ...look, type: 'string', default: '' },
	parse: (value, { label }) => textList(value, label).map((each) => numericId(each, label)),
});

/** A point in time, read into epoch milliseconds; without an offset it is meant in the workflow's time zone. */
export function time(look: Look): Field<number | undefined> {
	return {
		property: { ...look, type: 'dateTime', default: '' },
		parse(value, { label, timezone }) {
			if (isEmpty(value)) return undefined;
			const ms = epochMilliseconds(value, timezone);
			if (ms !== undefined) return ms;
			throw inputError(label, `is not a time: ${quoted(value)}`, timeForms);
		},
	};
}

/** A whole number within bounds; an empty field means the standard one. */
export function wholeNumber(
	look: Look,
	standard: number,
	[smallest, largest]: [number, number],
): Field<number> {
	const isBounded = largest !== Infinity;
	return {
		property: {
			...look,
			type: 'number',
			typeOptions: { minValue: smallest, ...(isBounded && { maxValue: largest }) },
			default: standard,
		},
		parse(value, { label }) {
			if (isEmpty(value)) return standard;
			const number = Number(/^-?\d+$/.test(textOf(value)?.trim() ?? '') ? value : NaN);
			if (Number.isInteger(number) && number >= smallest && number <= largest) return number;
			const range = `from ${smallest}${isBounded ? ` to ${largest}` : ''}`;
			throw inputError(label, `is not a whole number ${range}: ${quoted(value)}`);
		},
	};
}

/** Several texts, comma-separated or as an array from an expression. */
export const textsList = (look: Look): Field<string[]> => ({
	property: { ...look, type: 'string', default: '' },
	takesBlank: true,
	parse: (value, { label }) => textList(value, label),
});
