import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../../api/connection';
import { defined } from '../../../api/defined';
import { deviceFilterText } from '../../../api/deviceFilter';
import { devices } from '../../../api/endpoints/devices';
import { rowsFor } from '../../../api/list';
import { call } from '../../../api/request';
import { isoTime } from '../../../api/times';
import { deviceName } from '../../../resources/fields/deviceName';
import { idsIn, idsText, noIds, withIds } from '../../events/idSet';
import type { OutputForm } from '../../events/item';
import { readNames, type Names } from '../../events/names';
import type { Look } from './look';
import type { ChangeSettings } from './settings';

/** What is remembered of the fleet: some three characters for each device whose organization counts. */
interface Seen {
	/** Ids of an organization's devices, as text, by the organization's id. */
	places: Record<string, string>;
	/** Ids of devices in maintenance, as text. */
	maintenance: string;
}

/** Compares the devices with what they were at the last look. */
export const lookAtDevices: Look<Seen> = {
	changes: ['deviceMoved', 'maintenanceBegan', 'maintenanceEnded'],
	async run(connection, settings, before, { output, warn }) {
		const rows = await readDevices(connection, settings);
		const seen = seenIn(rows, settings);
		if (!before) return { items: [], seen };
		const changed = changesSince(before, rows, settings);
		return { items: await itemsOf(connection, changed, { output, warn }), seen };
	},
	async example(connection, settings) {
		if (!settings.changes.includes('maintenanceBegan')) return undefined;
		const nobody = { places: {}, maintenance: '' };
		const rows = await readDevices(connection, settings);
		const began = changesSince(nobody, rows, settings).slice(0, 1);
		return (await itemsOf(connection, began, { output: 'simplified', warn: () => undefined }))[0];
	},
};

async function itemsOf(
	connection: Connection,
	changed: readonly Changed[],
	{ output, warn }: { output: OutputForm; warn: (message: string) => void },
): Promise<IDataObject[]> {
	const present = changed.map(({ device }) => device);
	// The organizations that devices have left are among nobody's references.
	const left = changed.flatMap(({ from }) =>
		from === undefined ? [] : [{ organizationId: from }],
	);
	const names = await readNames(connection, [...present, ...left], warn);
	return changed.map(({ event, device, from }) =>
		defined({
			event,
			time: isoTime(Date.now()),
			...aboutDevice(device, names),
			...(event === 'deviceMoved'
				? {
						previousOrganizationId: from,
						previousOrganizationName: names.organizations.get(from),
					}
				: maintenanceOf(device)),
			device: output === 'full' ? device : undefined,
		}),
	);
}

/** The filter by organization is not NinjaOne's here: a device that has left one is looked for, too. */
const readDevices = async (connection: Connection, { classes }: ChangeSettings) =>
	await rowsFor(connection)(
		call(devices.list, { query: { df: deviceFilterText({ classes: [...classes] }) } }),
	);

const idOf = ({ id }: IDataObject) => Number(id);
const statusOf = ({ maintenance }: IDataObject) =>
	(maintenance as IDataObject | null | undefined)?.status;
const isInMaintenance = (device: IDataObject) => statusOf(device) === 'IN_MAINTENANCE';

function seenIn(rows: readonly IDataObject[], { changes }: ChangeSettings): Seen {
	const byOrganization = new Map<string, number[]>();
	for (const row of changes.includes('deviceMoved') ? rows : []) {
		if (typeof row.organizationId !== 'number') continue;
		const key = String(row.organizationId);
		const ids = byOrganization.get(key);
		if (ids) ids.push(idOf(row));
		else byOrganization.set(key, [idOf(row)]);
	}
	return {
		places: Object.fromEntries([...byOrganization].map(([key, ids]) => [key, textOf(ids)])),
		maintenance: textOf(rows.filter(isInMaintenance).map(idOf)),
	};
}

const textOf = (ids: readonly number[]) => idsText(withIds(noIds, ids));

interface Changed {
	event: 'deviceMoved' | 'maintenanceBegan' | 'maintenanceEnded';
	device: IDataObject;
	/** The organization that it was in. */
	from?: number;
}

function changesSince(
	before: Seen,
	rows: readonly IDataObject[],
	{ changes, organizationIds }: ChangeSettings,
): Changed[] {
	const places = placesIn(before);
	const inMaintenance = new Set(idsOf(before.maintenance));
	const isWanted = ({ event, device, from }: Changed) =>
		changes.includes(event) &&
		(organizationIds.length === 0 ||
			[device.organizationId, from].some((id) => organizationIds.includes(Number(id))));
	return rows
		.flatMap((device): Changed[] => {
			const from = places.get(idOf(device));
			const was = inMaintenance.has(idOf(device));
			const is = isInMaintenance(device);
			return [
				...(from !== undefined && from !== device.organizationId
					? [{ event: 'deviceMoved', device, from } as const]
					: []),
				...(is && !was ? [{ event: 'maintenanceBegan', device } as const] : []),
				...(was && !is ? [{ event: 'maintenanceEnded', device } as const] : []),
			];
		})
		.filter(isWanted);
}

/** Organizations by device. */
const placesIn = ({ places }: Seen): Map<number, number> =>
	new Map(
		Object.entries(places).flatMap(([organizationId, text]) =>
			idsOf(text).map((id) => [id, Number(organizationId)] as const),
		),
	);

const idsOf = (text: string): number[] =>
	(idsIn(text) ?? []).flatMap(([first, last]) =>
		Array.from({ length: last - first + 1 }, (_, at) => first + at),
	);

const aboutDevice = (device: IDataObject, names: Names): IDataObject => ({
	deviceId: device.id,
	deviceName: deviceName(device),
	organizationId: device.organizationId,
	organizationName: names.organizations.get(device.organizationId),
	locationId: device.locationId,
	locationName: names.locations.get(device.locationId),
});

function maintenanceOf({ maintenance }: IDataObject): IDataObject {
	const { start, end, reasonMessage } = (maintenance ?? {}) as IDataObject;
	const iso = (seconds: unknown) =>
		typeof seconds === 'number' ? isoTime(seconds * 1000) : undefined;
	return {
		maintenanceStart: iso(start),
		maintenanceEnd: iso(end),
		reason: reasonMessage ?? undefined,
	};
}
