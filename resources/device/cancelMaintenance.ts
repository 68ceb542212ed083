import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';

export const cancelMaintenance = operation({
	name: 'Cancel Maintenance',
	action: 'Cancel maintenance of device',
	description: 'End the maintenance of a device now, or call off one that has not begun',
	endpoints: [devices.cancelMaintenance],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.cancelMaintenance, { path: { id: deviceId } }),
	done: ({ deviceId }) => ({ deviceId }),
});
