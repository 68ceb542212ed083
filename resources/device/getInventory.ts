import type { IDataObject } from 'n8n-workflow';
import { deviceFilterText } from '../../api/deviceFilter';
import { devices } from '../../api/endpoints/devices';
import { locations } from '../../api/endpoints/locations';
import { organizations } from '../../api/endpoints/organizations';
import { queries } from '../../api/endpoints/queries';
import { users } from '../../api/endpoints/users';
import { asNinjaOneError } from '../../api/errors';
import { call, type Call } from '../../api/request';
import { operation, type Caller } from '../../operations/operation';
import { deviceFilters } from '../fields/deviceFilters';
import { deviceName } from '../fields/deviceName';

export const getInventory = operation({
	name: 'Get Inventory',
	action: 'Get inventory of devices',
	description:
		'List devices as an asset system imports them: names, hardware, addresses, state, users, backup usage, organization and location names, warranty. Joined from bulk lists, so it takes a few requests for thousands of devices.',
	endpoints: [
		devices.listDetailed,
		organizations.list,
		locations.list,
		users.list,
		queries.loggedOnUsers,
		queries.backupUsage,
	],
	fields: { filters: deviceFilters('Device Filters') },
	async list(caller, { filters }) {
		const query = { df: deviceFilterText(filters) };
		const [organizationOf, locationOf, userOf] = [
			await byKey(caller, call(organizations.list), 'id', ({ name }) => name),
			await byKey(caller, call(locations.list), 'id', ({ name }) => name),
			await byKey(caller, call(users.list), 'uid', fullName),
		];
		const lastUserOf = await byKey(
			caller,
			call(queries.loggedOnUsers, { query }),
			'deviceId',
			({ userName }) => userName,
		);
		const backups = await backupsOf(caller);
		return await caller.list(call(devices.listDetailed, { query }), undefined, (row) =>
			assetRow(row, {
				organizationName: organizationOf.get(row.organizationId),
				locationName: locationOf.get(row.locationId),
				lastLoggedOnUser: lastUserOf.get(row.id) ?? row.lastLoggedInUser,
				assignedOwner: userOf.get(row.assignedOwnerUid),
				backupUsageBytes: backups.of.get(row.id),
				backupUsageError: backups.error,
			}),
		);
	},
});

type Value = IDataObject[string];

/** One value for each record of a list; of several rows for one record the last counts. */
async function byKey(
	caller: Caller,
	all: Call,
	key: string,
	value: (row: IDataObject) => Value,
): Promise<Map<Value, Value>> {
	const values = new Map<Value, Value>();
	await caller.list(all, (row) => {
		values.set(row[key], value(row));
		return false;
	});
	return values;
}

/** An account without NinjaOne's backup has an inventory, too: each row says why the column is empty. */
async function backupsOf(caller: Caller): Promise<{ of: Map<Value, Value>; error?: string }> {
	try {
		return { of: await byKey(caller, call(queries.backupUsage), 'id', backupBytes) };
	} catch (error) {
		const { status, message } = asNinjaOneError(error);
		if (status !== 500) throw asNinjaOneError(error);
		return { of: new Map(), error: message };
	}
}

const fullName = ({ firstName, lastName, email }: IDataObject) =>
	[firstName, lastName].filter(Boolean).join(' ') || (email as string | undefined);

const references = (row: IDataObject) => (row.references ?? {}) as Record<string, IDataObject>;

/** Bytes in the cloud and on site. */
function backupBytes(row: IDataObject): Value {
	const { cloudTotalSize, localTotalSize } = references(row).backupUsage ?? {};
	return Number(cloudTotalSize ?? 0) + Number(localTotalSize ?? 0);
}

/**
 * Columns of the asset list, in the order in which people read them. Times are epoch seconds. A host of virtual machines
 * has neither `os` nor `system`: the same facts stand in its row itself.
 */
function assetRow(row: IDataObject, joined: IDataObject): IDataObject {
	const os = (row.os ?? {}) as IDataObject;
	const system = (row.system ?? {}) as IDataObject;
	const { warranty = {} } = references(row);
	return {
		id: row.id,
		name: deviceName(row),
		hostName: row.systemName ?? row.dnsName ?? row.netbiosName ?? null,
		nodeClass: row.nodeClass,
		os: os.name ?? row.releaseName ?? null,
		manufacturer: system.manufacturer ?? row.vendor ?? null,
		model: system.model ?? row.model ?? null,
		serialNumber: system.serialNumber ?? system.biosSerialNumber ?? row.serviceTag ?? null,
		ipAddresses: row.ipAddresses ?? [],
		macAddresses: row.macAddresses ?? [],
		publicIp: row.publicIP ?? null,
		online: row.offline === undefined ? null : !row.offline,
		lastContact: row.lastContact ?? null,
		lastLoggedOnUser: joined.lastLoggedOnUser ?? null,
		assignedOwner: joined.assignedOwner ?? null,
		backupUsageBytes: joined.backupUsageBytes ?? null,
		...(joined.backupUsageError ? { backupUsageError: joined.backupUsageError } : {}),
		organizationId: row.organizationId,
		organizationName: joined.organizationName ?? null,
		locationId: row.locationId,
		locationName: joined.locationName ?? null,
		warrantyStart: warranty.startDate ?? null,
		warrantyEnd: warranty.endDate ?? null,
		manufacturerFulfillmentDate: warranty.manufacturerFulfillmentDate ?? null,
	};
}
