import type { IDataObject } from 'n8n-workflow';
import { ticketPeople } from '../../../../api/endpoints/tickets';
import { inputError } from '../../../../api/errors';
import { call } from '../../../../api/request';
import type { Caller } from '../../../../operations/operation';
import { idOf, type Reference } from '../../../../operations/reference';
import { personName } from '../../fields/personName';

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
		names: namesOf,
		about: ({ email }) => email,
	});

/** Anybody that ticketing knows, by UID. Needs `ticketPeople`. */
export async function personUidOf(
	caller: Caller,
	given: Reference,
	label: string,
): Promise<string> {
	const name = 'id' in given ? String(given.id) : given.name;
	if (isUid(name)) return name.toLowerCase();
	return await idOf<string>(
		{ name },
		{
			label,
			rows: async () => await people(caller),
			names: (row) => [...namesOf(row), row.id],
			id: ({ uid }) => uid as string,
			about: ({ email, userType }) => [email, userType].filter(Boolean).join(', '),
		},
	);
}

const isUid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const namesOf = (row: IDataObject) => [personName(row), row.email, row.uid];

const people = async (caller: Caller, userType?: string) =>
	await caller.rowsOnce(call(ticketPeople, { query: { userType } }));

/** Who gets copies, as tickets hold it: people by UID, everybody else by email address. */
export async function ccOf(
	caller: Caller,
	given: readonly string[],
): Promise<{ uids: string[]; emails: string[] }> {
	const emails = given.filter((each) => each.includes('@'));
	const wrong = emails.find((each) => !/^[^\s@]+@[^\s@]+$/.test(each));
	if (wrong !== undefined) throw inputError('CC', `holds "${wrong}", which is no email address`);
	const uids: string[] = [];
	for (const name of given.filter((each) => !each.includes('@'))) {
		uids.push(await personUidOf(caller, { name }, 'CC'));
	}
	return { uids: [...new Set(uids)], emails: [...new Set(emails)] };
}
