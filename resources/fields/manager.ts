import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { pickedReference, type Reference } from '../../operations/reference';
import { uidOfPerson } from './personUid';

/** Who manages a person. An operation that has it declares `users`. */
export const manager = () =>
	pickedReference(
		'Manager',
		'getUsers',
		'The technician or end user who manages this person, also by name or email address',
	);

/** The manager's UID, by which NinjaOne keeps one; undefined where none was given. */
export const managerUidOf = async (
	caller: Caller,
	given: Reference | undefined,
): Promise<string | undefined> =>
	given &&
	(await uidOfPerson(
		given,
		'Manager Name or ID',
		async () => await caller.rowsOnce(call(users.list)),
	));
