import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { isUuid } from '../../operations/ids';
import { uidLocator } from '../../operations/locator';
import { record, recordChoice } from '../../operations/record';
import { recordList } from '../../operations/recordList';
import { recordChoices } from '../../operations/records';
import type { Reference } from '../../operations/reference';
import { personName } from './personName';

/** A person as the editor lists one, known by UID. */
const userItem = ({ uid, firstName, lastName, email, userType }: IDataObject) => ({
	name: `${personName({ firstName, lastName })} (${String(email ?? uid)})`,
	value: uid as string,
	description: userType === 'TECHNICIAN' ? 'Technician' : 'End user',
});

/** The same for people who may have no UID. */
export const personLabel = (row: IDataObject) =>
	`${personName(row)} (${String(row.email ?? `ID ${String(row.id)}`)})`;

/** People by UID: found by name, email address or numeric ID; what looks like a UID is one. */
export const byUid = {
	known: (given: Reference) =>
		'name' in given && isUuid(given.name) ? given.name.toLowerCase() : undefined,
	names: (row: IDataObject) => [personName(row), row.email, row.uid, row.id],
	id: ({ uid }: IDataObject) => uid as string,
	about: ({ email, userType }: IDataObject) => [email, userType].filter(Boolean).join(', '),
};

const emailOf = ({ email }: IDataObject) => email;

/** Technicians and end users by UID. */
const userList = recordList<string>(call(users.list), {
	...byUid,
	searchMethod: 'searchUsers',
	optionsMethod: 'getUsers',
	item: userItem,
});

/** End users by the numeric ID. One that is not said to be anything may be an end user. */
const endUserList = recordList(call(users.list), {
	searchMethod: 'searchEndUsers',
	names: (row) => [personName(row), row.email],
	about: emailOf,
	keep: ({ userType = 'END_USER' }) => userType === 'END_USER',
	keepInEditor: ({ userType }) => userType === 'END_USER',
	item: (row) => ({ ...userItem(row), value: row.id as number }),
});

/** Users by the numeric ID; the editor offers technicians. Every account has them: ticketing must be licensed. */
export const assigneeList = recordList(call(users.list), {
	optionsMethod: 'getAssignees',
	names: (row) => [personName(row), row.email],
	about: emailOf,
	keepInEditor: ({ userType }) => userType === 'TECHNICIAN',
	item: (row) => ({ name: userItem(row).name, value: row.id as number }),
});

/** Technicians by the numeric ID that tickets know them by. */
const technicianList = recordList(call(tickets.people, { query: { userType: 'TECHNICIAN' } }), {
	optionsMethod: 'getTechnicians',
	names: (row) => [personName(row), row.email, row.uid],
	about: emailOf,
	item: (row) => ({ name: personLabel(row), value: row.id as number }),
});

/** An end user by email address, name or ID. */
export const endUserId = () =>
	record(
		{
			displayName: 'End User',
			description: 'The end user: picked from the list, or given by email address, name or ID',
			example: '15',
		},
		endUserList,
	);

/** Who owns a device, by UID alone. */
export const ownerUid = () =>
	uidLocator({
		displayName: 'Owner',
		description: 'Who owns the device, usually an end user: picked by name, or given by UID',
		picker: userList.picker!,
		example: '5d0c2b6e-7f31-4f0a-9a54-0c8f1f6d2e11',
	});

/** Who manages a person, by UID. */
export const managerUid = () =>
	recordChoice(
		'Manager',
		userList,
		'The technician or end user who manages this person, also by name or email address',
	);

/** Someone to whom work is assigned, by the numeric ID. */
export const assigneeId = (displayName: string, description: string) =>
	recordChoice(displayName, assigneeList, description);

export const technicianChoice = (displayName: string, description: string) =>
	recordChoice(displayName, technicianList, description);
export const technicianChoices = (displayName: string, description: string) =>
	recordChoices(displayName, technicianList, description);
