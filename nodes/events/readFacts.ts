import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { asNinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import type { Facts } from './facts';
import { isOwnFailure, lookUp, type LookUp } from './lookUp';
import { readNames } from './names';

/** Devices above which the whole list of alerts is asked for, rather than parts of it. */
const mostAsked = 600;

interface Needs {
	alerts: boolean;
	groupIds: number[];
}

/**
 * Reads in bulk what is known of the records that activities speak of: a few requests, however many activities. What
 * NinjaOne fails to answer for is missing, and reported; trouble that passes, or concerns everything, is thrown.
 * @param placed devices as they were last seen: the names of their organizations and locations are read, too
 */
export async function readFacts(
	connection: Connection,
	activities: readonly IDataObject[],
	needs: Needs,
	{ placed = [], warn }: { placed?: readonly IDataObject[]; warn: (message: string) => void },
): Promise<Facts> {
	const ids = [...new Set(activities.map(({ deviceId }) => deviceId))].filter(
		(id): id is number => typeof id === 'number',
	);
	const failed = new Set<unknown>();
	const find: LookUp = lookUp(connection, (deviceIds, { message }) => {
		for (const id of deviceIds) failed.add(id);
		warn(`NinjaOne does not tell of ${deviceIds.length} devices, so their events wait. ${message}`);
	});
	const groupIds = [...new Set(needs.groupIds)];
	const [found, active, members] = await Promise.all([
		readBoth(find, ids, {}),
		needs.alerts ? readAlerts(connection, find, ids) : [],
		Promise.all(groupIds.map(async (groupId) => await readBoth(find, ids, { groupId }))),
	]);
	const known = new Map<unknown, IDataObject>(found.map((row) => [row.id, row]));
	const listed = new Map<unknown, IDataObject>(active.map((row) => [row.uid, row]));
	const groups = new Map(groupIds.map((id, at) => [id, new Set<unknown>(members[at].map(idIn))]));
	const names = await readNames(connection, [...known.values(), ...placed], warn);
	return {
		device: (id) => known.get(id),
		alert: (uid) => listed.get(uid),
		organizationName: (id) => names.organizations.get(id),
		locationName: (id) => names.locations.get(id),
		inGroup: (groupId, deviceId) =>
			groups.get(groupId)?.has(deviceId) || (known.has(deviceId) ? false : undefined),
		hasFailed: (id) => failed.has(id),
		lacksNames: names.isIncomplete,
	};
}

const idIn = ({ id }: IDataObject) => id;

/** NinjaOne hides devices that wait for approval from a list that does not ask for them. */
async function readBoth(
	find: LookUp,
	ids: number[],
	filters: { groupId?: number },
): Promise<IDataObject[]> {
	const approved = await find(devices.list, ids, filters);
	const found = new Set(approved.map(idIn));
	const missing = ids.filter((id) => !found.has(id));
	return [...approved, ...(await find(devices.list, missing, { ...filters, status: 'PENDING' }))];
}

/** Those of some devices; the whole list where that is less, unless NinjaOne fails to give it. */
async function readAlerts(
	connection: Connection,
	find: LookUp,
	ids: number[],
): Promise<IDataObject[]> {
	try {
		if (ids.length > mostAsked) return await rowsFor(connection)(call(alerts.list));
	} catch (error) {
		if (!isOwnFailure(error)) throw asNinjaOneError(error);
	}
	return await find(alerts.list, ids, {});
}
