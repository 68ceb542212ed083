import { tickets } from '../../api/endpoints/tickets';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { idOf } from '../fields/interim';
import { type Reference } from '../../operations/reference';
import { namesOfPerson, uidOfPerson } from '../fields/interim';

const technicianType = 'TECHNICIAN';

/** Technicians by the numeric ID that tickets know them by. Needs `ticketPeople`. */
export const technicianIdOf = async (
	caller: Caller,
	given: Reference,
	label: string,
): Promise<number> =>
	await idOf(given, {
		label,
		rows: async () => await people(caller, technicianType),
		names: namesOfPerson,
		about: ({ email }) => email,
	});

/** Anybody that ticketing knows, by UID. Needs `ticketPeople`. */
export const personUidOf = async (
	caller: Caller,
	given: Reference,
	label: string,
): Promise<string> => await uidOfPerson(given, label, async () => await people(caller));

const people = async (caller: Caller, userType?: string) =>
	await caller.rowsOnce(call(tickets.people, { query: { userType } }));

/** Who gets copies, as tickets hold it: people by UID, everybody else by email address. */
export async function ccOf(
	caller: Caller,
	given: readonly string[],
): Promise<{ uids: string[]; emails: string[] }> {
	const emails = given.filter((each) => each.includes('@'));
	const uids: string[] = [];
	for (const name of given.filter((each) => !each.includes('@'))) {
		uids.push(await personUidOf(caller, { name }, 'CC'));
	}
	return { uids: [...new Set(uids)], emails: [...new Set(emails)] };
}
