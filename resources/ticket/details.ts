import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { organizations } from '../../api/endpoints/organizations';
import { epochSeconds } from '../../api/times';
import type { Added } from '../../operations/collection';
import type { Caller } from '../../operations/operation';
import { findRecord } from '../../operations/recordList';
import { locationsOf } from '../fields/locations';
import type { detailFields } from './fields';
import { devicesOf } from './lists';

/** What finding a device or a location within the ticket's organization takes. */
export const detailEndpoints = [organizations.locations, organizations.devices] as const;

export type GivenDetails = Added<typeof detailFields> & { subject?: string; status?: number };

/**
 * The fields that were given, under NinjaOne's names; the others are absent.
 * @param organizationId in which devices and locations are looked for by name
 */
export async function detailsOf(
	caller: Caller,
	{ device, location, status, cc, ...given }: GivenDetails,
	organizationId: number,
): Promise<IDataObject> {
	const rows = caller.rowsOnce;
	const about = (label: string) => ({ rows, label });
	const inOrder: IDataObject = {
		subject: given.subject,
		status: status === undefined ? undefined : String(status),
		type: given.type,
		priority: given.priority,
		severity: given.severity,
		locationId:
			location &&
			(await findRecord(locationsOf(organizationId), location, about('Location Name or ID'))),
		nodeId: device && (await findRecord(devicesOf(organizationId), device, about('Device'))),
		requesterUid: given.requester,
		assignedAppUserId: given.assignee,
		// An empty list would take everybody off the ticket.
		additionalAssignedTechnicianIds: given.additionalTechnicians?.length
			? given.additionalTechnicians
			: undefined,
		cc: cc && cc.uids.length + cc.emails.length > 0 ? { ...cc } : undefined,
		parentTicketId: given.parentTicketId,
		followupTime: epochSeconds(given.followupTime),
	};
	return defined(inOrder);
}
