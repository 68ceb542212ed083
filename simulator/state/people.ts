import type { ChecklistPerson } from '../../contracts';
import type { State } from './state';
import { known } from './ticketChecks';

/** A user as entities name who made or changed them; nobody where a machine did. */
export function personOf({ users }: State, userId?: number): ChecklistPerson | undefined {
	const user = users.get(userId ?? 0);
	return (
		user && { id: user.id, firstName: user.firstName, lastName: user.lastName, deleted: false }
	);
}

const userOf = ({ users }: State, uid: string) => users.all().find((user) => user.uid === uid);

/** A person's organization must exist, and the manager must be a user. */
export function checkPlaceAndManager(state: State, organizationId?: number, uid?: string): void {
	if (organizationId !== undefined)
		known(state.organizations.get(organizationId), 'organizationId', organizationId);
	if (uid !== undefined) known(userOf(state, uid), 'managerUid', uid);
}

/** A manager as contacts point to one. */
export function managerOf(state: State, managerUid: string) {
	const user = userOf(state, managerUid);
	if (!user) return undefined;
	const { uid, id, firstName, lastName, email, userType } = user;
	const displayName = `${firstName} ${lastName}`;
	return { uid, id, firstName, lastName, email, deleted: false, userType, displayName };
}
