import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { columns } from './columns';

export const getDisks = operation({
	name: 'Get Disks',
	action: 'Get disks of device',
	description:
		'List the physical disks of a device, with size, model, serial number and SMART status',
	endpoints: [devices.disks],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.disks, { path: { id: deviceId } }),
	simplify: columns(
		'name',
		'description',
		'model',
		'manufacturer',
		'serialNumber',
		'size',
		'mediaType',
		'interfaceType',
		'status',
		'partitionCount',
	),
	key: 'name',
});
