import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { tickets } from '../../api/endpoints/tickets';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { attributeDefinitions, type FieldDefinition } from '../../api/typedFields/definition';
import { chosen } from '../../operations/editor/chosen';
import { givenId } from '../../operations/fields';
import { mapper } from '../../operations/mapper';
import { recordChoice } from '../../operations/record';
import { findRecord } from '../../operations/recordList';
import { mapperForm } from '../fields/mapperForm';
import { formList } from './lists';

export const ticketId = () =>
	givenId({
		displayName: 'Ticket ID',
		description: 'The number of the ticket, as NinjaOne shows it',
		placeholder: 'e.g. 1001',
	});

/** A form by name or ID. */
export const ticketFormId = () =>
	recordChoice('Form', formList, 'The form that decides which fields a ticket has');

/** The form's fields: those that it adds to every ticket. */
export const formFields = (isNew: boolean) =>
	mapper({
		displayName: 'Form Fields',
		description: 'Values for the fields that the form adds to the ticket, by their names',
		method: isNew ? 'getTicketFields' : 'getChangeableTicketFields',
		load: mapperForm(chosenFormFields(isNew), {
			isNew,
			none: isNew
				? 'The fields of the form appear here once one is chosen that has fields of its own.'
				: "The fields of the ticket's form appear here once the ticket or a form is given, if it has any.",
		}),
		dependsOn: isNew ? ['ticketFormId'] : ['ticketFormId', 'ticketId'],
	});

/** Fields of the form that is chosen in the node; of an existing ticket else those of its own form. */
const chosenFormFields =
	(isNew: boolean) =>
	async (connection: Connection, context: ILoadOptionsFunctions): Promise<FieldDefinition[]> => {
		const field = ticketFormId();
		const given = chosen(context, { name: 'ticketFormId', field, what: 'a form' });
		if (given === undefined && isNew) return [];
		const about = { rows: rowsFor(connection), label: field.property.displayName };
		const id = given
			? await findRecord(formList, given, about)
			: await formOfChosenTicket(connection, context);
		if (id === undefined) return [];
		const form = await send(connection, call(tickets.form, { path: { id } }));
		return attributeDefinitions(form as IDataObject);
	};

async function formOfChosenTicket(
	connection: Connection,
	context: ILoadOptionsFunctions,
): Promise<number | undefined> {
	if (!context.getCurrentNodeParameter('ticketId')) return undefined;
	const id = chosen(context, { name: 'ticketId', field: ticketId(), what: 'a form' });
	const found = await send(connection, call(tickets.get, { path: { ticketId: id } }));
	return (found as IDataObject).ticketFormId as number | undefined;
}
