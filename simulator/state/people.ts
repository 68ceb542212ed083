import type { ChecklistPerson } from '../../contracts';
import type { State } from './state';

/** A user as entities name who made or changed them; nobody where a machine did. */
export function personOf({ users }: State, userId?: number): ChecklistPerson | undefined {
	const user = users.get(userId ?? 0);
	return (
		user && { id: user.id, firstName: user.firstName, lastName: user.lastName, deleted: false }
	);
}
