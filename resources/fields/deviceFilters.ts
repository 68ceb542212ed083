import { nodeClasses } from '../../api/nodeClasses';
import { filterCollection } from '../../operations/collection';
import { choice, codes, optionalText, time } from '../../operations/fields';
import { namedRecords } from '../../operations/records';
import { deviceList } from './devices';
import { groupChoice, roleChoices, tagChoices } from './deviceLists';
import { locationChoices } from './locations';
import { organizationChoices } from './organizations';

/** The device filter as parameters: everything set must hold, values within one are alternatives. */
export const deviceFilters = (displayName = 'Filters') =>
	filterCollection(
		{
			displayName,
			placeholder: 'Add filter',
			description:
				'Devices must match all filters that are set. Several values in one filter are alternatives.',
		},
		{
			classes: codes(
				{ displayName: 'Classes', description: 'Kinds of devices, such as WINDOWS_SERVER' },
				nodeClasses,
			),
			connectivity: choice(
				{
					displayName: 'Connectivity',
					description: 'Whether the device is in contact with NinjaOne',
				},
				[
					{ name: 'Offline', value: 'offline' },
					{ name: 'Online', value: 'online' },
				],
			),
			createdAfter: time({
				displayName: 'Created After',
				description: 'Devices that joined NinjaOne after this time',
			}),
			createdBefore: time({
				displayName: 'Created Before',
				description: 'Devices that joined NinjaOne before this time',
			}),
			deviceIds: namedRecords(
				{
					displayName: 'Device Names or IDs',
					description: 'Names or numeric IDs of devices, comma-separated',
					placeholder: 'e.g. 12,15,SRV-01',
				},
				deviceList,
			),
			groupId: groupChoice(),
			locationIds: locationChoices(),
			organizationIds: organizationChoices(),
			raw: optionalText({
				displayName: 'Raw Filter',
				description:
					"Text in NinjaOne's device filter language, joined to the other filters by AND. It knows AND and in (...), no OR.",
				placeholder: 'e.g. class in (MAC,MAC_SERVER) AND offline',
			}),
			roleIds: roleChoices(),
			status: choice(
				{
					displayName: 'Status',
					description: 'Approval status. Without this filter NinjaOne lists approved devices only.',
				},
				[
					{ name: 'Approved', value: 'APPROVED' },
					{ name: 'Pending', value: 'PENDING' },
				],
			),
			tagIds: tagChoices(),
		},
	);
