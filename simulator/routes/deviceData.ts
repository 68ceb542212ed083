import type { Context, Routes } from '../context';
import { lastUserOf } from '../data/inventory';
import { deviceData, readingOf } from '../deviceData';
import { isApproved } from '../deviceFilter';
import { testOf } from '../filters';
import { filterOf } from '../input';
import { failure } from '../refusal';
import { createReader } from '../reports';
import { type AnyCall, serve } from '../serve';
import { deviceOf } from './devices';

type Data = (typeof deviceData)[string];

/** What is known of devices: the lists of one device and the reports over the fleet, which have the same rows. */
export const deviceDataRoutes: Routes = (app, context) => {
	const read = createReader(() => context.state.now());

	for (const [name, data] of Object.entries(deviceData)) {
		serve(app, {
			[`GET /v2/queries/${name}`](call: AnyCall) {
				if (name.startsWith('backup/') && !context.settings.hasBackup)
					throw failure(500, 'Internal error');
				return read(call.query, () => reportOf(context, call, data));
			},
			...(!data.fleetOnly && {
				[`GET /v2/device/{id}/${name}`](call: AnyCall) {
					const rows = data.rows(deviceOf(context, call), readingOf(context, call.query));
					return rows.filter(testOf(call.query, data.filters ?? {}));
				},
			}),
		});
	}
	serve(app, {
		'GET /v2/device/{id}/last-logged-on-user': (call) =>
			lastUserOf(deviceOf(context, call))[0] ?? {},
	});
};

/** Goes through the devices that the filter means, and gives the rows that the report's own filters leave. */
function reportOf(context: Context, { query, request }: AnyCall, data: Data) {
	const isMeant = (!data.unfiltered && filterOf(request, context.state)) || isApproved;
	const reading = readingOf(context, query);
	const test = testOf(query, data.filters ?? {});
	return (function* () {
		for (const device of context.state.devices.after(0)) {
			if (!isMeant(device)) continue;
			const known = { deviceId: device.id, timestamp: reading.now };
			const added = Object.fromEntries(data.adds.map((name) => [name, known[name]]));
			for (const row of data.rows(device, reading)) if (test(row)) yield { ...row, ...added };
		}
	})();
}
