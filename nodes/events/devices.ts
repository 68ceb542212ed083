import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvents } from './event';
import { hasJoined, noteJoined, wasActive } from './memory';

const created = 'NODE_CREATED';
const approved = ['NODE_MANUALLY_APPROVED', 'NODE_AUTOMATICALLY_APPROVED'];

const isPending = (device: IDataObject) => device.approvalStatus === 'PENDING';

/** Events in the life of a device. */
export const deviceEvents = {
	newDevice: {
		name: 'New Device',
		description:
			'A device joined the fleet: when it was created, or when it was approved if it had to wait for that',
		statusCodes: [created, ...approved],
		about: 'device',
		holds({ statusCode, deviceId }, { facts, memory, isFinal }) {
			if (hasJoined(memory, Number(deviceId))) return false;
			const device = facts.device(deviceId);
			if (statusCode !== created) return device !== undefined || isFinal || undefined;
			// One that waits is emitted when it is approved.
			return device && !isPending(device);
		},
		remember: ({ deviceId }, memory, isOne) => noteJoined(memory, Number(deviceId), isOne),
	},
	deviceWaiting: {
		name: 'Device Waiting for Approval',
		description: 'A device wants to join and waits for somebody to approve it',
		statusCodes: [created],
		about: 'device',
		holds(activity, { facts, memory }) {
			if (wasActive(memory, activity)) return false;
			const device = facts.device(activity.deviceId);
			return device && isPending(device);
		},
	},
	deviceDeleted: {
		name: 'Device Deleted',
		description: 'A device was removed from NinjaOne',
		statusCodes: ['NODE_DELETED'],
		about: 'device',
		details: ({ subject, userId }) => ({ subject, deletedByUserId: userId }),
	},
	deviceReEnrolled: {
		name: 'Device Re-Enrolled',
		description: "A device's agent was installed anew; the device keeps its ID",
		statusCodes: ['NODE_RE_ENROLLED'],
		about: 'device',
	},
	deviceRebooted: {
		name: 'Device Rebooted',
		description: 'A device has started anew, by whatever reason',
		statusCodes: ['SYSTEM_REBOOTED'],
		about: 'device',
	},
} satisfies TriggerEvents;
