import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { deviceFilterText } from '../../api/deviceFilter';
import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';

/** IDs that fit into one filter: some two thousand characters of the address. */
const mostIds = 300;
/** Requests that look for what NinjaOne does not answer for, in one look-up. */
const mostHalves = 20;

type Filters = Parameters<typeof deviceFilterText>[0];

/** Rows of a list that belong to some devices. */
export type LookUp = (
	endpoint: typeof devices.list | typeof alerts.list,
	deviceIds: readonly number[],
	filters: Filters,
) => Promise<IDataObject[]>;

/** Whether NinjaOne refuses one request, so that others may do: neither throttled nor without the right to ask. */
export const isOwnFailure = (error: unknown): error is NinjaOneError =>
	error instanceof NinjaOneError &&
	error.status !== undefined &&
	![401, 403, 429, 502, 503, 504].includes(error.status);

/**
 * Looks rows up by devices. Where NinjaOne refuses, as it does for everybody when one device is broken, halves are
 * asked for.
 * @param onFailed called with the devices for which NinjaOne still refuses, and how
 */
export function lookUp(
	connection: Connection,
	onFailed: (deviceIds: readonly number[], error: NinjaOneError) => void,
): LookUp {
	const rows = rowsFor(connection);
	return async (endpoint, deviceIds, filters) => {
		let halves = 0;
		const find = async (ids: readonly number[]): Promise<IDataObject[]> => {
			if (ids.length === 0) return [];
			const df = deviceFilterText({ ...filters, deviceIds: [...ids] });
			try {
				return await rows(call(endpoint, { query: { df } }));
			} catch (error) {
				if (!isOwnFailure(error)) throw asNinjaOneError(error);
				halves += 2;
				if (ids.length === 1 || halves > mostHalves) {
					onFailed(ids, error);
					return [];
				}
			}
			const middle = Math.ceil(ids.length / 2);
			return [...(await find(ids.slice(0, middle))), ...(await find(ids.slice(middle)))];
		};
		const parts = Array.from({ length: Math.ceil(deviceIds.length / mostIds) }, (_, at) =>
			deviceIds.slice(at * mostIds, (at + 1) * mostIds),
		);
		return (await Promise.all(parts.map(find))).flat();
	};
}
