import { windowsServices } from '../../api/endpoints/windowsServices';
import { call } from '../../api/request';
import { choice, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { serviceName } from '../windowsService/fields';
import { startTypes } from './startTypes';

export const configure = operation({
	name: 'Configure',
	action: 'Configure windows service',
	description: 'Set how a Windows service on a device is started, and the account that it runs as',
	endpoints: [windowsServices.configure],
	fields: {
		deviceId: deviceLocator(),
		serviceName: serviceName(),
		startType: choice(
			{ displayName: 'Start Type', description: 'When Windows starts the service' },
			startTypes,
		),
		userName: optionalText({
			displayName: 'User Name',
			description:
				'The account that the service runs as. Leave it empty to keep the account. NinjaOne takes no password, so it suits accounts that need none.',
			placeholder: 'e.g. NT AUTHORITY\\LocalService',
		}),
	},
	request: ({ deviceId, serviceName, startType, userName }) =>
		call(windowsServices.configure, {
			path: { id: deviceId, serviceId: serviceName },
			body: { startType, userName },
		}),
	done: ({ deviceId, serviceName, startType, userName }) => ({
		deviceId,
		serviceName,
		startType,
		...(userName === undefined ? {} : { userName }),
	}),
});
