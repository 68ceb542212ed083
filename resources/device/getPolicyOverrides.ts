import { devicePolicyOverrides } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/locators';

export const getPolicyOverrides = operation({
	name: 'Get Policy Overrides',
	action: 'Get policy overrides of device',
	description: 'Get the sections of its policy that a device overrides',
	endpoints: [devicePolicyOverrides],
	fields: { deviceId: deviceLocator() },
	request: ({ deviceId }) => call(devicePolicyOverrides, { path: { id: deviceId } }),
});
