import type { FastifyRequest } from 'fastify';
import type { DeviceDetailed } from '../../contracts';
import type { Routes } from '../context';
import { disksOf, interfacesOf, lastUserOf, volumesOf } from '../data/inventory';
import { softwareOf } from '../data/reportRows';
import { found, idOf, queryOf } from '../input';
import { text } from '../query';
import { softwareCounts } from '../softwareCounts';

/** What is in one device: the same facts as in the reports, without whose they are and when they were taken. */
export const inventoryRoutes: Routes = (app, context) => {
	const { state, settings } = context;
	const about = { seed: settings.seed, now: settings.baseTime / 1000 };

	const reads: Record<string, (device: DeviceDetailed, request: FastifyRequest) => object> = {
		disks: disksOf,
		volumes: (device, request) => volumesOf(device, text(queryOf(request), 'include')),
		processors: ({ processors = [] }) => processors,
		'network-interfaces': interfacesOf,
		'last-logged-on-user': (device) => lastUserOf(device)[0] ?? {},
		software: (device) =>
			softwareOf(device, softwareCounts(context)(device), about).map((row) => ({
				...row,
				deviceId: undefined,
				timestamp: undefined,
			})),
	};
	for (const [name, read] of Object.entries(reads)) {
		app.get(`/v2/device/:id/${name}`, (request) =>
			read(found(state.devices.get(idOf(request)), 'device'), request),
		);
	}
};
