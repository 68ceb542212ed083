import type { DeviceDetailed } from '../../contracts';
import { createRandom } from '../data/random';
import { found } from '../input';
import type { Settings } from '../options';
import { burst } from './burst';
import { loseContact, regainContact } from './contactLost';
import { decideOn } from './lifecycle';
import { tryPatch } from './patchTry';
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
		burst: (count, of) => burst(stateNow(), bursts, { count, of }),
		goOffline: (deviceId) => loseContact(stateNow(), deviceOf(deviceId)),
		comeOnline: (deviceId) => regainContact(stateNow(), deviceOf(deviceId)),
		joinPending: (device) => stateNow().addDevice({ ...device, approvalStatus: 'PENDING' }),
		joinApproved: (given) => joinApproved(stateNow(), given),
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

function joinApproved(state: State, given?: Partial<DeviceDetailed>): DeviceDetailed {
	const device = state.addDevice({ ...given, approvalStatus: 'APPROVED' });
	state.addActivity({
		deviceId: device.id,
		statusCode: 'NODE_AUTOMATICALLY_APPROVED',
		status: 'Device approved automatically',
		message: `Device ${device.systemName} was approved automatically`,
	});
	return device;
}
