import { device } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/locators';
import { simplifyDevice } from './simplify';

export const get = operation({
	name: 'Get',
	action: 'Get device',
	description: 'Get one device with its hardware, operating system and state',
	endpoints: [device],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(device, { path: { id: deviceId } }),
	simplify: simplifyDevice,
});
