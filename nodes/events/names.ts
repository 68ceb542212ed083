import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { locations } from '../../api/endpoints/locations';
import { organizations } from '../../api/endpoints/organizations';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { deviceName } from '../../resources/fields/deviceName';

/** Names of organizations and locations, by ID. */
export interface Names {
	organizations: Map<unknown, string>;
	locations: Map<unknown, string>;
	/** NinjaOne did not answer for some. */
	isIncomplete: boolean;
}

/** Logs trouble that events do not wait for. */
export type Warn = (message: string) => void;

/** The names among the references of devices. */
export function namesIn(devices: readonly IDataObject[]): Names {
	const names: Names = { organizations: new Map(), locations: new Map(), isIncomplete: false };
	for (const { organizationId, locationId, references } of devices) {
		const { organization, location } = (references ?? {}) as IDataObject;
		noteName(names.organizations, organizationId, organization);
		noteName(names.locations, locationId, location);
	}
	return names;
}

function noteName(names: Map<unknown, string>, id: unknown, record: unknown): void {
	const name = (record as IDataObject | undefined)?.name;
	if (typeof name === 'string') names.set(id, name);
}

/**
 * Names are among a device's references where NinjaOne gives them; otherwise in two short lists. Events do not wait for
 * them where NinjaOne does not answer.
 */
export async function readNames(
	connection: Connection,
	devices: readonly IDataObject[],
	warn: Warn,
): Promise<Names> {
	const names = namesIn(devices);
	const fill = async (
		known: Map<unknown, string>,
		key: 'organizationId' | 'locationId',
		endpoint: typeof organizations.list | typeof locations.list,
	) => {
		if (devices.every(({ [key]: id }) => typeof id !== 'number' || known.has(id))) return;
		try {
			for (const row of await rowsFor(connection)(call(endpoint))) noteName(known, row.id, row);
		} catch (error) {
			if (isGeneral(error)) throw asNinjaOneError(error);
			names.isIncomplete = true;
			warn(`events go out without some names. ${asNinjaOneError(error).message}`);
		}
	};
	await Promise.all([
		fill(names.organizations, 'organizationId', organizations.list),
		fill(names.locations, 'locationId', locations.list),
	]);
	return names;
}

/** Whether trouble is not with the names alone: what comes after them would meet it, too. */
const isGeneral = (error: unknown) =>
	!(error instanceof NinjaOneError) || error.status === 401 || error.status === 429;

/** What a device is called, and where it belongs. */
export const placeOf = (
	device: IDataObject | undefined,
	{ organizations, locations }: Names,
): IDataObject => ({
	deviceName: device && deviceName(device),
	organizationId: device?.organizationId ?? undefined,
	organizationName: organizations.get(device?.organizationId),
	locationId: device?.locationId ?? undefined,
	locationName: locations.get(device?.locationId),
});
