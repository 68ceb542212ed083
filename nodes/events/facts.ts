import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { deviceFilterText, type DeviceFilter } from '../../api/deviceFilter';
import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import type { Facts } from './event';
import { isAboutAlerts } from './filters';
import { readNames, type Warn } from './names';
import type { Wanted } from './parameters';

/** Devices above which the whole list of alerts is asked for, rather than parts of it. */
const mostAsked = 600;

/**
 * Reads in bulk what is known of the records that activities are about: a few requests, however many activities. What
 * NinjaOne fails to answer for is missing, and reported; trouble that passes, or concerns everything, is thrown.
 * @param lastSeen devices as they were last seen: the names of their organizations and locations are read, too
 */
export async function readFacts(
	connection: Connection,
	activities: readonly IDataObject[],
	wanted: readonly Wanted[],
	warn: Warn,
	lastSeen: readonly IDataObject[] = [],
): Promise<Facts> {
	const ids = [...new Set(activities.map(({ deviceId }) => deviceId))].filter(
		(id) => typeof id === 'number',
	);
	const failed = new Set<unknown>();
	const read = rowsByDevice(connection, (deviceIds, { message }) => {
		for (const id of deviceIds) failed.add(id);
		warn(`NinjaOne does not tell of ${deviceIds.length} devices, so their events wait. ${message}`);
	});
	const groupIds = [...new Set(wanted.map(({ deviceFilters }) => deviceFilters?.groupId))].filter(
		(id) => id !== undefined,
	);
	const [deviceRows, alertRows, members] = await Promise.all([
		readDevices(read, ids),
		wanted.some(isAboutAlerts) ? readAlerts(connection, read, ids) : [],
		Promise.all(groupIds.map(async (groupId) => await readDevices(read, ids, groupId))),
	]);
	const deviceById = new Map<unknown, IDataObject>(deviceRows.map((row) => [row.id, row]));
	const alertByUid = new Map<unknown, IDataObject>(alertRows.map((row) => [row.uid, row]));
	const groups = new Map(groupIds.map((id, at) => [id, new Set<unknown>(members[at].map(idOf))]));
	return {
		device: (id) => deviceById.get(id),
		alert: (uid) => alertByUid.get(uid),
		inGroup: (groupId, deviceId) =>
			groups.get(groupId)?.has(deviceId) || (deviceById.has(deviceId) ? false : undefined),
		hasFailed: (id) => failed.has(id),
		names: await readNames(connection, [...deviceById.values(), ...lastSeen], warn),
	};
}

const idOf = ({ id }: IDataObject) => id;

/** NinjaOne hides devices that wait for approval from a list that does not ask for them. */
async function readDevices(read: ReadRows, ids: number[], groupId?: number) {
	const approved = await read(devices.list, ids, { groupId });
	const found = new Set(approved.map(idOf));
	const missing = ids.filter((id) => !found.has(id));
	return [...approved, ...(await read(devices.list, missing, { groupId, status: 'PENDING' }))];
}

/** Those of some devices; the whole list where that is less, unless NinjaOne fails to give it. */
async function readAlerts(connection: Connection, read: ReadRows, ids: number[]) {
	try {
		if (ids.length > mostAsked) return await rowsFor(connection)(call(alerts.list));
	} catch (error) {
		if (!isRefusal(error)) throw asNinjaOneError(error);
	}
	return await read(alerts.list, ids);
}

/** IDs that fit into one filter: some two thousand characters of the address. */
const mostIds = 300;
/** Requests that look for what NinjaOne does not answer for, in one look-up. */
const mostHalves = 20;

/** Reads the rows of a list that belong to some devices. */
type ReadRows = (
	endpoint: typeof devices.list | typeof alerts.list,
	deviceIds: readonly number[],
	filter?: DeviceFilter,
) => Promise<IDataObject[]>;

/** Whether NinjaOne refuses one request, so that others may do: neither throttled nor without the right to ask. */
export const isRefusal = (error: unknown): error is NinjaOneError =>
	error instanceof NinjaOneError &&
	error.status !== undefined &&
	![401, 403, 429, 502, 503, 504].includes(error.status);

/**
 * Where NinjaOne refuses, as it does for everybody when one device is broken, halves are asked for.
 * @param onFailed called with the devices for which NinjaOne still refuses, and how
 */
const rowsByDevice =
	(
		connection: Connection,
		onFailed: (deviceIds: readonly number[], error: NinjaOneError) => void,
	): ReadRows =>
	async (endpoint, deviceIds, filter) => {
		let halves = 0;
		const read = async (ids: readonly number[]): Promise<IDataObject[]> => {
			if (ids.length === 0) return [];
			const df = deviceFilterText({ ...filter, deviceIds: [...ids] });
			try {
				return await rowsFor(connection)(call(endpoint, { query: { df } }));
			} catch (error) {
				if (!isRefusal(error)) throw asNinjaOneError(error);
				halves += 2;
				if (ids.length === 1 || halves > mostHalves) {
					onFailed(ids, error);
					return [];
				}
			}
			const middle = Math.ceil(ids.length / 2);
			return [...(await read(ids.slice(0, middle))), ...(await read(ids.slice(middle)))];
		};
		const parts = Array.from({ length: Math.ceil(deviceIds.length / mostIds) }, (_, at) =>
			deviceIds.slice(at * mostIds, (at + 1) * mostIds),
		);
		return (await Promise.all(parts.map(read))).flat();
	};
