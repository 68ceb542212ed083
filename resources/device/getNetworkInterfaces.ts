import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { columns } from './columns';

export const getNetworkInterfaces = operation({
	name: 'Get Network Interfaces',
	action: 'Get network interfaces of device',
	description:
		'List the network interfaces of a device, with IP and MAC addresses, gateway and link speed',
	endpoints: [devices.networkInterfaces],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.networkInterfaces, { path: { id: deviceId } }),
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
});
