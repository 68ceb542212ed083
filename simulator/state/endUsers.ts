import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
	type EndUser,
	type EndUserCreateSchema,
	type EndUserPatchSchema,
	EndUserSchema,
} from '../../contracts';
import type { UserRecord } from '../data/people';
import { failure } from '../refusal';
import { only } from '../rows';
import { setOwner } from './lifecycle';
import { checkManager } from './people';
import type { State } from './state';
import { known } from './ticketChecks';

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

const row = only<EndUser>(EndUserSchema.shape);

type Wish = z.infer<typeof EndUserCreateSchema>;
type Change = z.infer<typeof EndUserPatchSchema>;

interface Done {
	code: 'CREATED' | 'UPDATED' | 'DELETED';
	userId?: number;
}

/** Who has been invited is waited for. */
export function createEndUser(
	state: State,
	wish: Wish,
	{ invited, userId }: { invited: boolean; userId?: number },
): UserRecord {
	checkOrganization(state, wish);
	checkManager(state, wish.managerUid);
	const address = wish.email.toLowerCase();
	if (state.users.all().some(({ email }) => email.toLowerCase() === address))
		throw failure(400, `A user with the email ${wish.email} exists`);
	const user = state.users.set({
		...wish,
		id: state.users.nextId(),
		uid: randomUUID(),
		enabled: true,
		mustChangePw: false,
		mfaConfigured: false,
		userType: 'END_USER',
		invitationStatus: invited ? 'PENDING' : 'EXPIRED',
		roles: ['End User'],
	});
	tell(state, user, { code: 'CREATED', userId });
	return user;
}

export function changeEndUser(
	state: State,
	user: UserRecord,
	{ change, userId }: { change: Change; userId?: number },
): UserRecord {
	checkOrganization(state, change);
	checkManager(state, change.managerUid);
	const changed = state.users.set({ ...user, ...change });
	tell(state, changed, { code: 'UPDATED', userId });
	return changed;
}

/** Devices that were assigned belong to nobody from then on. */
export function deleteEndUser(state: State, user: UserRecord, userId?: number): void {
	for (const device of state.devices.all())
		if (device.assignedOwnerUid === user.uid) setOwner(state, device, undefined, userId);
	state.users.remove(user.id);
	tell(state, user, { code: 'DELETED', userId });
}

const checkOrganization = ({ organizations }: State, { organizationId }: Change) =>
	organizationId === undefined ||
	known(organizations.get(organizationId), 'organizationId', organizationId);

function tell(state: State, { firstName, lastName }: UserRecord, { code, userId }: Done): void {
	const name = `${firstName} ${lastName}`;
	state.addActivity({
		statusCode: `END_USER_${code}_API`,
		status: `End user ${code.toLowerCase()}`,
		subject: name,
		message: `End user ${name} was ${code.toLowerCase()}`,
		...(userId !== undefined && { userId }),
	});
}
