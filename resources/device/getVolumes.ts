import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { flag } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { columns } from './columns';

export const getVolumes = operation({
	name: 'Get Volumes',
	action: 'Get volumes of device',
	description: 'List the volumes of a device, with capacity and free space in bytes',
	endpoints: [devices.volumes],
	fields: {
		deviceId: deviceLocator(),
		includeBitLocker: flag({
			displayName: 'Include BitLocker Status',
			description: 'Whether to add the state of the BitLocker encryption to each volume',
		}),
	},
	request: ({ deviceId, includeBitLocker }) =>
		call(devices.volumes, {
			path: { id: deviceId },
			query: { include: includeBitLocker ? 'bl' : undefined },
		}),
	simplify: columns(
		'name',
		'driveLetter',
		'label',
		'deviceType',
		'fileSystem',
		'compressed',
		'capacity',
		'freeSpace',
		'serialNumber',
		'bitLockerStatus',
	),
	key: 'name',
});
