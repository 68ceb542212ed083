import { randomUUID } from 'node:crypto';
import { type EndUser, EndUserSchema } from '../../contracts';
import type { UserRecord } from '../data/people';
import { only } from '../rows';
import { setOwner } from './lifecycle';
import type { State } from './state';

const row = only<EndUser>(EndUserSchema.shape);

/** An end user alone or in the list of end users, with the devices that are assigned. */
export const endUserRow =
	({ devices }: State) =>
	(user: UserRecord): EndUser =>
		row({
			...user,
			roles: undefined,
			fullPortalAccess: user.fullPortalAccess ?? false,
			assignedDeviceIds: devices
				.all()
				.filter(({ assignedOwnerUid }) => assignedOwnerUid === user.uid)
				.map(({ id }) => id),
		});

/** What an end user has from the start. Who has been invited is waited for. */
export const newEndUser = (invited: boolean) => ({
	uid: randomUUID(),
	enabled: true,
	mustChangePw: false,
	mfaConfigured: false,
	userType: 'END_USER' as const,
	invitationStatus: invited ? ('PENDING' as const) : ('EXPIRED' as const),
	roles: ['End User'],
});

/** Devices that were assigned belong to nobody from then on. */
export function releaseDevices(state: State, { uid }: UserRecord, userId?: number): void {
	for (const device of state.devices.all())
		if (device.assignedOwnerUid === uid) setOwner(state, device, undefined, userId);
}

/** Leaves word of a change in the feed. */
export function emitChangeOfEndUser(
	state: State,
	{ firstName, lastName }: UserRecord,
	done: 'CREATED' | 'UPDATED' | 'DELETED',
	userId?: number,
): void {
	const subject = `${firstName} ${lastName}`;
	state.addActivity({
		statusCode: `END_USER_${done}_API`,
		status: `End user ${done.toLowerCase()}`,
		subject,
		message: `End user ${subject} was ${done.toLowerCase()}`,
		...(userId !== undefined && { userId }),
	});
}
