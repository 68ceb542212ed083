import type { TicketFields, TicketForm, TicketStatus } from '../../contracts';
import { ticketContactsOf } from '../data/contacts';
import { ticketStatuses } from '../data/ticketStatuses';
import { failure } from '../refusal';
import type { State } from './state';

/** Refuses what a ticket is to point to and what does not exist, or does not belong to its organization. */
export function checkReferences(state: State, fields: TicketFields): void {
	const { organizations, devices, locations, tickets, users, contacts } = state;
	const people = new Set(ticketContactsOf(users.all(), contacts.all()).map(({ uid }) => uid));
	const isPerson = (uid: string) => people.has(uid);
	const isTechnician = (id: number) => users.get(id)?.userType === 'TECHNICIAN';
	const isInOrganization = (id: number) => locations.get(id)?.organizationId === fields.clientId;

	check('clientId', fields.clientId, (id) => organizations.get(id));
	check('nodeId', fields.nodeId, (id) => devices.get(id));
	check('locationId', fields.locationId, isInOrganization);
	check('parentTicketId', fields.parentTicketId, (id) => tickets.get(id));
	check('requesterUid', fields.requesterUid, isPerson);
	check('cc.uids', fields.cc?.uids, isPerson);
	check('assignedAppUserId', fields.assignedAppUserId, isTechnician);
	check('additionalAssignedTechnicianIds', fields.additionalAssignedTechnicianIds, isTechnician);
}

function check<Value extends string | number>(
	field: string,
	values: Value | Value[] | undefined,
	exists: (value: Value) => unknown,
) {
	for (const value of [values ?? []].flat() as Value[])
		known(exists(value) || undefined, field, value);
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
