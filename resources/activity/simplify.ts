import type { IDataObject } from 'n8n-workflow';
import { messageCode } from '../fields/messageCode';

/** The useful fields of an activity; the codes rather than the localised words beside them. */
export function simplifyActivity(row: IDataObject): IDataObject {
	return {
		id: row.id,
		activityTime: row.activityTime,
		deviceId: row.deviceId,
		activityType: row.activityType,
		statusCode: row.statusCode,
		activityResult: row.activityResult,
		message: row.message,
		code: messageCode(row),
		subject: row.subject,
		seriesUid: row.seriesUid,
		severity: row.severity,
	};
}
