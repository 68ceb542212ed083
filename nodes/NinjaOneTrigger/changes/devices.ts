import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../../api/defined';
import { deviceFilterText } from '../../../api/deviceFilter';
import { devices } from '../../../api/endpoints/devices';
import { rowsFor } from '../../../api/list';
import { call } from '../../../api/request';
import { isoTime } from '../../../api/times';
import { idsIn, idsText, noIds, withIds } from '../../events/idSet';
import type { OutputForm } from '../../events/item';
import { placeOf, readNames } from '../../events/names';
import type { Poll } from '../settings';
import type { ListComparison } from './listComparison';
import type { ChangeSettings } from './settings';

/** What is remembered of the fleet: some three characters for each device whose organization counts. */
interface Seen {
	/** Ids of an organization's devices, as text, by the organization's id. */
	places: Record<string, string>;
	/** Ids of devices in maintenance, as text. */
	maintenance: string;
}

/** Compares the devices with what they were at the last look. */
export const deviceComparison: ListComparison<Seen> = {
	changes: ['deviceMoved', 'maintenanceBegan', 'maintenanceEnded'],
	async compare(poll, before) {
		const { changes, output } = poll.settings;
		const rows = await readDevices(poll);
		const changed = before ? changesSince(before, rows, changes) : [];
		return { items: await itemsOf(poll, changed, output), seen: seenIn(rows, changes) };
	},
	async example(poll) {
		const { changes } = poll.settings;
		if (!changes.changes.includes('maintenanceBegan')) return undefined;
		const nothing = { places: {}, maintenance: '' };
		const began = changesSince(nothing, await readDevices(poll), changes).slice(0, 1);
		return (await itemsOf(poll, began, 'simplified'))[0];
	},
};

async function itemsOf(
	{ connection, warn }: Poll,
	changed: readonly Changed[],
	output: OutputForm,
): Promise<IDataObject[]> {
	// The organizations that devices have left are among nobody's references.
	const places = changed.flatMap(({ device, from }) => [device, { organizationId: from }]);
	const names = await readNames(connection, places, warn);
	return changed.map(({ event, device, from }) =>
		defined({
			event,
			time: isoTime(Date.now()),
			deviceId: device.id,
			...placeOf(device, names),
			previousOrganizationId: from,
			previousOrganizationName: from === undefined ? undefined : names.organizations.get(from),
			...(event === 'deviceMoved' ? {} : maintenanceOf(device)),
			device: output === 'full' ? device : undefined,
		}),
	);
}

/** The filter by organization is not NinjaOne's here: a device that has left one is looked for, too. */
async function readDevices({ connection, settings }: Poll): Promise<IDataObject[]> {
	const df = deviceFilterText({ classes: [...settings.changes.classes] });
	return await rowsFor(connection)(call(devices.list, { query: { df } }));
}

const idOf = ({ id }: IDataObject) => Number(id);
const isInMaintenance = ({ maintenance }: IDataObject) =>
	(maintenance as IDataObject | undefined)?.status === 'IN_MAINTENANCE';

function seenIn(rows: readonly IDataObject[], { changes }: ChangeSettings): Seen {
	const ids: Record<string, number[]> = {};
	for (const row of changes.includes('deviceMoved') ? rows : []) {
		if (typeof row.organizationId === 'number') (ids[row.organizationId] ??= []).push(idOf(row));
	}
	return {
		places: Object.fromEntries(Object.entries(ids).map(([key, each]) => [key, textOf(each)])),
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
	const organizations = new Map(
		Object.entries(before.places).flatMap(([organizationId, text]) =>
			idsOf(text).map((id) => [id, Number(organizationId)] as const),
		),
	);
	const inMaintenance = new Set(idsOf(before.maintenance));
	const isWanted = ({ event, device, from }: Changed) =>
		changes.includes(event) &&
		(organizationIds.length === 0 ||
			[device.organizationId, from].some((id) => organizationIds.includes(Number(id))));
	return rows
		.flatMap((device): Changed[] => {
			const from = organizations.get(idOf(device));
			const was = inMaintenance.has(idOf(device));
			const is = isInMaintenance(device);
			const hasMoved = from !== undefined && from !== device.organizationId;
			return [
				...(hasMoved ? [{ event: 'deviceMoved', device, from } as const] : []),
				...(is && !was ? [{ event: 'maintenanceBegan', device } as const] : []),
				...(was && !is ? [{ event: 'maintenanceEnded', device } as const] : []),
			];
		})
		.filter(isWanted);
}

const idsOf = (text: string): number[] =>
	(idsIn(text) ?? []).flatMap(([first, last]) =>
		Array.from({ length: last - first + 1 }, (_, at) => first + at),
	);

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
