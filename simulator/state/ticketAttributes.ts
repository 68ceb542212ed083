import type { AttributeValue, TicketFields, TicketForm } from '../../contracts';
import { valueField } from '../data/ticketForms';
import { parsedValue, problemWith } from '../fieldTypes';
import { failure } from '../refusal';
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
	const taken = state.tickets.all().flatMap(({ attributeValues }) => attributeValues);
	let lastId = Math.max(0, ...[...taken, ...before].map(({ id }) => id));
	return attributes.map(({ attributeId, value: text }) => {
		const attribute = known(state.ticketAttributes.get(attributeId), 'attributeId', attributeId);
		const field = valueField(attribute);
		const value = parsedValue(field, text);
		const problem = problemWith(value, field);
		if (problem) throw failure(400, problem);
		const kept = before.find((one) => one.attributeId === attributeId);
		return { id: kept?.id ?? ++lastId, attributeId, value };
	});
}
