import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';

export const getSoftware = operation({
	name: 'Get Software',
	action: 'Get software of device',
	description: 'List the software that is installed on a device, with publisher, version and date',
	endpoints: [devices.software],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.software, { path: { id: deviceId } }),
});
