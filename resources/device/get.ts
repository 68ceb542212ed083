import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { simplifyDevice } from './simplify';

export const get = operation({
	name: 'Get',
	action: 'Get device',
	description: 'Get one device with its hardware, operating system and state',
	endpoints: [devices.get],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.get, { path: { id: deviceId } }),
	simplify: simplifyDevice,
});
