import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';

export const removeOwner = operation({
	name: 'Remove Owner',
	action: 'Remove owner of device',
	description: 'Take a device from its owner, so that it is assigned to nobody',
	endpoints: [devices.removeOwner],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.removeOwner, { path: { id: deviceId } }),
	done: ({ deviceId }) => ({ deviceId }),
});
