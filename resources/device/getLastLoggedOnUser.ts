import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';

export const getLastLoggedOnUser = operation({
	name: 'Get Last Logged-On User',
	action: 'Get last logged on user of device',
	description: 'Get the user who logged on to a device last, and when',
	endpoints: [devices.lastLoggedOnUser],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.lastLoggedOnUser, { path: { id: deviceId } }),
});
