import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { organizations } from '../../api/endpoints/organizations';
import { users } from '../../api/endpoints/users';
import { windowsServices } from '../../api/endpoints/windowsServices';
import { asNinjaOneError } from '../../api/errors';
import { list } from '../../api/list';
import { call } from '../../api/request';
import { deviceName } from '../fields/deviceName';
import { chosenDevice } from './chosen';
import { searchChecklists, searchChecklistTasks, searchChecklistTemplates } from './checklistLists';
import { searchEndUsers } from './customFieldLists';
import { searchDocuments, searchDocumentTemplates } from './documentLists';
import { searchArticles, searchFolders } from './knowledgeBaseLists';
import { pageLength, pick, picker, scan, userItem, type Search } from './pickers';
import { searchScripts } from './scriptLists';
import { searchContacts, searchTicketBoards, searchTicketPeople } from './ticketLists';

const deviceItem =
	({ server }: Connection) =>
	(row: IDataObject): INodeListSearchItems => ({
		name: deviceName(row),
		value: row.id as number,
		url: `${server}/#/deviceDashboard/${String(row.id)}/overview`,
		description: [row.nodeClass, row.systemName, `ID ${String(row.id)}`].filter(Boolean).join(', '),
	});

/** NinjaOne's own search where it is allowed: it finds a device among tens of thousands in one request. */
const searchDevices: Search = async (connection, filter, token) => {
	const item = deviceItem(connection);
	if (filter) {
		const found = await serverSearch(connection, filter, Number(token ?? 0));
		if (found) return { ...found, results: found.rows.map(item) };
	}
	return await scan(connection, call(devices.list), item, filter, token);
};

/** The search knows a limit and no pages: the next page is what a higher limit adds. */
async function serverSearch(connection: Connection, filter: string, shown: number) {
	const wanted = shown + pageLength;
	try {
		const all = call(devices.search, { query: { q: filter } });
		const { rows, cut } = await list(connection, all, wanted, (row) => row);
		return { rows: rows.slice(shown), ...(cut ? { paginationToken: String(wanted) } : {}) };
	} catch (error) {
		// Some accounts refuse the search to API apps: the list is read instead, which takes longer.
		if (asNinjaOneError(error).status === 403) return undefined;
		throw asNinjaOneError(error);
	}
}

const searchOrganizations: Search = async (connection, filter, token) =>
	await scan(
		connection,
		call(organizations.list),
		({ id, name }) => ({
			name: String(name ?? id),
			value: id as number,
			url: `${connection.server}/#/customerDashboard/${String(id)}/overview`,
		}),
		filter,
		token,
	);

const searchAlerts: Search = async (connection, filter, token) =>
	await pick(connection, call(alerts.list), alertItem, filter, token);

const alertItem = (row: IDataObject): INodeListSearchItems => ({
	name: `${deviceName((row.device ?? { id: row.deviceId }) as IDataObject)}: ${String(row.message ?? row.sourceType ?? row.uid)}`,
	value: row.uid as string,
});

const searchUsers: Search = async (connection, filter, token) =>
	await pick(connection, call(users.list), userItem, filter, token);

const searchWindowsServices: Search = async (connection, filter, token, context) => {
	const all = call(windowsServices.list, { path: { id: chosenDevice(context) } });
	return await pick(connection, all, serviceItem, filter, token);
};

const serviceItem = ({ name, displayName, state, startType }: IDataObject) => ({
	name: `${String(displayName ?? name)} (${String(name)})`,
	value: name as string,
	description: [state, startType].filter(Boolean).join(', '),
});

export const listSearch = {
	searchAlerts: picker(searchAlerts),
	searchArticles: picker(searchArticles),
	searchChecklists: picker(searchChecklists),
	searchChecklistTasks: picker(searchChecklistTasks),
	searchChecklistTemplates: picker(searchChecklistTemplates),
	searchContacts: picker(searchContacts),
	searchDevices: picker(searchDevices),
	searchDocuments: picker(searchDocuments),
	searchDocumentTemplates: picker(searchDocumentTemplates),
	searchEndUsers: picker(searchEndUsers),
	searchFolders: picker(searchFolders),
	searchOrganizations: picker(searchOrganizations),
	searchScripts,
	searchTicketBoards: picker(searchTicketBoards),
	searchTicketPeople: picker(searchTicketPeople),
	searchUsers: picker(searchUsers),
	searchWindowsServices: picker(searchWindowsServices),
};
