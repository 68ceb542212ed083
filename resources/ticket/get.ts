import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { NinjaOneError } from '../../api/errors';
import { attributeDefinitions } from '../../api/typedFields/definition';
import { readableValues } from '../../api/typedFields/values';
import { flag } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { readTicket } from './change';
import { ticketId } from './form';
import { formOf } from './formFieldValues';

export const get = operation({
	name: 'Get',
	action: 'Get ticket',
	description: 'Get one ticket by its number. Its description and comments are in Get Log Entries.',
	endpoints: [tickets.get, tickets.form],
	fields: {
		ticketId: ticketId(),
		includeFormFields: flag(
			{
				displayName: 'Include Form Fields',
				description:
					"Whether to add the name of the ticket's form and the values of the form's fields by their labels, with options and dates in words",
			},
			true,
		),
	},
	async run(caller, { ticketId: id, includeFormFields }) {
		const found = await readTicket(caller, id);
		return [includeFormFields ? { ...found, ...(await inWords(caller, found)) } : found];
	},
});

/** A ticket can have no form, and that of an old one can be gone: no reason to give no ticket. */
async function inWords(
	caller: Caller,
	{ ticketFormId, attributeValues }: IDataObject,
): Promise<IDataObject> {
	if (ticketFormId === undefined) return {};
	const form = await formOf(caller, ticketFormId as number).catch((error: unknown) => {
		if (error instanceof NinjaOneError && error.status === 404) return undefined;
		throw error;
	});
	if (!form) return {};
	const definitions = attributeDefinitions(form);
	const held = ((attributeValues ?? []) as IDataObject[]).map(({ attributeId, value }) => [
		String(attributeId),
		value,
	]);
	const { values } = readableValues(definitions, Object.fromEntries(held) as IDataObject, false);
	const labelled = definitions
		.filter(({ name }) => name in values)
		.map(({ name, label }) => [label, values[name]]);
	return { formName: form.name, formFields: Object.fromEntries(labelled) as IDataObject };
}
