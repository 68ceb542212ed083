import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { idOf, reference, type Reference } from '../../operations/reference';
import { personName } from './personName';

/** An end user by email address, name or ID. An operation that has it declares `users`. */
export const endUserReference = () =>
	reference({
		displayName: 'End User',
		description: 'The end user: picked from the list, or given by email address, name or ID',
		searchMethod: 'searchEndUsers',
		example: '15',
	});

export const endUserIdOf = async (caller: Caller, given: Reference): Promise<number> =>
	await idOf(given, {
		label: 'End User',
		rows: async () => {
			const all = await caller.rowsOnce(call(users.list));
			// One that is not said to be anything may be an end user.
			return all.filter(({ userType = 'END_USER' }) => userType === 'END_USER');
		},
		names: (row) => [personName(row), row.email],
		about: ({ email }) => email,
	});
