import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { deviceFilterText, type DeviceFilter } from '../../api/deviceFilter';
import type { alerts } from '../../api/endpoints/alerts';
import type { devices } from '../../api/endpoints/devices';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';

/** IDs that fit into one filter: some two thousand characters of the address. */
const mostIds = 300;
/** Requests that look for what NinjaOne does not answer for, in one look-up. */
const mostHalves = 20;

/** Reads the rows of a list that belong to some devices. */
export type ReadRows = (
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
export const rowsByDevice =
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
