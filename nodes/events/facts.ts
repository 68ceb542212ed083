import type { IDataObject } from 'n8n-workflow';

/** What is known about the records that activities speak of. */
export interface Facts {
	/** undefined where NinjaOne knows no such device any more. */
	device(id: unknown): IDataObject | undefined;
	/** undefined where the alert has been reset since. */
	alert(uid: unknown): IDataObject | undefined;
	organizationName(id: unknown): string | undefined;
	locationName(id: unknown): string | undefined;
	/** Whether a device belongs to a saved group of devices. */
	inGroup(groupId: number, deviceId: unknown): boolean;
}
