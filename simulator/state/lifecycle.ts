import type { DeviceDetailed, User } from '../../contracts';
import { familyOf } from '../data/families';
import { failure, found } from '../refusal';
import { entryOf } from './jobEntries';
import type { State } from './state';

/** Notes in the feed what somebody did to a device. */
function note(state: State, device: DeviceDetailed, what: string, more: object = {}) {
	const message = `Device ${device.systemName} ${what}`;
	state.addActivity({ deviceId: device.id, subject: device.systemName, message, ...more });
}

/** Lets devices in that wait for it, or turns them away for good: all of them, or none. */
export function decideOn(
	state: State,
	{ ids, mode, userId }: { ids: readonly number[]; mode: 'APPROVE' | 'REJECT'; userId?: number },
): void {
	const approves = mode === 'APPROVE';
	const devices = ids.map((id) => {
		const device = found(state.devices.get(id), 'device');
		if (!approves && device.approvalStatus !== 'PENDING')
			throw failure(400, `Device ${id} does not wait for approval`);
		return device;
	});
	const done = approves ? 'approved' : 'rejected';
	for (const device of devices.filter(({ approvalStatus }) => approvalStatus === 'PENDING')) {
		if (approves) device.approvalStatus = 'APPROVED';
		else state.devices.remove(device.id);
		const statusCode = `NODE_MANUALLY_${done.toUpperCase()}`;
		note(state, device, `was ${done}`, { statusCode, status: `Device ${done}`, userId });
	}
}

/** Gives a device up: it is gone, and with it what still ran on it. */
export function decommission(state: State, device: DeviceDetailed, userId?: number): void {
	const { jobs, alerts } = state;
	const isTheirs = ({ deviceId }: { deviceId: number }) => deviceId === device.id;
	for (const { uid } of jobs.all().filter(isTheirs)) jobs.drop(uid);
	for (const { uid } of [...alerts.values()].filter(isTheirs)) alerts.delete(uid);
	state.devices.remove(device.id);
	const entry = { statusCode: 'NODE_DELETED', status: 'Device deleted', userId };
	note(state, device, 'was decommissioned', entry);
}

/** Gives a device to an end user, or to nobody. */
export function setOwner(
	state: State,
	device: DeviceDetailed,
	owner: User | undefined,
	userId?: number,
): void {
	// What is undefined is left out of answers.
	device.references = { ...device.references, assignedOwner: owner };
	device.assignedOwnerUid = owner?.uid;
	const name = owner ? `${owner.firstName} ${owner.lastName}` : 'nobody';
	note(state, device, `belongs to ${name}`, { userId });
}

/** Takes in a reboot: an offline device makes it when it is back. */
export function reboot(
	state: State,
	device: DeviceDetailed,
	reason: string | undefined,
	userId?: number,
): void {
	if (!familyOf(device.nodeClass)) throw failure(400, 'Device is not applicable');
	const message = `The system restarted${reason ? `: ${reason}` : ''}`;
	const entry = { statusCode: 'SYSTEM_REBOOTED', status: 'Rebooted', message };
	state.jobs.start({ deviceId: device.id, jobType: 'SYSTEM', name: 'Reboot', userId }, [
		(job) => {
			if (device.os) Object.assign(device.os, { lastBootTime: state.now(), needsReboot: false });
			state.addActivity(entryOf(job, entry));
		},
	]);
}
