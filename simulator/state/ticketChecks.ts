import type { TicketFields, TicketForm, TicketStatus } from '../../contracts';
import { ticketContactsOf } from '../data/contacts';
import { ticketStatuses } from '../data/ticketStatuses';
import { failure } from '../refusal';
import type { State } from './state';

/** Refuses what a ticket is to point to and what does not exist, or does not belong to its organization. */
export function checkReferences(state: State, fields: TicketFields): void {
	const { clientId, locationId, nodeId, parentTicketId } = fields;
	known(state.organizations.get(clientId), 'clientId', clientId);
	known(state.devices.get(nodeId ?? 0) ?? (nodeId === undefined || undefined), 'nodeId', nodeId);
	if (locationId !== undefined) {
		const location = state.locations.get(locationId);
		known(location?.organizationId === clientId || undefined, 'locationId', locationId);
	}
	if (parentTicketId !== undefined)
		known(state.tickets.get(parentTicketId), 'parentTicketId', parentTicketId);
	checkPeople(state, fields);
}

function checkPeople(state: State, fields: TicketFields) {
	const people = new Set(
		ticketContactsOf(state.users.all(), state.contacts.all()).map(({ uid }) => uid),
	);
	const { requesterUid, cc, assignedAppUserId, additionalAssignedTechnicianIds = [] } = fields;
	if (requesterUid !== undefined) known(person(requesterUid), 'requesterUid', requesterUid);
	for (const uid of cc?.uids ?? []) known(person(uid), 'cc.uids', uid);
	if (assignedAppUserId !== undefined) technician('assignedAppUserId', assignedAppUserId);
	for (const id of additionalAssignedTechnicianIds)
		technician('additionalAssignedTechnicianIds', id);

	function person(uid: string) {
		return people.has(uid) || undefined;
	}
	function technician(field: string, id: number) {
		known(state.users.get(id)?.userType === 'TECHNICIAN' || undefined, field, id);
	}
}

/** The status that a request names by its number, which comes as text. */
export const statusOf = ({ status }: TicketFields): TicketStatus =>
	known(
		ticketStatuses.find(({ statusId }) => String(statusId) === status),
		'status',
		status,
	);

/** The form, which must be in use. */
export function formOf(state: State, { ticketFormId }: TicketFields): TicketForm {
	const form = known(state.ticketForms.get(ticketFormId), 'ticketFormId', ticketFormId);
	if (form.active) return form;
	throw failure(400, `ticketFormId: form "${form.name}" is not active`);
}

/** What was looked for, or the refusal that names the field. */
export function known<Thing>(thing: Thing | undefined, field: string, value: unknown): Thing {
	if (thing !== undefined) return thing;
	throw failure(400, `${field}: ${String(value)} does not exist`);
}
