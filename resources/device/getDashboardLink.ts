import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';

export const getDashboardLink = operation({
	name: 'Get Dashboard Link',
	action: 'Get dashboard link of device',
	description:
		'Get a link to the device in the NinjaOne console. It expires: get it when it is needed.',
	endpoints: [devices.dashboardUrl],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.dashboardUrl, { path: { id: deviceId } }),
});
