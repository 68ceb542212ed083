import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { holdToName, nameDemand } from '../fields/nameDemand';

export const decommission = operation({
	name: 'Decommission',
	action: 'Decommission device',
	description:
		'Take a device out of management. It comes back only when the agent is installed on it again.',
	endpoints: [devices.get, devices.decommission],
	fields: { deviceId: deviceLocator(), ...nameDemand(true) },
	async run(caller, values) {
		const { deviceId } = values;
		await holdToName(caller, values);
		await caller.send(call(devices.decommission, { path: { id: deviceId } }));
		return [{ success: true, deviceId, decommissioned: true }];
	},
});
