import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { pick, type ListPicker } from '../../operations/editor/search';
import { organizations } from '../../api/endpoints/organizations';
import { recordList } from '../../operations/recordList';
import { byUid, personLabel } from '../fields/people';

/** Boards are the only lists of tickets; their IDs differ from account to account. */
export const boardList = recordList(call(tickets.boards), {
	searchMethod: 'searchTicketBoards',
	about: ({ description }) => description,
	item: ({ id, name, description }) => ({
		name: String(name ?? id),
		value: id as number,
		...(description ? { description: description as string } : {}),
	}),
});

/** Forms that are in use. */
export const formList = recordList(call(tickets.forms), {
	optionsMethod: 'getTicketForms',
	keep: ({ active }) => active !== false,
});

/** Statuses by the name that people see, by code or by number. The editor has them in NinjaOne's order, that of a ticket's life. */
export const statusList = recordList(call(tickets.statuses), {
	optionsMethod: 'getTicketStatuses',
	names: ({ displayName, name }) => [displayName, name],
	id: ({ statusId }) => statusId as number,
	about: ({ name }) => name,
	options: (statuses) => statuses,
});

const personTypes: Readonly<Record<string, string>> = {
	CONTACT: 'Contact',
	END_USER: 'End user',
	TECHNICIAN: 'Technician',
};

const personItem = (row: IDataObject) => ({
	name: personLabel(row),
	value: row.uid as string,
	description: personTypes[String(row.userType)],
});

/** NinjaOne looks for what is typed: there can be thousands of end users. */
const searchPeople: ListPicker['search'] = async (connection, filter, token) =>
	await pick(
		connection,
		call(tickets.people, { query: { searchCriteria: filter } }),
		personItem,
		'',
		token,
	);

/** Anybody that ticketing knows, by UID. */
export const ticketPeopleList = recordList<string>(call(tickets.people), {
	...byUid,
	searchMethod: 'searchTicketPeople',
	search: searchPeople,
});

/** Devices by their names within an organization. */
export const devicesOf = (organizationId: number) =>
	recordList(call(organizations.devices, { path: { id: organizationId } }), {
		names: ({ displayName, systemName, dnsName }) => [displayName, systemName, dnsName],
		about: ({ nodeClass }) => nodeClass,
	});
