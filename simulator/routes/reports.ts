import type { FastifyRequest } from 'fastify';
import type { DeviceDetailed } from '../../contracts';
import type { Context, Routes } from '../context';
import { healthOf, osPatchesOf, type ReportSeed, softwareOf } from '../data/reportRows';
import { isApproved } from '../deviceFilter';
import { filterOf, queryOf } from '../input';
import { text } from '../query';
import { createReader } from '../reports';

/** The rows that a device contributes to a report. */
type RowsOf = (device: DeviceDetailed) => readonly object[];

/** Prepares one reading of a report. */
type Report = (context: Context, about: ReportSeed) => RowsOf;

/** A report with a row for every device that tells this about itself. */
const block =
	(name: 'os' | 'system'): Report =>
	(_context, { now }) =>
	(device) =>
		device[name] ? [{ ...device[name], deviceId: device.id, timestamp: now }] : [];

const reports: Record<string, { rows: Report; filters?: Record<string, string> }> = {
	'operating-systems': { rows: block('os') },
	'computer-systems': { rows: block('system') },
	'os-patches': {
		rows: (_context, about) => (device) => osPatchesOf(device, about),
		filters: { status: 'status', type: 'type', severity: 'severity' },
	},
	software: {
		rows: (context, about) => {
			const countOf = softwareCounts(context);
			return (device) => softwareOf(device, countOf(device), about);
		},
	},
	'device-health': {
		rows: ({ state }, about) => {
			const alerts = new Map<number, number>();
			for (const { deviceId } of state.alerts.values())
				alerts.set(deviceId, (alerts.get(deviceId) ?? 0) + 1);
			return (device) => [healthOf(device, alerts.get(device.id) ?? 0, about)];
		},
		filters: { health: 'healthStatus' },
	},
};

export const reportRoutes: Routes = (app, context) => {
	const { state, settings } = context;
	const read = createReader(() => state.now());
	const about = { seed: settings.seed, now: settings.baseTime / 1000 };

	for (const [name, { rows, filters = {} }] of Object.entries(reports)) {
		app.get(`/v2/queries/${name}`, (request) => {
			const begin = () => walk(context, request, rows(context, about), filters);
			return read(queryOf(request), begin);
		});
	}
};

/** Goes through the devices that the filter means, and gives the rows that the report's own filters leave. */
function walk(
	context: Context,
	request: FastifyRequest,
	rowsOf: RowsOf,
	filters: Record<string, string>,
) {
	const { state } = context;
	const test = filterOf(request, state) ?? isApproved;
	const wanted = Object.entries(filters).flatMap(([parameter, field]) => {
		const value = text(queryOf(request), parameter);
		return value === undefined ? [] : [{ field, value }];
	});
	const keep = (row: object) => wanted.every(({ field, value }) => row[field as never] === value);
	return (function* () {
		for (const device of state.devices.after(0)) {
			if (test(device)) yield* rowsOf(device).filter(keep);
		}
	})();
}

/** Spreads the rows that were ordered evenly over the fleet. */
function softwareCounts({ state, settings: { softwareRows } }: Context) {
	const fleet = state.devices.all().filter(isApproved);
	const places = new Map(fleet.map(({ id }, place) => [id, place]));
	const before = (place: number) => Math.floor((place * softwareRows) / fleet.length);
	return ({ id }: DeviceDetailed) => {
		const place = places.get(id);
		return place === undefined ? 0 : before(place + 1) - before(place);
	};
}
