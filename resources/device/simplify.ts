import type { IDataObject } from 'n8n-workflow';
import { deviceName } from '../fields/deviceName';

/** Ten fields of a device that people look at first. */
export function simplifyDevice(row: IDataObject): IDataObject {
	const { id, organizationId, locationId } = row;
	const os = row.os as IDataObject | undefined;
	return {
		id,
		name: deviceName(row),
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
