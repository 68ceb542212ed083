import { inputError } from '../api/errors';
import { textOf } from '../api/given';
import { isRecord, parsedJson } from '../api/json';
import { isEmpty, type Field, type FieldProperty } from './field';

type Look = Pick<FieldProperty, 'displayName'> &
	Partial<Pick<FieldProperty, 'description' | 'placeholder'>>;

/** A JSON object, typed in or from an expression; no text at all means "not given". */
export function jsonObject(look: Look): Field<Record<string, unknown> | undefined> {
	const example = '{"note": "done"}';
	return {
		property: { ...look, type: 'json', default: '{}' },
		parse(value, { label }) {
			if (isEmpty(value)) return undefined;
			const parsed = demandJson(value, label, example);
			if (isRecord(parsed)) return parsed;
			throw inputError(label, 'is not a JSON object', `Write it in braces, such as ${example}.`);
		},
	};
}

/**
 * A JSON list of objects, typed in or from an expression; one object alone is taken for a list of one.
 * @param example what such a list looks like, for messages
 */
export function jsonList(look: Look, example: string): Field<Array<Record<string, unknown>>> {
	return {
		property: { ...look, type: 'json', default: '[]' },
		parse(value, { label }) {
			const list = isEmpty(value) ? [] : [demandJson(value, label, example)].flat();
			if (list.every(isRecord)) return list;
			throw inputError(label, 'is not a JSON list of objects', `Write it like ${example}.`);
		},
	};
}

function demandJson(value: unknown, label: string, example: string): unknown {
	if (typeof value === 'string') {
		const parsed = parsedJson(value);
		if (parsed !== undefined) return parsed;
		throw inputError(label, 'is not valid JSON', `Write it like ${example}.`);
	}
	const gap = gapIn(value);
	if (gap === undefined) return value;
	throw inputError(
		label,
		`has no value for ${gap}, so nothing was sent`,
		'An expression in it may have come out empty. Leave it out, or give null.',
	);
}

/** The name under which an object out of an expression holds what JSON cannot say and would drop in silence. */
function gapIn(value: unknown, name = 'itself'): string | undefined {
	if (value === null || textOf(value) !== undefined) return undefined;
	if (typeof value !== 'object') return name;
	return Object.entries(value)
		.map(([inner, each]) => gapIn(each, `"${inner}"`))
		.find((gap) => gap !== undefined);
}
