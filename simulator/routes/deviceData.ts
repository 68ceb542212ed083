import type { FastifyRequest } from 'fastify';
import type { Context, Routes } from '../context';
import { lastUserOf } from '../data/inventory';
import { deviceData, seedOf } from '../deviceData';
import { isApproved } from '../deviceFilter';
import { testOf } from '../filters';
import { filterOf, queryOf } from '../input';
import { failure } from '../refusal';
import { createReader } from '../reports';
import { onDevice } from './onDevice';

type Data = (typeof deviceData)[string];

/** What is known of devices: the lists of one device and the reports over the fleet, which have the same rows. */
export const deviceDataRoutes: Routes = (app, context) => {
	const route = onDevice(app, context);
	const read = createReader(() => context.state.now());

	for (const [name, data] of Object.entries(deviceData)) {
		app.get(`/v2/queries/${name}`, (request) => {
			if (name.startsWith('backup/') && !context.settings.hasBackup)
				throw failure(500, 'Internal error');
			return read(queryOf(request), () => reportOf(context, request, data));
		});
		if (data.fleetOnly) continue;
		route('GET', `/${name}`, (device, request) => {
			const query = queryOf(request);
			return data
				.rows(
					context,
					query,
				)(device)
				.filter(testOf(query, data.filters ?? {}));
		});
	}
	route('GET', '/last-logged-on-user', (device) => lastUserOf(device)[0] ?? {});
};

/** Goes through the devices that the filter means, and gives the rows that the report's own filters leave. */
function reportOf(context: Context, request: FastifyRequest, data: Data) {
	const query = queryOf(request);
	const isMeant = (!data.unfiltered && filterOf(request, context.state)) || isApproved;
	const rowsOf = data.rows(context, query);
	const test = testOf(query, data.filters ?? {});
	const { now } = seedOf(context);
	return (function* () {
		for (const device of context.state.devices.after(0)) {
			if (!isMeant(device)) continue;
			const known = { deviceId: device.id, timestamp: now };
			const added = Object.fromEntries(data.adds.map((name) => [name, known[name]]));
			for (const row of rowsOf(device)) if (test(row)) yield { ...row, ...added };
		}
	})();
}
