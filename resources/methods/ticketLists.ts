import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { contacts } from '../../api/endpoints/contacts';
import { tickets } from '../../api/endpoints/tickets';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { attributeDefinitions, type FieldDefinition } from '../../api/typedFields/definition';
import { activeForms, ticketFormIdOf, ticketFormReference } from '../fields/references';
import { ticketId } from '../ticket/fields';
import { personName } from '../fields/personName';
import { chosen } from './chosen';
import { dropDown, option, sorted } from './dropDowns';
import { pick, type Search } from './pickers';

export const getTicketForms = dropDown(async (read) =>
	sorted((await activeForms(read)).map(option)),
);

/** In NinjaOne's order, which is that of a ticket's life. */
export const getTicketStatuses = dropDown(async (read) =>
	(await read(call(tickets.statuses))).map(({ displayName, name, statusId }) => ({
		name: String(displayName ?? name),
		value: statusId as number,
	})),
);

/** By the numeric ids that tickets know them by. */
export const getTechnicians = dropDown(async (read) => {
	const rows = await read(call(tickets.people, { query: { userType: 'TECHNICIAN' } }));
	return sorted(rows.map((row) => ({ name: personLabel(row), value: row.id as number })));
});

export const searchTicketBoards: Search = async (connection, filter, token) =>
	await pick(
		connection,
		call(tickets.boards),
		({ id, name, description }) => ({
			name: String(name ?? id),
			value: id as number,
			...(description ? { description: description as string } : {}),
		}),
		filter,
		token,
	);

/** NinjaOne looks for what is typed: there can be thousands of end users. */
export const searchTicketPeople: Search = async (connection, filter, token) =>
	await pick(
		connection,
		call(tickets.people, { query: { searchCriteria: filter } }),
		(row) => ({
			name: personLabel(row),
			value: row.uid as string,
			description: kinds[String(row.userType)],
		}),
		'',
		token,
	);

const kinds: Readonly<Record<string, string>> = {
	CONTACT: 'Contact',
	END_USER: 'End user',
	TECHNICIAN: 'Technician',
};

export const searchContacts: Search = async (connection, filter, token) =>
	await pick(
		connection,
		call(contacts.list),
		(row) => ({ name: personLabel(row), value: row.id as number }),
		filter,
		token,
	);

const personLabel = (row: IDataObject) =>
	`${personName(row)} (${String(row.email ?? `ID ${String(row.id)}`)})`;

/** Fields of the form that is chosen in the node; of an existing ticket else those of its own form. */
export const chosenFormFields =
	(isNew: boolean) =>
	async (connection: Connection, context: ILoadOptionsFunctions): Promise<FieldDefinition[]> => {
		const field = ticketFormReference();
		const given = chosen(context, { name: 'ticketFormId', field, what: 'a form' });
		if (given === undefined && isNew) return [];
		const id = given
			? await ticketFormIdOf(given, rowsFor(connection))
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
