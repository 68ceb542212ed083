import type { Ticket } from '../contracts';
import { valueField } from './data/ticketForms';
import { withOptionLabels } from './fieldTypes';
import type { State } from './state/state';

export type Cell = string | number | boolean | object | undefined;
type CellOf = (ticket: Ticket, state: State) => Cell;

/** Columns that have what the ticket has in the field of this name. */
const same =
	'id priority severity type createTime clientId nodeId locationId assignedAppUserId requesterUid source tags followupTime ticketFormId';

/** How a ticket fills the columns of a board: people and places by their names, next to the ids that can be asked for. */
export const cells: Readonly<Record<string, CellOf>> = {
	...Object.fromEntries(
		same.split(' ').map((name): [string, CellOf] => [name, (ticket) => ticket[name as never]]),
	),
	summary: ({ subject }) => subject,
	description: (ticket, { ticketLog }) => ticketLog.descriptionOf(ticket),
	status: ({ status: { statusId, displayName, parentId } }) => ({
		statusId,
		displayName,
		parentId,
	}),
	// By its log: a comment counts, too.
	lastUpdated: (ticket, { ticketLog }) =>
		ticketLog.of(ticket).at(-1)?.createTime ?? ticket.createTime,
	organization: ({ clientId }, { organizations }) => organizations.get(clientId)?.name,
	device: ({ nodeId = 0 }, { devices }) => {
		const { displayName, systemName } = devices.get(nodeId) ?? {};
		return displayName ?? systemName;
	},
	location: ({ locationId = 0 }, { locations }) => locations.get(locationId)?.name,
	assignedAppUser: ({ assignedAppUserId: id = 0 }, { users }) => nameOf(users.get(id)),
	requester: ({ requesterUid: uid }, { users }) =>
		nameOf(users.all().find((user) => user.uid === uid)),
	ticketForm: ({ ticketFormId }, { ticketForms }) => ticketForms.get(ticketFormId)?.name,
	attributeValues: ({ attributeValues }, { ticketAttributes }) =>
		attributeValues.map(({ attributeId, value }) => {
			const attribute = ticketAttributes.get(attributeId);
			const shown = attribute ? withOptionLabels(valueField(attribute), value) : value;
			return { attributeId, value: shown };
		}),
};

const nameOf = (person: { firstName?: string; lastName?: string } | undefined) =>
	person && [person.firstName, person.lastName].filter(Boolean).join(' ');
