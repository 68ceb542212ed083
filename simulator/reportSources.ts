import type { DeviceDetailed } from '../contracts';
import type { Context } from './context';
import { backupUsageOf, disksOf, interfacesOf, lastUserOf, volumesOf } from './data/inventory';
import type { PatchKind, PatchList } from './data/patches';
import type { ReportSeed } from './data/random';
import { healthOf, softwareOf } from './data/reportRows';
import { type Query, text } from './query';
import { briefDevice } from './rows';
import { patchFilters, type RowFilters, serviceFilters } from './rowTests';
import { softwareCounts } from './softwareCounts';

/** The rows that a device contributes to a report. */
type RowsOf = (device: DeviceDetailed) => readonly object[];

export interface ReportSource {
	/** Prepares one reading of the report. */
	rows(context: Context, about: ReportSeed, query: Query): RowsOf;
	filters?: RowFilters;
	/** Whether it ignores the device filter, as NinjaOne does where it does not offer one. */
	wholeFleet?: boolean;
}

/** Says of each row whose it is, and when it was taken. */
const taken = (rowsOf: (context: Context, query: Query) => RowsOf): ReportSource => ({
	rows: (context, { now }, query) => {
		const of = rowsOf(context, query);
		return (device) => of(device).map((row) => ({ ...row, deviceId: device.id, timestamp: now }));
	},
});

/** Rows that do not tell when they were taken. */
const undated = (rowsOf: RowsOf): ReportSource => ({
	rows: () => (device) => rowsOf(device).map((row) => ({ ...row, deviceId: device.id })),
});

const patches = (kind: PatchKind, list: keyof PatchList<unknown>): ReportSource => ({
	...taken(
		({ state }) =>
			(device) =>
				state.patches.of(device)[kind][list],
	),
	filters: patchFilters[kind][list],
});

/** The reports, by the end of their path. */
export const reportSources: Record<string, ReportSource> = {
	'operating-systems': taken(
		() =>
			({ os }) =>
				os ? [os] : [],
	),
	'computer-systems': taken(
		() =>
			({ system }) =>
				system ? [system] : [],
	),
	'network-interfaces': undated(interfacesOf),
	'logged-on-users': undated(lastUserOf),
	disks: taken(() => disksOf),
	volumes: taken((_context, query) => (device) => volumesOf(device, text(query, 'include'))),
	processors: taken(
		() =>
			({ processors = [] }) =>
				processors,
	),
	'windows-services': {
		...taken(
			({ state }) =>
				(device) =>
					state.services.of(device),
		),
		filters: serviceFilters,
	},
	'backup/usage': {
		rows:
			(_context, { seed }) =>
			(device) =>
				backupUsageOf(device, seed).map((backupUsage) => ({
					...briefDevice(device),
					references: { backupUsage },
				})),
		wholeFleet: true,
	},
	'os-patches': patches('os', 'pending'),
	'os-patch-installs': patches('os', 'installs'),
	'software-patches': patches('software', 'pending'),
	'software-patch-installs': patches('software', 'installs'),
	software: {
		rows: (context, about) => {
			const countOf = softwareCounts(context);
			return (device) => softwareOf(device, countOf(device), about);
		},
	},
	'device-health': {
		rows: ({ state }, about) => {
			const alerts = perDevice(state.alerts.values());
			const jobs = perDevice(state.jobs.all());
			return (device) => [
				healthOf(
					device,
					{
						alerts: alerts.get(device.id) ?? 0,
						jobs: jobs.get(device.id) ?? 0,
						patches: state.patches.of(device),
					},
					about,
				),
			];
		},
		filters: { equal: { health: 'healthStatus' } },
	},
};

function perDevice(things: Iterable<{ deviceId: number }>): Map<number, number> {
	const counts = new Map<number, number>();
	for (const { deviceId } of things) counts.set(deviceId, (counts.get(deviceId) ?? 0) + 1);
	return counts;
}
