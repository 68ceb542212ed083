import { deviceMaintenanceCancel } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/locators';

export const cancelMaintenance = operation({
	name: 'Cancel Maintenance',
	action: 'Cancel maintenance of device',
	description: 'End the maintenance of a device now, or call off one that has not begun',
	endpoints: [deviceMaintenanceCancel],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(deviceMaintenanceCancel, { path: { id: deviceId } }),
	done: ({ deviceId }) => ({ deviceId }),
});
