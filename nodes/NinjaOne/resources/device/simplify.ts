import type { IDataObject } from 'n8n-workflow';

/** Ten fields of a device that people look at first. `name` falls back, since a display name can be missing. */
export function simplifyDevice(row: IDataObject): IDataObject {
	const { id, displayName, systemName, dnsName, organizationId, locationId } = row;
	const os = row.os as IDataObject | undefined;
	return {
		id,
		name: displayName ?? systemName ?? dnsName ?? String(id),
		organizationId,
		locationId,
		nodeClass: row.nodeClass,
		offline: row.offline,
		lastContact: row.lastContact,
		os: os?.name,
		ipAddresses: row.ipAddresses,
		approvalStatus: row.approvalStatus,
	};
}
