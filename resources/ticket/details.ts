import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { organizations } from '../../api/endpoints/organizations';
import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import { epochSeconds } from '../../api/times';
import type { Added } from '../../operations/collection';
import type { Caller } from '../../operations/operation';
import { idOf } from '../fields/interim';
import { type Reference } from '../../operations/reference';
import { locationIdOf } from '../fields/interim';
import type { detailFields } from './fields';
import { ccOf, personUidOf, technicianIdOf } from './people';
import { statusIdOf } from './statuses';

/** What it can take to turn names into NinjaOne's ids. */
export const detailEndpoints = [
	tickets.statuses,
	tickets.people,
	organizations.locations,
	organizations.devices,
] as const;

export type GivenDetails = Added<typeof detailFields> & { subject?: string; status?: Reference };

/**
 * The fields that were given, under NinjaOne's names and with its ids; the others are absent.
 * @param organizationId in which devices and locations are looked for by name
 */
export async function detailsOf(
	caller: Caller,
	{ device, location, status, assignee, requester, cc, ...given }: GivenDetails,
	organizationId: number,
): Promise<IDataObject> {
	const inOrder: IDataObject = {
		subject: given.subject,
		status: status && String(await statusIdOf(caller, status)),
		type: given.type,
		priority: given.priority,
		severity: given.severity,
		locationId:
			location && (await locationIdOf(caller, location, organizationId, 'Location Name or ID')),
		nodeId: device && (await deviceIdOf(caller, device, organizationId)),
		requesterUid: requester && (await personUidOf(caller, requester, 'Requester')),
		assignedAppUserId: assignee && (await technicianIdOf(caller, assignee, 'Assignee Name or ID')),
		// An empty list would take everybody off the ticket.
		additionalAssignedTechnicianIds: given.additionalTechnicians?.length
			? given.additionalTechnicians
			: undefined,
		cc: cc?.length ? await ccOf(caller, cc) : undefined,
		parentTicketId: given.parentTicketId,
		followupTime: epochSeconds(given.followupTime),
	};
	return defined(inOrder);
}

/** A device by its name within the organization, or by ID. */
const deviceIdOf = async (caller: Caller, given: Reference, organizationId: number) =>
	await idOf(given, {
		label: 'Device',
		rows: async () =>
			await caller.rowsOnce(call(organizations.devices, { path: { id: organizationId } })),
		names: ({ displayName, systemName, dnsName }) => [displayName, systemName, dnsName],
		about: ({ nodeClass }) => nodeClass,
	});
