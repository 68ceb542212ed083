import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { deviceFilterText } from '../../api/deviceFilter';
import { devices } from '../../api/endpoints/devices';
import { organizations } from '../../api/endpoints/organizations';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { knownName } from '../fields/deviceName';
import { messageCode } from '../fields/messageCode';

/** What `withNames` takes. */
export const namingEndpoints = [devices.list, organizations.list];

/** The useful fields of an alert. Of the device that NinjaOne nests in it, or leaves out, its name and organization. */
export function simplifyAlert(row: IDataObject): IDataObject {
	const device = row.device as IDataObject | undefined;
	return {
		uid: row.uid,
		deviceId: row.deviceId ?? device?.id,
		...(device ? placeOf(device) : {}),
		message: row.message,
		code: messageCode(row),
		severity: row.severity,
		priority: row.priority,
		sourceType: row.sourceType,
		conditionName: row.conditionName ?? row.sourceName,
		createTime: row.createTime,
	};
}

/** What a device says of itself, as far as it says it. */
function placeOf(device: IDataObject) {
	const { organizationId, references } = device;
	const { organization } = (references ?? {}) as Record<string, IDataObject | undefined>;
	return {
		deviceName: knownName(device),
		organizationId: organizationId ?? organization?.id,
		organizationName: organization?.name,
	};
}

type Filters = Parameters<typeof deviceFilterText>[0];

/**
 * Simplified alerts with the names and organizations that NinjaOne has left out of them, from lists that are read once
 * for all items and only where an alert lacks something.
 * @param filters the devices among which the alerts' are
 */
export async function withNames(
	caller: Caller,
	alerts: readonly IDataObject[],
	filters: Filters,
): Promise<IDataObject[]> {
	const lacksDevice = alerts.some(
		({ deviceId, deviceName, organizationId }) =>
			deviceId !== undefined && (deviceName === undefined || organizationId === undefined),
	);
	const df = deviceFilterText(filters);
	const placeById = await mapOf(
		caller,
		lacksDevice,
		call(devices.list, { query: { df } }),
		placeOf,
	);
	const placed = alerts.map((alert) => ({ ...placeById.get(alert.deviceId), ...alert }));
	const lacksName = placed.some(
		({ organizationId, organizationName }: IDataObject) =>
			organizationId !== undefined && organizationName === undefined,
	);
	const nameById = await mapOf(caller, lacksName, call(organizations.list), ({ name }) => ({
		name,
	}));
	return placed.map((alert: IDataObject) => inOrder(alert, nameById.get(alert.organizationId)));
}

async function mapOf(
	caller: Caller,
	isNeeded: boolean,
	all: ReturnType<typeof call>,
	value: (row: IDataObject) => IDataObject,
): Promise<Map<unknown, IDataObject>> {
	const rows = isNeeded ? await caller.rowsOnce(all) : [];
	return new Map(rows.map((row) => [row.id, value(row)]));
}

function inOrder(alert: IDataObject, organization: IDataObject | undefined): IDataObject {
	const { uid, deviceId, deviceName, organizationId, organizationName, ...rest } = alert;
	return defined({
		uid,
		deviceId,
		deviceName,
		organizationId,
		organizationName: organizationName ?? organization?.name,
		...rest,
	});
}
