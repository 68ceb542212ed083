import type { IDataObject } from 'n8n-workflow';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { checklists } from '../../api/endpoints/checklists';
import { users } from '../../api/endpoints/users';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { idOf } from '../../operations/reference';
import { checklistFields } from '../fields/checklists';
import { chosen } from './chosen';
import { dropDown, named, sorted } from './dropDowns';
import { pick, pickAmong, userItem, type Search } from './pickers';

/** Checklists of all organizations that are not archived; many organizations have one of the same name. */
export const searchChecklists: Search = async (connection, filter, token) =>
	await pick(connection, call(checklists.list), checklistItem, filter, token);

const checklistItem = ({ id, name, clientName, completed }: IDataObject) => ({
	name: `${String(clientName ?? '?')}: ${String(name ?? id)}`,
	value: id as number,
	...(completed ? { description: 'Completed' } : {}),
});

export const searchChecklistTemplates: Search = async (connection, filter, token) =>
	await pick(
		connection,
		call(checklistTemplates.list),
		({ id, name }) => ({ name: String(name ?? id), value: id as number }),
		filter,
		token,
	);

export const getChecklistTemplates = named(call(checklistTemplates.list));

/** Technicians, from the list that every account has: ticketing has its own, and must be licensed. */
export const getAssignees = dropDown(async (read) => {
	const rows = (await read(call(users.list))).filter(({ userType }) => userType === 'TECHNICIAN');
	return sorted(rows.map((row) => ({ name: userItem(row).name, value: row.id as number })));
});

/** Tasks of the checklist that is chosen in the node. */
export const searchChecklistTasks: Search = async (connection, filter, token, context) => {
	const field = checklistFields().checklistId;
	const given = chosen(context, { name: 'checklistId', field, what: 'a checklist' });
	const checklistId = await idOf(given, {
		label: field.property.displayName,
		rows: async () => await rowsFor(connection)(call(checklists.list)),
		about: ({ clientName }) => clientName,
	});
	const { tasks } = (await send(connection, call(checklists.get, { path: { checklistId } }))) as {
		tasks?: IDataObject[];
	};
	return pickAmong((tasks ?? []).map(taskItem), filter, token);
};

const taskItem = ({ id, name, completed }: IDataObject) => ({
	name: String(name ?? id),
	value: id as number,
	...(completed ? { description: 'Completed' } : {}),
});
