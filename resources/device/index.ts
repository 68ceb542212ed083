import type { IDataObject } from 'n8n-workflow';
import { deviceFilterText } from '../../api/deviceFilter';
import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { choice, text } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { deviceFilters } from '../fields/deviceFilters';
import { deviceName } from '../fields/deviceName';
import { deviceLocator } from '../fields/devices';
import { ownerUid } from '../fields/people';
import { getInventory } from './getInventory';
import { hardware, ofDevice } from './hardware';
import { lifecycle } from './lifecycle';
import { setMaintenance } from './setMaintenance';
import { update } from './update';

/** Ten fields of a device that people look at first. */
function simplifyDevice(row: IDataObject): IDataObject {
	const { id, organizationId, locationId } = row;
	const os = row.os as IDataObject | undefined;
	return {
		id,
		name: deviceName(row),
		organizationId,
		locationId,
		nodeClass: row.nodeClass,
		offline: row.offline,
		lastContact: row.lastContact,
		os: os?.name,
		ipAddresses: row.ipAddresses,
		approvalStatus: row.approvalStatus,
	};
}

export const device: Resource = {
	name: 'Device',
	description: 'A computer, server or network device that NinjaOne manages',
	operations: {
		...hardware,
		...lifecycle,

		cancelMaintenance: operation({
			name: 'Cancel Maintenance',
			action: 'Cancel maintenance of device',
			description: 'End the maintenance of a device now, or call off one that has not begun',
			endpoint: devices.cancelMaintenance,
			fields: { deviceId: deviceLocator() },
			fill: ({ deviceId: id }) => ({ path: { id } }),
			done: (ids) => ids,
		}),

		get: ofDevice({
			name: 'Get',
			action: 'Get device',
			description: 'Get one device with its hardware, operating system and state',
			endpoint: devices.get,
			simplify: simplifyDevice,
		}),

		getDashboardLink: ofDevice({
			name: 'Get Dashboard Link',
			action: 'Get dashboard link of device',
			description:
				'Get a link to the device in the NinjaOne console. It expires: get it when it is needed.',
			endpoint: devices.dashboardUrl,
		}),

		getInventory,

		getLastLoggedOnUser: ofDevice({
			name: 'Get Last Logged-On User',
			action: 'Get last logged on user of device',
			description: 'Get the user who logged on to a device last, and when',
			endpoint: devices.lastLoggedOnUser,
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many devices',
			description:
				'List many devices of the fleet, filtered by organization, class, state and more',
			endpoints: [devices.list, devices.listDetailed],
			fields: {
				detail: choice(
					{
						displayName: 'Detail',
						description: 'How much NinjaOne is asked for about each device',
					},
					[
						{
							name: 'Basic',
							value: 'basic',
							description: 'Names, organization, class, state and times; the fastest',
						},
						{
							name: 'Detailed',
							value: 'detailed',
							description: 'Adds operating system, hardware, IP and MAC addresses, last user',
						},
					],
				),
				filters: deviceFilters(),
			},
			request: ({ detail, filters }) =>
				call(detail === 'detailed' ? devices.listDetailed : devices.list, {
					query: { df: deviceFilterText(filters) },
				}),
			simplify: simplifyDevice,
		}),

		getPolicyOverrides: ofDevice({
			name: 'Get Policy Overrides',
			action: 'Get policy overrides of device',
			description: 'Get the sections of its policy that a device overrides',
			endpoint: devices.policyOverrides,
		}),

		removeOwner: operation({
			name: 'Remove Owner',
			action: 'Remove owner of device',
			description: 'Take a device from its owner, so that it is assigned to nobody',
			endpoint: devices.removeOwner,
			fields: { deviceId: deviceLocator() },
			fill: ({ deviceId: id }) => ({ path: { id } }),
			done: (ids) => ids,
		}),

		search: operation({
			name: 'Search',
			action: 'Search devices',
			description:
				"Find devices by a part of their name, of their last user's name or of an IP address",
			endpoint: devices.search,
			fields: {
				query: text({
					displayName: 'Search Text',
					description:
						"A part of the device's name, of the last logged-on user's name, or of an IP address",
					placeholder: 'e.g. SRV-01',
				}),
			},
			fill: ({ query }) => ({ query: { q: query } }),
			simplify: (row) => ({
				...simplifyDevice(row),
				matchAttr: row.matchAttr,
				matchAttrValue: row.matchAttrValue,
			}),
		}),

		setMaintenance,

		setOwner: operation({
			name: 'Set Owner',
			action: 'Set owner of device',
			description: 'Assign a device to a user, in place of its present owner',
			endpoint: devices.setOwner,
			fields: { deviceId: deviceLocator(), ownerUid: ownerUid() },
			fill: ({ deviceId: id, ownerUid: owner }) => ({ path: { id, ownerUid: owner } }),
			done: (ids) => ids,
		}),

		update,
	},
};
