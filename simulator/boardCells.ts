import type { Ticket } from '../contracts';
import { valueField } from './data/ticketForms';
import { withOptionLabels } from './fieldTypes';
import type { State } from './state/state';

export type Cell = string | number | boolean | object | undefined;

/** How a ticket fills the columns of a board: people and places by their names, next to the ids that can be asked for. */
export const cells: Record<string, (ticket: Ticket, state: State) => Cell> = {
	id: ({ id }) => id,
	summary: ({ subject }) => subject,
	description: (ticket, { ticketLog }) => ticketLog.descriptionOf(ticket),
	status: ({ status: { statusId, displayName, parentId } }) => ({
		statusId,
		displayName,
		parentId,
	}),
	priority: ({ priority }) => priority,
	severity: ({ severity }) => severity,
	type: ({ type }) => type,
	createTime: ({ createTime }) => createTime,
	// By its log: a comment counts, too.
	lastUpdated: (ticket, { ticketLog }) =>
		ticketLog.of(ticket).at(-1)?.createTime ?? ticket.createTime,
	clientId: ({ clientId }) => clientId,
	organization: ({ clientId }, { organizations }) => organizations.get(clientId)?.name,
	nodeId: ({ nodeId }) => nodeId,
	device: ({ nodeId = 0 }, { devices }) => {
		const { displayName, systemName } = devices.get(nodeId) ?? {};
		return displayName ?? systemName;
	},
	locationId: ({ locationId }) => locationId,
	location: ({ locationId = 0 }, { locations }) => locations.get(locationId)?.name,
	assignedAppUserId: ({ assignedAppUserId }) => assignedAppUserId,
	assignedAppUser: ({ assignedAppUserId: id }, { users }) =>
		nameOf(users.all().find((user) => user.id === id)),
	requesterUid: ({ requesterUid }) => requesterUid,
	requester: ({ requesterUid: uid }, { users }) =>
		nameOf(users.all().find((user) => user.uid === uid)),
	source: ({ source }) => source,
	tags: ({ tags }) => tags,
	followupTime: ({ followupTime }) => followupTime,
	ticketFormId: ({ ticketFormId }) => ticketFormId,
	ticketForm: ({ ticketFormId }, { ticketForms }) => ticketForms.get(ticketFormId)?.name,
	attributeValues: ({ attributeValues }, { ticketAttributes }) =>
		attributeValues.map(({ attributeId, value }) => {
			const attribute = ticketAttributes.get(attributeId);
			return {
				attributeId,
				value: attribute ? withOptionLabels(valueField(attribute), value) : value,
			};
		}),
};

const nameOf = (person: { firstName?: string; lastName?: string } | undefined) =>
	person && [person.firstName, person.lastName].filter(Boolean).join(' ');
