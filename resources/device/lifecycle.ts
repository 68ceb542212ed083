import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { atLeastOne, choice, idList, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { holdToName, nameDemand } from '../fields/nameDemand';

type Decision = typeof devices.approve | typeof devices.reject;

/** Decides upon devices that wait for approval; one request for all that are given. */
const decision = (endpoint: Decision, mode: string, name: string, description: string) =>
	operation({
		name,
		action: `${name} devices`,
		description,
		endpoints: [endpoint],
		fields: {
			deviceIds: atLeastOne(
				idList({
					displayName: 'Device IDs',
					description:
						'Numeric IDs of one or many devices, comma-separated or as an array from an expression. Device: Get Many with the status Pending finds them.',
					placeholder: 'e.g. 12,15,20',
				}),
			),
		},
		bulk: { what: 'devices', count: ({ deviceIds }) => deviceIds.length },
		request: ({ deviceIds }) => call(endpoint, { path: { mode }, body: { devices: deviceIds } }),
		done: ({ deviceIds }) => ({ deviceIds, approval: mode }),
	});

/** How a device joins NinjaOne, goes down and leaves. What cannot be undone demands the device's name. */
export const lifecycle = {
	approve: decision(
		devices.approve,
		'APPROVE',
		'Approve',
		'Let one or many devices that wait for approval join NinjaOne',
	),

	decommission: operation({
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
	}),

	reboot: operation({
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
	}),

	reject: decision(
		devices.reject,
		'REJECT',
		'Reject',
		'Turn away one or many devices that wait for approval',
	),

	resetPolicyOverrides: operation({
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
	}),
};
