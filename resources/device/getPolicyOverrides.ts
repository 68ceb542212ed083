import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';

export const getPolicyOverrides = operation({
	name: 'Get Policy Overrides',
	action: 'Get policy overrides of device',
	description: 'Get the sections of its policy that a device overrides',
	endpoints: [devices.policyOverrides],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devices.policyOverrides, { path: { id: deviceId } }),
});
