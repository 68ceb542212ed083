import type { IDataObject } from 'n8n-workflow';
import { switchOf } from '../given';
import { isoTime } from '../times';
import type { FieldDefinition } from './definition';

type Value = IDataObject[string];

/** A value as NinjaOne keeps it, said as people write it. What is not understood stays as it is. */
export function decode(field: FieldDefinition, value: Value): Value {
	if (value === null || value === undefined) return value;
	return decoders[field.type]?.(value, field) ?? value;
}

type Decoder = (value: Value, field: FieldDefinition) => Value | undefined;

const moment = (value: Value) => isoTime(Number(value));

/** A calendar day is kept as midnight UTC. */
const day: Decoder = (value) => moment(value)?.slice(0, 10);

/** Milliseconds since midnight. */
const timeOfDay: Decoder = (value) => moment(value)?.slice(11, 19);

/** Some lists give a checkbox as text. */
const checked: Decoder = (value) => switchOf(value);

/** NinjaOne names an option by its id or by its label, depending on the list: a label stays. */
const label: Decoder = (value, { options }) =>
	options.find(({ id }) => id.toLowerCase() === String(value).toLowerCase())?.name;

const labels: Decoder = (value, field) => {
	const isLabel = field.options.some(({ name }) => name === value);
	const ids =
		typeof value === 'string' && !isLabel
			? value.split(',').map((id) => id.trim())
			: [value].flat();
	return ids.map((id) => label(id, field) ?? id) as Value;
};

const decoders: Readonly<Record<string, Decoder>> = {
	CHECKBOX: checked,
	DATE: day,
	DATE_TIME: moment,
	DROPDOWN: label,
	MULTI_SELECT: labels,
	TIME: timeOfDay,
};
