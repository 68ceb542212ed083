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

/** The rows that a device contributes. */
type RowsOf = (device: DeviceDetailed) => readonly object[];

/** What is known of devices: a report over the fleet, and mostly a list of one device too. */
interface DeviceData {
	/** Prepares one reading. */
	rows(context: Context, query: Query): RowsOf;
	filters?: Filters;
	/** What rows of the report say besides: whose they are, and when they were taken. */
	adds: readonly ('deviceId' | 'timestamp')[];
	/** There is no list of one device. */
	fleetOnly?: boolean;
	/** It ignores the device filter, as NinjaOne does where it does not offer one. */
	unfiltered?: boolean;
}

const both = ['deviceId', 'timestamp'] as const;
const listed = (rows: RowsOf): DeviceData => ({ rows: () => rows, adds: both });
const reported = (rows: RowsOf): DeviceData => ({ ...listed(rows), fleetOnly: true });

const state = { status: equals('status'), type: equals('type') };
const software = {
	...state,
	impact: equals('impact'),
	productIdentifier: equals('productIdentifier'),
};
const tried = { installedAfter: isAfter('installedAt'), installedBefore: isBefore('installedAt') };

const patches = (
	kind: PatchKind,
	list: keyof PatchList<unknown>,
	filters: Filters,
): DeviceData => ({
	rows:
		({ state: { patches: books } }) =>
		(device) =>
			books.of(device)[kind][list],
	filters,
	adds: both,
});

/** By the end of their paths. */
export const deviceData: Readonly<Record<string, DeviceData>> = {
	'operating-systems': reported(({ os }) => (os ? [os] : [])),
	'computer-systems': reported(({ system }) => (system ? [system] : [])),
	'logged-on-users': { ...reported(lastUserOf), adds: ['deviceId'] },
	'network-interfaces': { ...listed(interfacesOf), adds: ['deviceId'] },
	disks: listed(disksOf),
	processors: listed(({ processors = [] }) => processors),
	volumes: {
		rows: (_context, query) => (device) => volumesOf(device, text(query, 'include')),
		adds: both,
	},
	'windows-services': {
		rows:
			({ state: { services } }) =>
			(device) =>
				services.of(device),
		filters: { name: equals('name'), state: equals('state') },
		adds: both,
	},
	'os-patches': patches('os', 'pending', { ...state, severity: equals('severity') }),
	'os-patch-installs': patches('os', 'installs', { status: state.status, ...tried }),
	'software-patches': patches('software', 'pending', software),
	'software-patch-installs': patches('software', 'installs', { ...software, ...tried }),
	software: {
		rows: (context) => {
			const countOf = softwareCounts(context);
			return (device) => softwareOf(device, countOf(device), seedOf(context));
		},
		adds: both,
	},
	'backup/usage': {
		rows: (context) => (device) =>
			backupUsageOf(device, seedOf(context).seed).map((backupUsage) => ({
				...briefDevice(device),
				references: { backupUsage },
			})),
		adds: [],
		fleetOnly: true,
		unfiltered: true,
	},
	'device-health': {
		rows: (context) => {
			const { alerts, jobs, patches: books } = context.state;
			const alertsOf = countsByDevice(alerts.values());
			const jobsOf = countsByDevice(jobs.all());
			return (device) => {
				const facts = { alerts: alertsOf(device), jobs: jobsOf(device), patches: books.of(device) };
				return [healthOf(device, facts, seedOf(context).seed)];
			};
		},
		filters: { health: equals('healthStatus') },
		adds: [],
		fleetOnly: true,
	},
};

/** What rows are made from; `now` is when they were taken. */
export const seedOf = ({ settings: { seed, baseTime } }: Context) => ({
	seed,
	now: baseTime / 1000,
});

function countsByDevice(things: Iterable<{ deviceId: number }>) {
	const counts = new Map<number, number>();
	for (const { deviceId } of things) counts.set(deviceId, (counts.get(deviceId) ?? 0) + 1);
	return ({ id }: DeviceDetailed) => counts.get(id) ?? 0;
}

/** Spreads the rows of software that were ordered evenly over the fleet. */
function softwareCounts({ state: { devices }, settings: { softwareRows } }: Context) {
	const fleet = devices.all().filter(isApproved);
	const places = new Map(fleet.map(({ id }, place) => [id, place]));
	const before = (place: number) => Math.floor((place * softwareRows) / fleet.length);
	return ({ id }: DeviceDetailed) => {
		const place = places.get(id);
		return place === undefined ? 0 : before(place + 1) - before(place);
	};
}
