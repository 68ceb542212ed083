import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { boundedIdsText, hasId, idsIn, noIds, withIds, withoutIds } from './idSet';

/** What has to be known from earlier activities. All of it is bounded; the oldest entries go first. */
export interface Memory {
	/** Devices that were emitted as new, as an id set's text: neither creation nor approval emits them again. */
	joined: string;
	/** Alerts of agents that are offline, shortened: how their end is recognised. */
	offline: string[];
	/** What was emitted as active at the beginning, shortened: its activity may be on its way. */
	active: string[];
	/** Conditions by the source type of their alerts, shortened: known of alerts that are gone by now. */
	conditions: Record<string, string[]>;
	/** Devices as they were last seen: id, organization, location and class, for the time after they are deleted. */
	devices: DeviceSeen[];
}

type DeviceSeen = [
	id: number,
	organizationId: number | null,
	locationId: number | null,
	nodeClass: string | null,
];

export const emptyMemory = (): Memory => ({
	joined: '',
	offline: [],
	active: [],
	conditions: {},
	devices: [],
});

/** Entries that each list keeps, and characters of the devices that joined: some 15 kB at most in all. */
const most = { alerts: 400, conditions: 200, devices: 150, joined: 3_000 };

/** Notes an entry as the newest one. */
export function note(list: string[], entry: string): void {
	forget(list, entry);
	list.push(entry);
	if (list.length > most.alerts) list.shift();
}

export function forget(list: string[], entry: string): void {
	const at = list.indexOf(entry);
	if (at >= 0) list.splice(at, 1);
}

/** Whether a device was emitted as new. */
export const hasJoined = (memory: Memory, id: number): boolean => hasId(joinedIn(memory), id);

/** Notes that a device was emitted as new; once its other activity has come, too, it takes no room any more. */
export function noteJoined(memory: Memory, id: number, isNew: boolean): void {
	const ids = (isNew ? withIds : withoutIds)(joinedIn(memory), [id]);
	memory.joined = boundedIdsText(ids, most.joined);
}

const joinedIn = ({ joined }: Memory) => idsIn(joined) ?? noIds;

/** Whether it was emitted as active at the beginning. */
export const wasActive = ({ active }: Memory, activity: IDataObject): boolean =>
	active.includes(seriesOf(activity));

/** Notes what an alert's source type is, by the condition that raised it. */
export function noteCondition(memory: Memory, condition: string, sourceType: string): void {
	const known = (memory.conditions[sourceType] ??= []);
	forget(known, condition);
	known.push(condition);
	const all = Object.values(memory.conditions);
	if (all.reduce((sum, { length }) => sum + length, 0) > most.conditions) {
		all.reduce((a, b) => (b.length > a.length ? b : a)).shift();
	}
}

/** The source type of a condition's alerts; undefined where it has raised none that was seen. */
export const sourceTypeOfCondition = ({ conditions }: Memory, condition: string) =>
	Object.keys(conditions).find((sourceType) => conditions[sourceType].includes(condition));

/** Devices as they were last seen. */
export const devicesIn = ({ devices }: Memory): IDataObject[] =>
	devices.map(([id, organizationId, locationId, nodeClass]) => ({
		id,
		organizationId,
		locationId,
		nodeClass,
	}));

/** Notes where devices are. */
export function noteDevices(memory: Memory, devices: readonly IDataObject[]): void {
	const seen = new Map(memory.devices.map((device) => [device[0], device]));
	const idOf = (value: unknown) => (typeof value === 'number' ? value : null);
	for (const { id, organizationId, locationId, nodeClass } of devices) {
		seen.delete(Number(id));
		const type = typeof nodeClass === 'string' ? nodeClass : null;
		seen.set(Number(id), [Number(id), idOf(organizationId), idOf(locationId), type]);
	}
	memory.devices = [...seen.values()].slice(-most.devices);
}

/** A UID in a few characters that depend on all of it: UIDs that are ordered by time begin alike. */
export const short = (uid: unknown, length = 8) =>
	createHash('sha256').update(String(uid)).digest('base64url').slice(0, length);

/** What the activities of one alert have in common; those of a device that joins have no UID. */
export const seriesOf = ({ seriesUid, deviceId }: IDataObject) =>
	short(seriesUid ?? `device ${String(deviceId)}`);

/** Reads a memory as it was kept; what does not look like one is begun anew. */
export function readMemory(kept: unknown): Memory {
	const { joined, offline, active, conditions, devices } = (kept ?? {}) as IDataObject;
	const memory: Memory = {
		joined: boundedIdsText(idsIn(joined) ?? noIds, most.joined),
		offline: texts(offline).slice(-most.alerts),
		active: texts(active).slice(-most.alerts),
		conditions: {},
		devices: (Array.isArray(devices) ? devices : []).filter(isDevice).slice(-most.devices),
	};
	for (const [sourceType, known] of Object.entries((conditions ?? {}) as IDataObject)) {
		for (const condition of texts(known)) noteCondition(memory, condition, sourceType);
	}
	return memory;
}

const texts = (list: unknown): string[] =>
	Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
const isDevice = (entry: unknown): entry is DeviceSeen =>
	Array.isArray(entry) && entry.length === 4 && Number.isSafeInteger(entry[0]);
