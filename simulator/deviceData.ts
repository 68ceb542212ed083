import type { DeviceDetailed } from '../contracts';
import type { Context } from './context';
import {
	backupUsageOf,
	disksOf,
	healthOf,
	interfacesOf,
	lastUserOf,
	softwareOf,
	volumesOf,
} from './data/inventory';
import type { PatchKind, PatchList } from './data/patches';
import { isApproved } from './deviceFilter';
import { equals, type Filters, isAfter, isBefore } from './filters';
import { type Query, text } from './query';
import { briefDevice } from './rows';
import type { State } from './state/state';

type CountOf = (device: DeviceDetailed) => number;

/** One reading of a list or a report. */
interface Reading {
	state: State;
	query: Query;
	seed: number;
	/** When the rows were taken: epoch seconds. */
	now: number;
	/** How many of these a device has; counted when somebody asks. */
	counts: { software(): CountOf; alerts(): CountOf; jobs(): CountOf };
}

/** What is known of devices: a report over the fleet, and mostly a list of one device too. */
interface DeviceData {
	/** The rows that a device contributes. */
	rows(device: DeviceDetailed, reading: Reading): readonly object[];
	filters?: Filters;
	/** What rows of the report say besides: whose they are, and when they were taken. */
	adds: readonly ('deviceId' | 'timestamp')[];
	/** There is no list of one device. */
	fleetOnly?: boolean;
	/** It ignores the device filter, as NinjaOne does where it does not offer one. */
	unfiltered?: boolean;
}

const listed = (rows: DeviceData['rows'], filters?: Filters): DeviceData => ({
	rows,
	filters,
	adds: ['deviceId', 'timestamp'],
});
const reported = (rows: DeviceData['rows']): DeviceData => ({ ...listed(rows), fleetOnly: true });
const patches = (kind: PatchKind, list: keyof PatchList<unknown>, filters: Filters) =>
	listed((device, { state }) => state.patches.of(device)[kind][list], filters);

const either = { status: equals('status'), type: equals('type') };
const product = { impact: equals('impact'), productIdentifier: equals('productIdentifier') };
const software = { ...either, ...product };
const tried = { installedAfter: isAfter('installedAt'), installedBefore: isBefore('installedAt') };

/** By the end of their paths. */
export const deviceData: Readonly<Record<string, DeviceData>> = {
	'operating-systems': reported(({ os }) => (os ? [os] : [])),
	'computer-systems': reported(({ system }) => (system ? [system] : [])),
	'logged-on-users': { ...reported(lastUserOf), adds: ['deviceId'] },
	'network-interfaces': { ...listed(interfacesOf), adds: ['deviceId'] },
	disks: listed(disksOf),
	processors: listed(({ processors = [] }) => processors),
	volumes: listed((device, { query }) => volumesOf(device, text(query, 'include'))),
	'windows-services': listed((device, { state }) => state.services.of(device), {
		name: equals('name'),
		state: equals('state'),
	}),
	'os-patches': patches('os', 'pending', { ...either, severity: equals('severity') }),
	'os-patch-installs': patches('os', 'installs', { status: either.status, ...tried }),
	'software-patches': patches('software', 'pending', software),
	'software-patch-installs': patches('software', 'installs', { ...software, ...tried }),
	software: listed((device, reading) =>
		softwareOf(device, reading.counts.software()(device), reading),
	),
	'backup/usage': {
		rows: (device, { seed }) =>
			backupUsageOf(device, seed).map((backupUsage) => ({
				...briefDevice(device),
				references: { backupUsage },
			})),
		adds: [],
		fleetOnly: true,
		unfiltered: true,
	},
	'device-health': {
		rows(device, { state, counts, seed }) {
			const [alerts, jobs] = [counts.alerts()(device), counts.jobs()(device)];
			return [healthOf(device, { alerts, jobs, patches: state.patches.of(device) }, seed)];
		},
		filters: { health: equals('healthStatus') },
		adds: [],
		fleetOnly: true,
	},
};

export function readingOf({ state, settings }: Context, query: Query): Reading {
	const { seed, baseTime, softwareRows } = settings;
	const counts = {
		software: once(() => spread(softwareRows, state.devices.all().filter(isApproved))),
		alerts: once(() => countsOf(state.alerts.values())),
		jobs: once(() => countsOf(state.jobs.all())),
	};
	return { state, query, seed, now: baseTime / 1000, counts };
}

function once<Value>(make: () => Value): () => Value {
	let made: { value: Value } | undefined;
	return () => (made ??= { value: make() }).value;
}

function countsOf(things: Iterable<{ deviceId: number }>): CountOf {
	const counts = new Map<number, number>();
	for (const { deviceId } of things) counts.set(deviceId, (counts.get(deviceId) ?? 0) + 1);
	return ({ id }) => counts.get(id) ?? 0;
}

/** Spreads so many rows evenly over devices. */
function spread(rows: number, devices: readonly DeviceDetailed[]): CountOf {
	const places = new Map(devices.map(({ id }, place) => [id, place]));
	const before = (place: number) => Math.floor((place * rows) / devices.length);
	return ({ id }) => {
		const place = places.get(id);
		return place === undefined ? 0 : before(place + 1) - before(place);
	};
}
