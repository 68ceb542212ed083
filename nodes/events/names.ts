import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { locations } from '../../api/endpoints/locations';
import { organizations } from '../../api/endpoints/organizations';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';

export interface Names {
	organizations: Map<unknown, string>;
	locations: Map<unknown, string>;
	/** NinjaOne did not answer for some. */
	isIncomplete: boolean;
}

/**
 * Names are among a device's references where NinjaOne gives them; otherwise in two short lists. Events do not wait for
 * them where NinjaOne does not answer.
 */
export async function readNames(
	connection: Connection,
	devices: readonly IDataObject[],
	warn: (message: string) => void,
): Promise<Names> {
	const rows = rowsFor(connection);
	const names: Names = { organizations: new Map(), locations: new Map(), isIncomplete: false };
	for (const { organizationId, locationId, references } of devices) {
		const { organization, location } = (references ?? {}) as IDataObject;
		noteName(names.organizations, organizationId, organization);
		noteName(names.locations, locationId, location);
	}
	const fill = async (
		known: Map<unknown, string>,
		ids: unknown[],
		endpoint: typeof organizations.list | typeof locations.list,
	) => {
		if (ids.every((id) => typeof id !== 'number' || known.has(id))) return;
		try {
			for (const row of await rows(call(endpoint))) noteName(known, row.id, row);
		} catch (error) {
			if (concernsAll(error)) throw asNinjaOneError(error);
			names.isIncomplete = true;
			warn(`events go out without some names. ${asNinjaOneError(error).message}`);
		}
	};
	await Promise.all([
		fill(
			names.organizations,
			devices.map(({ organizationId }) => organizationId),
			organizations.list,
		),
		fill(
			names.locations,
			devices.map(({ locationId }) => locationId),
			locations.list,
		),
	]);
	return names;
}

/** Whether the trouble is not the names' own: what comes after them would meet it, too. */
const concernsAll = (error: unknown) =>
	!(error instanceof NinjaOneError) || error.status === 401 || error.status === 429;

function noteName(names: Map<unknown, string>, id: unknown, named: unknown): void {
	const name = (named as IDataObject | undefined)?.name;
	if (typeof name === 'string') names.set(id, name);
}
