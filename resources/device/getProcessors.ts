import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';

export const getProcessors = operation({
	name: 'Get Processors',
	action: 'Get processors of device',
	description: 'List the processors of a device, with clock speed and cores',
	endpoints: [devices.processors],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.processors, { path: { id: deviceId } }),
});
