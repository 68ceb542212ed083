import type { IDataObject } from 'n8n-workflow';

/** Ten fields of an alert. The nested device is reduced to its name. */
export function simplifyAlert(row: IDataObject): IDataObject {
	const device = row.device as IDataObject | undefined;
	return {
		uid: row.uid,
		deviceId: row.deviceId,
		deviceName: device?.displayName ?? device?.systemName,
		organizationId: device?.organizationId,
		message: row.message,
		severity: row.severity,
		priority: row.priority,
		sourceType: row.sourceType,
		conditionName: row.conditionName ?? row.sourceName,
		createTime: row.createTime,
	};
}
