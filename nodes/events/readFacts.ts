import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { deviceFilterText } from '../../api/deviceFilter';
import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { locations, organizations } from '../../api/endpoints/organizations';
import { rowsFor, type Rows } from '../../api/list';
import { call } from '../../api/request';
import type { Facts } from './facts';

/** IDs that fit into one filter: some two thousand characters of the address. */
const mostIds = 300;
/** Devices above which the whole list of alerts is asked for, rather than parts of it. */
const mostAsked = 600;

interface Needs {
	alerts: boolean;
	groupIds: number[];
}

/** Reads in bulk what is known of the records that activities speak of: a few requests, however many activities. */
export async function readFacts(
	connection: Connection,
	activities: readonly IDataObject[],
	needs: Needs,
): Promise<Facts> {
	const rows = rowsFor(connection);
	const ids = [...new Set(activities.map(({ deviceId }) => deviceId))].filter(
		(id): id is number => typeof id === 'number',
	);
	const known = new Map<unknown, IDataObject>();
	for (const row of await readBoth(rows, ids, {})) known.set(row.id, row);
	const names = await readNames(rows, [...known.values()]);
	const active = needs.alerts ? await readAlerts(rows, ids) : new Map<unknown, IDataObject>();
	const groups = new Map<number, Set<unknown>>();
	for (const groupId of new Set(needs.groupIds)) {
		groups.set(groupId, new Set((await readBoth(rows, ids, { groupId })).map(idIn)));
	}
	return {
		device: (id) => known.get(id),
		alert: (uid) => active.get(uid),
		organizationName: (id) => names.organizations.get(id),
		locationName: (id) => names.locations.get(id),
		inGroup: (groupId, deviceId) => groups.get(groupId)?.has(deviceId) ?? false,
	};
}

const idIn = ({ id }: IDataObject) => id;

type Filters = Parameters<typeof deviceFilterText>[0];

/** NinjaOne hides devices that wait for approval from a list that does not ask for them. */
async function readBoth(rows: Rows, ids: number[], filters: Filters): Promise<IDataObject[]> {
	const approved = await filtered(rows, devices, ids, filters);
	const found = new Set(approved.map(idIn));
	const missing = ids.filter((id) => !found.has(id));
	const pending = await filtered(rows, devices, missing, { ...filters, status: 'PENDING' });
	return [...approved, ...pending];
}

async function readAlerts(rows: Rows, ids: number[]): Promise<Map<unknown, IDataObject>> {
	const found =
		ids.length > mostAsked ? await rows(call(alerts)) : await filtered(rows, alerts, ids, {});
	return new Map(found.map((row) => [row.uid, row]));
}

async function filtered(
	rows: Rows,
	endpoint: typeof devices | typeof alerts,
	ids: number[],
	more: Filters,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for (let at = 0; at < ids.length; at += mostIds) {
		const df = deviceFilterText({ ...more, deviceIds: ids.slice(at, at + mostIds) });
		found.push(...(await rows(call(endpoint, { query: { df } }))));
	}
	return found;
}

interface Names {
	organizations: Map<unknown, string>;
	locations: Map<unknown, string>;
}

/** Names are among a device's references where NinjaOne gives them; otherwise in two short lists. */
async function readNames(rows: Rows, all: IDataObject[]): Promise<Names> {
	const names: Names = { organizations: new Map(), locations: new Map() };
	for (const { organizationId, locationId, references } of all) {
		const { organization, location } = (references ?? {}) as IDataObject;
		noteName(names.organizations, organizationId, organization);
		noteName(names.locations, locationId, location);
	}
	if (all.some(({ organizationId }) => !names.organizations.has(organizationId))) {
		for (const row of await rows(call(organizations))) noteName(names.organizations, row.id, row);
	}
	if (all.some(({ locationId }) => !names.locations.has(locationId))) {
		for (const row of await rows(call(locations))) noteName(names.locations, row.id, row);
	}
	return names;
}

function noteName(names: Map<unknown, string>, id: unknown, named: unknown): void {
	const name = (named as IDataObject | undefined)?.name;
	if (typeof name === 'string') names.set(id, name);
}
