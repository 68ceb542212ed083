import type { AttributeValue, TicketAttribute, TicketFields, TicketForm } from '../../contracts';
import { failure } from '../refusal';
import { problemWith } from '../valueRules';
import type { State } from './state';
import { known } from './ticketChecks';

/**
 * A ticket's attributes as they come to be: what is sent takes the place of all that there was, and a value keeps its
 * id. Values come as text: numbers, `true`, options by id, several of them with commas between.
 */
export function attributeValuesOf(
	state: State,
	form: TicketForm,
	attributes: NonNullable<TicketFields['attributes']>,
	before: readonly AttributeValue[] = [],
): AttributeValue[] {
	for (const { id, name, content } of form.fields) {
		const sent = attributes.find(({ attributeId }) => attributeId === id);
		if (content.required && !sent?.value) throw failure(400, `Attribute "${name}" is required`);
	}
	let nextId = Math.max(
		0,
		...state.tickets.all().flatMap(largestId),
		...before.map(({ id }) => id),
	);
	return attributes.map(({ attributeId, value }) => {
		const attribute = known(state.ticketAttributes.get(attributeId), 'attributeId', attributeId);
		const kept = before.find((one) => one.attributeId === attributeId);
		return { id: kept?.id ?? ++nextId, attributeId, value: read(attribute, value) };
	});
}

const largestId = ({ attributeValues }: { attributeValues: readonly AttributeValue[] }) =>
	attributeValues.map(({ id }) => id);

function read({ name, attributeType, content }: TicketAttribute, text: string): unknown {
	const value = valueOf(attributeType, text);
	const problem = problemWith(value, { name, type: attributeType, content });
	if (problem) throw failure(400, problem);
	return value;
}

const numeric = ['NUMERIC', 'DECIMAL', 'MONETARY', 'DATE', 'DATE_TIME', 'TIME'];

/** Text that is not what the type wants stays text, and is refused as such. */
function valueOf(type: string, text: string): unknown {
	if (numeric.includes(type)) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
	if (type === 'CHECKBOX') return text === 'true' || (text === 'false' ? false : text);
	if (type === 'ATTACHMENT') return jsonOf(text);
	if (type === 'MULTI_SELECT') return text === '' ? [] : text.split(',');
	return text;
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
