import type { DeviceDetailed } from '../../contracts';
import { quietEntries } from '../data/history';
import { createRandom, type Random } from '../data/random';
import type { Settings } from '../options';
import { failure, found } from '../refusal';
import type { ActivityWish } from './events';
import { decideOn } from './lifecycle';
import { tryPatch } from './patching';
import { finishScript } from './scriptRuns';
import { signedInUserId } from './seed';
import type { Happenings, State } from './state';
import { createTicket } from './tickets';

export function createHappenings(stateNow: () => State, settings: Settings): Happenings {
	const bursts = createRandom(settings.seed, 'bursts');
	const patches = createRandom(settings.seed, 'tried patches');
	const deviceOf = (id: number) => found(stateNow().devices.get(id), 'device');
	const technician = () => found(stateNow().users.get(signedInUserId), 'technician');

	return {
		burst: (count, of) => burst(stateNow(), bursts, count, of),
		goOffline: (deviceId) => loseContact(stateNow(), deviceOf(deviceId)),
		comeOnline: (deviceId) => regainContact(stateNow(), deviceOf(deviceId)),
		joinPending: (device) => stateNow().addDevice({ ...device, approvalStatus: 'PENDING' }),
		joinApproved(given) {
			const device = stateNow().addDevice({ ...given, approvalStatus: 'APPROVED' });
			stateNow().addActivity({
				deviceId: device.id,
				statusCode: 'NODE_AUTOMATICALLY_APPROVED',
				status: 'Device approved automatically',
				message: `Device ${device.systemName} was approved automatically`,
			});
			return device;
		},
		approve: (deviceId) =>
			decideOn(stateNow(), { ids: [deviceId], mode: 'APPROVE', userId: technician().id }),
		tryPatch: (deviceId, wish) => tryPatch(stateNow(), deviceOf(deviceId), patches, wish),
		finishScript: (deviceId, wish) => finishScript(stateNow(), deviceOf(deviceId), wish),
		openTicket: ({ nodeId, ...ticket } = {}) => {
			const device = nodeId === undefined ? undefined : deviceOf(nodeId);
			const given = {
				clientId: device?.organizationId ?? stateNow().organizations.all()[0].id,
				ticketFormId: 1,
				subject: 'The printer does not print',
				status: '1000',
				...ticket,
				...(nodeId !== undefined && { nodeId }),
			};
			return createTicket(stateNow(), given, { user: technician(), manners: settings });
		},
	};
}

/**
 * Adds many entries at once: of all types and devices unless asked otherwise, three by three at the same time, and one
 * in ten late, with a time up to a day before its neighbours'.
 */
function burst(state: State, random: Random, count: number, of: ActivityWish = {}) {
	const devices = state.devices.all();
	if (devices.length === 0) throw failure(400, 'There are no devices');
	const technicians = state.users.all().filter(({ userType }) => userType === 'TECHNICIAN');
	const entry = quietEntries(random, { devices, technicians, now: state.now() });
	const begin = state.now() - Math.ceil(count / 3) / 1000;
	return Array.from({ length: count }, (_, at) => {
		const late = at % 10 === 7 ? random.integer(60, 86_400) : 0;
		const time = begin + Math.floor(at / 3) / 1000 - late;
		const activityTime = Math.round(time * 1000) / 1000;
		return state.activities.add({ ...entry(count - at), activityTime, ...of });
	});
}

/** Seconds without contact after which a policy that watches for it raises an alert. */
const patience = 900;
const sourceType = 'AGENT_OFFLINE';

const offlineAlertsOf = ({ alerts }: State, { id }: DeviceDetailed) =>
	[...alerts.values()].filter((alert) => alert.deviceId === id && alert.sourceType === sourceType);

/** A device is not heard of any more; the policy's alert about it is raised, where it is not active already. */
function loseContact(state: State, device: DeviceDetailed) {
	device.offline = true;
	device.lastContact = Math.min(device.lastContact, state.now() - patience);
	const [active] = offlineAlertsOf(state, device);
	return active ?? state.triggerAlert(device.id, { sourceType });
}

/** A device is heard of again, and the alert that it was not is reset. */
function regainContact(state: State, device: DeviceDetailed): void {
	device.offline = false;
	device.lastContact = state.now();
	for (const { uid } of offlineAlertsOf(state, device)) state.resetAlert(uid);
}
