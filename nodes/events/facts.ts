import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { asNinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { isRefusal, rowsByDevice, type ReadRows } from './deviceRows';
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
