import { windowsServices } from '../../api/endpoints/windowsServices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { serviceName } from '../windowsService/fields';

/** NinjaOne hands the order to the device and answers before it is carried out. */
const control = (name: 'Start' | 'Stop' | 'Pause' | 'Restart') => {
	const action = name.toUpperCase();
	return operation({
		name,
		action: `${name} windows service`,
		description: `${name} a Windows service on a device. NinjaOne takes the order and does not wait for its end.`,
		endpoints: [windowsServices.control],
		fields: { deviceId: deviceLocator(), serviceName: serviceName() },
		request: ({ deviceId, serviceName }) =>
			call(windowsServices.control, {
				path: { id: deviceId, serviceId: serviceName },
				body: { action },
			}),
		done: ({ deviceId, serviceName }) => ({ deviceId, serviceName, action }),
	});
};

export const start = control('Start');
export const stop = control('Stop');
export const pause = control('Pause');
export const restart = control('Restart');
