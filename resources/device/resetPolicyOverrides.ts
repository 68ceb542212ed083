import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { holdToName, nameDemand } from '../fields/nameDemand';

export const resetPolicyOverrides = operation({
	name: 'Reset Policy Overrides',
	action: 'Reset policy overrides of device',
	description:
		'Remove all policy overrides of a device for good. NinjaOne takes the order and carries it out in the background.',
	endpoints: [devices.get, devices.resetPolicyOverrides],
	fields: { deviceId: deviceLocator(), ...nameDemand(true) },
	async run(caller, values) {
		const { deviceId } = values;
		await holdToName(caller, values);
		await caller.send(call(devices.resetPolicyOverrides, { path: { id: deviceId } }));
		return [{ success: true, deviceId }];
	},
});
