import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { ownerUid } from '../fields/people';

export const setOwner = operation({
	name: 'Set Owner',
	action: 'Set owner of device',
	description: 'Assign a device to a user, in place of its present owner',
	endpoints: [devices.setOwner],
	fields: { deviceId: deviceLocator(), ownerUid: ownerUid() },
	request: ({ deviceId, ownerUid }) => call(devices.setOwner, { path: { id: deviceId, ownerUid } }),
	done: ({ deviceId, ownerUid }) => ({ deviceId, ownerUid }),
});
