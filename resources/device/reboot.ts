import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { choice, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { holdToName, nameDemand } from '../fields/nameDemand';

export const reboot = operation({
	name: 'Reboot',
	action: 'Reboot device',
	description: 'Restart a device, in an orderly way or by force',
	endpoints: [devices.get, devices.reboot],
	fields: {
		deviceId: deviceLocator(),
		mode: choice({ displayName: 'Mode', description: 'How the device goes down' }, [
			{ name: 'Normal', value: 'NORMAL', description: 'Programs are asked to end first' },
			{ name: 'Forced', value: 'FORCED', description: 'At once; unsaved work is lost' },
		]),
		reason: optionalText({
			displayName: 'Reason',
			description: 'Why the device is restarted; NinjaOne keeps it with the activity',
		}),
		...nameDemand(false, { mode: ['FORCED'] }),
	},
	async run(caller, values) {
		const { deviceId, mode, reason } = values;
		await holdToName(caller, values);
		await caller.send(call(devices.reboot, { path: { id: deviceId, mode }, body: { reason } }));
		return [{ success: true, deviceId, mode }];
	},
});
