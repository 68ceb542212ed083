import type { Activity, DeviceDetailed, NewTicket } from '../../contracts';
import type { AlertRecord } from '../data/alerts';
import { createRandom } from '../data/random';
import type { TicketRecord } from '../data/ticketDetails';
import { found } from '../input';
import type { Settings } from '../options';
import { type ActivityWish, burst } from './burst';
import { loseContact, regainContact } from './contactLost';
import { decideOn } from './lifecycle';
import type { PatchKind } from './patching';
import { tryPatch } from './patchTry';
import { finishScript, type RunWish } from './scriptRuns';
import { signedInUserId } from './seed';
import type { State } from './state';
import { createTicket } from './tickets';

/** What happens without anybody asking for it by the API: each with all that it leaves in the feed. */
export interface Happenings {
	/** Many entries of the feed at once, some of them late, some at the same time. */
	burst(count: number, of?: ActivityWish): Activity[];
	/** A device is not heard of any more. @returns the alert about it */
	goOffline(deviceId: number): AlertRecord;
	/** A device is back, and the alert about it is reset. */
	comeOnline(deviceId: number): void;
	/** A device joins, and waits for approval. */
	joinPending(device?: Partial<DeviceDetailed>): DeviceDetailed;
	/** A device joins, and is let in at once. */
	joinApproved(device?: Partial<DeviceDetailed>): DeviceDetailed;
	/** A technician lets a waiting device in. */
	approve(deviceId: number): void;
	/** A device installs a patch, or fails to. */
	tryPatch(deviceId: number, wish?: { kind?: PatchKind; failed?: boolean }): Activity;
	/** A script runs from its beginning to its end. @returns the activity of the end */
	finishScript(deviceId: number, wish?: RunWish): Activity;
	/** A technician opens a ticket; what is not given is made up. */
	openTicket(ticket?: Partial<NewTicket>): TicketRecord;
}

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
