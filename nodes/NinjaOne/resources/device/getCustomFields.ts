import { deviceCustomFields } from '../../../../api/endpoints/devices';
import { call } from '../../../../api/request';
import { flag } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { deviceLocator } from '../../fields/locators';

export const getCustomFields = operation({
	name: 'Get Custom Fields',
	action: 'Get custom fields of device',
	description:
		"Get the values of a device's custom fields by their names. Fields without a value, and fields that the API may not read, are left out.",
	endpoints: [deviceCustomFields],
	fields: {
		deviceId: deviceLocator(),
		withInheritance: flag({
			displayName: 'Include Inherited Values',
			description:
				'Whether to fill fields that are empty on the device with the values of its location and organization',
		}),
	},
	request: ({ deviceId, withInheritance }) =>
		call(deviceCustomFields, {
			path: { id: deviceId },
			query: { withInheritance: withInheritance || undefined },
		}),
});
