import { defined } from '../../api/defined';
import { devices } from '../../api/endpoints/devices';
import { epochSeconds } from '../../api/times';
import { changes, type Added } from '../../operations/collection';
import { optionalText, time } from '../../operations/fields';
import { jsonObject } from '../../operations/json';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { locationChoice } from '../fields/locations';
import { organizationChoice } from '../fields/organizations';
import { policyChoice, roleChoice } from '../fields/deviceLists';

const updateFields = {
	displayName: optionalText({
		displayName: 'Display Name',
		description: 'The name that NinjaOne shows for the device',
	}),
	locationId: locationChoice(),
	nodeRoleId: roleChoice(),
	organizationId: organizationChoice(),
	policyId: policyChoice(),
	userData: jsonObject({
		displayName: 'User Data',
		description:
			'Own attributes of the device, as a JSON object; it takes the place of the old one',
	}),
	warrantyFulfillment: time({
		displayName: 'Manufacturer Fulfillment Date',
		description: 'When the manufacturer delivered the device, as its warranty has it',
	}),
	warrantyEnd: time({ displayName: 'Warranty End', description: 'When the warranty ends' }),
	warrantyStart: time({ displayName: 'Warranty Start', description: 'When the warranty began' }),
};

export const update = operation({
	name: 'Update',
	action: 'Update device',
	description:
		'Change the name, organization, location, role, policy, user data or warranty of a device',
	endpoint: devices.update,
	fields: {
		deviceId: deviceLocator(),
		updateFields: changes({ displayName: 'Update Fields', placeholder: 'Add field' }, updateFields),
	},
	fill: ({ deviceId: id, updateFields: changed }) => ({ path: { id }, body: bodyOf(changed) }),
	done: ({ deviceId, updateFields }) => ({ deviceId, updated: Object.keys(updateFields) }),
});

/** NinjaOne keeps the warranty as an object of its own, in epoch seconds. */
function bodyOf({
	warrantyStart,
	warrantyEnd,
	warrantyFulfillment,
	...plain
}: Added<typeof updateFields>) {
	const warranty = defined({
		startDate: epochSeconds(warrantyStart),
		endDate: epochSeconds(warrantyEnd),
		manufacturerFulfillmentDate: epochSeconds(warrantyFulfillment),
	});
	return Object.keys(warranty).length === 0 ? plain : { ...plain, warranty };
}
