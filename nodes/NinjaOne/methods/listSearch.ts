import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import type { Connection } from '../../../api/connection';
import { alerts } from '../../../api/endpoints/alerts';
import { devices, deviceSearch } from '../../../api/endpoints/devices';
import { organizations, users } from '../../../api/endpoints/organizations';
import { windowsServices } from '../../../api/endpoints/windowsServices';
import { asNinjaOneError } from '../../../api/errors';
import { list, pages } from '../../../api/list';
import { call, type Call } from '../../../api/request';
import { deviceName } from '../fields/deviceName';
import { chosenDevice } from './chosenDevice';
import { holds, inEditor } from './inEditor';
import { searchScripts } from './scriptLists';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Rows shown at a time; the editor asks for more as the user scrolls. */
const pageLength = 100;
/** Rows that one scroll may look through in search of a name; the token carries on from there. */
const mostRowsScanned = 20_000;

type Search = (
	connection: Connection,
	filter: string,
	token: string | undefined,
	context: ILoadOptionsFunctions,
) => Promise<INodeListSearchResult>;

const picker = (search: Search): ListSearch =>
	async function (filter, token) {
		return await inEditor(this, async (connection) =>
			search(connection, (filter ?? '').trim(), token, this),
		);
	};

/** What a filter is looked for in: the label, and the ID. */
const textOf = ({ name, value }: INodeListSearchItems) => `${name} ${value}`;

/**
 * One page of a list by id, from the id in the token on: rows whose label holds the filter, until the page is full or
 * enough has been looked through.
 */
async function scan(
	connection: Connection,
	all: Call,
	item: (row: IDataObject) => INodeListSearchItems,
	filter: string,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const isWanted = holds(filter);
	const results: INodeListSearchItems[] = [];
	const from = token === undefined ? undefined : Number(token);
	let last = from;
	let looked = 0;
	for await (const page of pages(connection, all, filter ? Infinity : pageLength - 1, from)) {
		for (const row of page.rows) {
			looked += 1;
			last = Number(row.id);
			const found = item(row);
			if (isWanted(textOf(found))) results.push(found);
			if (results.length === pageLength) return { results, paginationToken: String(last) };
		}
		if (page.more && looked >= mostRowsScanned) return { results, paginationToken: String(last) };
	}
	return { results };
}

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
	return await scan(connection, call(devices), item, filter, token);
};

/** The search knows a limit and no pages: the next page is what a higher limit adds. */
async function serverSearch(connection: Connection, filter: string, shown: number) {
	const wanted = shown + pageLength;
	try {
		const all = call(deviceSearch, { query: { q: filter } });
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
		call(organizations),
		({ id, name }) => ({
			name: String(name ?? id),
			value: id as number,
			url: `${connection.server}/#/customerDashboard/${String(id)}/overview`,
		}),
		filter,
		token,
	);

/** A list that comes whole; the token counts the rows already shown. */
async function pick(
	connection: Connection,
	all: Call,
	item: (row: IDataObject) => INodeListSearchItems,
	filter: string,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const shown = Number(token ?? 0);
	const { rows } = await list(connection, all, Infinity, item);
	const isWanted = holds(filter);
	const found = rows.filter((row) => isWanted(textOf(row)));
	const next = shown + pageLength;
	return {
		results: found.slice(shown, next),
		...(found.length > next ? { paginationToken: String(next) } : {}),
	};
}

const searchAlerts: Search = async (connection, filter, token) =>
	await pick(connection, call(alerts), alertItem, filter, token);

const alertItem = (row: IDataObject): INodeListSearchItems => ({
	name: `${deviceName((row.device ?? { id: row.deviceId }) as IDataObject)}: ${String(row.message ?? row.sourceType)}`,
	value: row.uid as string,
});

const searchUsers: Search = async (connection, filter, token) =>
	await pick(connection, call(users), userItem, filter, token);

const userItem = ({ uid, firstName, lastName, email, userType }: IDataObject) => ({
	name: `${[firstName, lastName].filter(Boolean).join(' ')} (${String(email ?? uid)})`,
	value: uid as string,
	description: userType === 'TECHNICIAN' ? 'Technician' : 'End user',
});

const searchWindowsServices: Search = async (connection, filter, token, context) => {
	const all = call(windowsServices, { path: { id: chosenDevice(context) } });
	return await pick(connection, all, serviceItem, filter, token);
};

const serviceItem = ({ name, displayName, state, startType }: IDataObject) => ({
	name: `${String(displayName ?? name)} (${String(name)})`,
	value: name as string,
	description: [state, startType].filter(Boolean).join(', '),
});

export const listSearch = {
	searchAlerts: picker(searchAlerts),
	searchDevices: picker(searchDevices),
	searchOrganizations: picker(searchOrganizations),
	searchScripts,
	searchUsers: picker(searchUsers),
	searchWindowsServices: picker(searchWindowsServices),
};
