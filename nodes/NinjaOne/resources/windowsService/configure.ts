import { windowsServiceConfigure } from '../../../../api/endpoints/windowsServices';
import { call } from '../../../../api/request';
import { choice } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { deviceLocator, windowsServiceLocator } from '../../fields/locators';
import { startTypes } from './startTypes';

export const configure = operation({
	name: 'Configure',
	action: 'Configure windows service',
	description: 'Set how a Windows service on a device is started',
	endpoints: [windowsServiceConfigure],
	fields: {
		deviceId: deviceLocator(),
		serviceName: windowsServiceLocator(),
		startType: choice(
			{ displayName: 'Start Type', description: 'When Windows starts the service' },
			startTypes,
		),
	},
	request: ({ deviceId, serviceName, startType }) =>
		call(windowsServiceConfigure, {
			path: { id: deviceId, serviceId: serviceName },
			body: { startType },
		}),
	done: ({ deviceId, serviceName, startType }) => ({ deviceId, serviceName, startType }),
});
