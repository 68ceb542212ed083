import { deviceUpdate } from '../../../../api/endpoints/devices';
import { call } from '../../../../api/request';
import { changes } from '../../../../operations/collection';
import { jsonObject, optionalText, pickedId, pickedIdOrNone } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { deviceLocator } from '../../fields/locators';

export const update = operation({
	name: 'Update',
	action: 'Update device',
	description: 'Change the name, organization, location, role, policy or user data of a device',
	endpoints: [deviceUpdate],
	fields: {
		deviceId: deviceLocator(),
		updateFields: changes(
			{ displayName: 'Update Fields', placeholder: 'Add field' },
			{
				displayName: optionalText({
					displayName: 'Display Name',
					description: 'The name that NinjaOne shows for the device',
				}),
				locationId: pickedId('Location', 'getLocations'),
				nodeRoleId: pickedId('Role', 'getRoles'),
				organizationId: pickedId('Organization', 'getOrganizations'),
				policyId: pickedIdOrNone('Policy', 'getPolicies'),
				userData: jsonObject({
					displayName: 'User Data',
					description:
						'Own attributes of the device, as a JSON object; it takes the place of the old one',
				}),
			},
		),
	},
	request: ({ deviceId, updateFields }) =>
		call(deviceUpdate, { path: { id: deviceId }, body: updateFields }),
	done: ({ deviceId, updateFields }) => ({ deviceId, updated: Object.keys(updateFields) }),
});
