import type { IDataObject } from 'n8n-workflow';
import type { EndpointById } from '../../api/endpoint';
import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { flag } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { languageAndZone, wordingQuery } from '../fields/wording';

/** A row reduced to these fields, in this order. */
const columns =
	(...names: string[]) =>
	(row: IDataObject): IDataObject =>
		Object.fromEntries(names.map((name) => [name, row[name]]));

interface OfDevice {
	name: string;
	action: string;
	description: string;
	endpoint: EndpointById;
	simplify?: (row: IDataObject) => IDataObject;
	key?: string;
}

/** What NinjaOne says about one device, where nothing but the device can be chosen. */
export const ofDevice = ({ endpoint, ...words }: OfDevice) =>
	operation({
		...words,
		endpoints: [endpoint],
		fields: { deviceId: deviceLocator() },
		request: ({ deviceId: id }) => call(endpoint, { path: { id } }),
	});

/** What a device is made of, and what runs on it. */
export const hardware = {
	getActiveJobs: operation({
		name: 'Get Active Jobs',
		action: 'Get active jobs of device',
		description:
			'List the jobs that run on a device at the moment, such as scripts, scans and patches. Finished ones are among the activities.',
		endpoint: devices.jobs,
		fields: { deviceId: deviceLocator(), ...languageAndZone },
		fill: ({ deviceId: id, wording }) => ({ path: { id }, query: wordingQuery(wording) }),
		simplify: columns(
			'uid',
			'deviceId',
			'jobType',
			'jobStatus',
			'jobResult',
			'subject',
			'message',
			'sourceType',
			'createTime',
			'updateTime',
		),
		key: 'uid',
	}),

	getDisks: ofDevice({
		name: 'Get Disks',
		action: 'Get disks of device',
		description:
			'List the physical disks of a device, with size, model, serial number and SMART status',
		endpoint: devices.disks,
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
	}),

	getNetworkInterfaces: ofDevice({
		name: 'Get Network Interfaces',
		action: 'Get network interfaces of device',
		description:
			'List the network interfaces of a device, with IP and MAC addresses, gateway and link speed',
		endpoint: devices.networkInterfaces,
		simplify: columns(
			'interfaceName',
			'adapterName',
			'interfaceType',
			'status',
			'ipAddress',
			'macAddress',
			'subnetMask',
			'defaultGateway',
			'dnsServers',
			'linkSpeed',
		),
		key: 'interfaceName',
	}),

	getProcessors: ofDevice({
		name: 'Get Processors',
		action: 'Get processors of device',
		description: 'List the processors of a device, with clock speed and cores',
		endpoint: devices.processors,
	}),

	getSoftware: ofDevice({
		name: 'Get Software',
		action: 'Get software of device',
		description:
			'List the software that is installed on a device, with publisher, version and date',
		endpoint: devices.software,
	}),

	getVolumes: operation({
		name: 'Get Volumes',
		action: 'Get volumes of device',
		description: 'List the volumes of a device, with capacity and free space in bytes',
		endpoint: devices.volumes,
		fields: {
			deviceId: deviceLocator(),
			includeBitLocker: flag({
				displayName: 'Include BitLocker Status',
				description: 'Whether to add the state of the BitLocker encryption to each volume',
			}),
		},
		fill: ({ deviceId: id, includeBitLocker }) => ({
			path: { id },
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
	}),
};
