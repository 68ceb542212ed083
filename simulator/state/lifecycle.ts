import type { DeviceDetailed, User } from '../../contracts';
import { familyOf } from '../data/families';
import { failure, missing } from '../refusal';
import { entryOf } from './series';
import type { State } from './state';

/** Who did something, as the feed tells it. */
const by = (userId?: number) => (userId === undefined ? {} : { userId });

/** Lets devices in that wait for it, or turns them away for good: all of them, or none. */
export function decideOn(
	state: State,
	{ ids, mode, userId }: { ids: readonly number[]; mode: 'APPROVE' | 'REJECT'; userId?: number },
): void {
	const approves = mode === 'APPROVE';
	const devices = ids.map((id) => {
		const device = state.devices.get(id);
		if (!device) throw missing('device');
		if (!approves && device.approvalStatus !== 'PENDING')
			throw failure(400, `Device ${id} does not wait for approval`);
		return device;
	});
	for (const device of devices.filter(({ approvalStatus }) => approvalStatus === 'PENDING')) {
		if (approves) device.approvalStatus = 'APPROVED';
		else state.devices.remove(device.id);
		state.addActivity({
			deviceId: device.id,
			subject: device.systemName,
			statusCode: approves ? 'NODE_MANUALLY_APPROVED' : 'NODE_MANUALLY_REJECTED',
			status: approves ? 'Device approved' : 'Device rejected',
			message: `Device ${device.systemName} was ${approves ? 'approved' : 'rejected'}`,
			...by(userId),
		});
	}
}

/** Gives a device up: it is gone, and with it what still ran on it. */
export function decommission(state: State, device: DeviceDetailed, userId?: number): void {
	for (const { uid, deviceId } of state.jobs.all())
		if (deviceId === device.id) state.jobs.drop(uid);
	for (const { uid, deviceId } of state.alerts.values())
		if (deviceId === device.id) state.alerts.delete(uid);
	state.devices.remove(device.id);
	state.addActivity({
		deviceId: device.id,
		subject: device.systemName,
		statusCode: 'NODE_DELETED',
		status: 'Device deleted',
		message: `Device ${device.systemName} was decommissioned`,
		...by(userId),
	});
}

/** Gives a device to an end user, or to nobody. */
export function setOwner(
	state: State,
	device: DeviceDetailed,
	owner?: User,
	userId?: number,
): void {
	// What is undefined is left out of answers.
	device.references = { ...device.references, assignedOwner: owner };
	device.assignedOwnerUid = owner?.uid;
	const name = owner ? `${owner.firstName} ${owner.lastName}` : 'nobody';
	state.addActivity({
		deviceId: device.id,
		message: `Device ${device.systemName} belongs to ${name}`,
		...by(userId),
	});
}

/** Takes in a reboot: an offline device makes it when it is back. */
export function reboot(
	state: State,
	device: DeviceDetailed,
	reason: string | undefined,
	userId?: number,
): void {
	if (!familyOf(device.nodeClass)) throw failure(400, 'Device is not applicable');
	state.jobs.start({ deviceId: device.id, jobType: 'SYSTEM', name: 'Reboot', userId }, [
		(job) => {
			if (device.os) Object.assign(device.os, { lastBootTime: state.now(), needsReboot: false });
			const message = `The system restarted${reason ? `: ${reason}` : ''}`;
			state.addActivity(
				entryOf(job, { statusCode: 'SYSTEM_REBOOTED', status: 'Rebooted', message }),
			);
		},
	]);
}
