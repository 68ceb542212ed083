import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { devices } from '../../api/endpoints/devices';
import { asNinjaOneError } from '../../api/errors';
import { list } from '../../api/list';
import { call } from '../../api/request';
import { chosen } from '../../operations/editor/chosen';
import { pageLength, scan, type Search } from '../../operations/editor/search';
import { locator } from '../../operations/locator';
import { record } from '../../operations/record';
import { recordList } from '../../operations/recordList';
import { deviceName } from './deviceName';

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

/** Devices by their display names, and by the names that they give themselves. */
export const deviceList = recordList(call(devices.list), {
	searchMethod: 'searchDevices',
	search: searchDevices,
	names: (row) => [deviceName(row), row.systemName, row.dnsName],
	about: ({ organizationId }) =>
		organizationId === undefined ? undefined : `organization ${String(organizationId)}`,
});

/** A device by ID, or by the address of its page. */
export const deviceLocator = (displayName = 'Device') =>
	locator({
		displayName,
		description: 'The device: searched by name, user or IP address, or given by its numeric ID',
		picker: deviceList.picker!,
		example: '1234',
		page: 'deviceDashboard',
	});

/** A device by name or ID. */
export const deviceId = () =>
	record(
		{
			displayName: 'Device',
			description: 'The device: searched by name, or given by its name or numeric ID',
			example: '1234',
		},
		deviceList,
	);

/** The device that is chosen in the node: from the list, by ID, by URL. */
export const chosenDevice = (context: ILoadOptionsFunctions): number =>
	chosen(context, { name: 'deviceId', field: deviceLocator(), what: 'a device' });
