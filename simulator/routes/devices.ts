import type { FastifyRequest } from 'fastify';
import { type DeviceDetailed, DevicePatchSchema } from '../../contracts';
import type { Routes } from '../context';
import { isApproved } from '../deviceFilter';
import { bodyOf, filterOf, found, idOf, queryOf } from '../input';
import { idPage } from '../paging';
import { briefDevice, deviceAlone } from '../rows';
import { integer, text } from '../query';
import { searchDevices } from '../search';
import { changeDevice } from '../state/changes';

/** Seconds for which a link into the console is good. */
const linkLife = 600;

export const deviceRoutes: Routes = (app, { state }) => {
	const { devices } = state;

	/** The filter of a list; what is younger than its lag is not in it. */
	const listed = (request: FastifyRequest) => {
		const test = filterOf(request, state) ?? isApproved;
		const youngest = state.now() - state.lag.devices;
		return (device: DeviceDetailed) => device.created <= youngest && test(device);
	};

	app.get('/v2/devices', (request) =>
		idPage(devices, queryOf(request), listed(request)).map(briefDevice),
	);
	app.get('/v2/devices-detailed', (request) => idPage(devices, queryOf(request), listed(request)));
	app.get('/v2/devices/search', (request) => {
		const query = queryOf(request);
		return searchDevices(
			devices.all(),
			text(query, 'q') ?? '',
			integer(query, 'limit', { least: 1 }),
		);
	});
	app.get('/v2/device/:id', (request) =>
		deviceAlone(found(devices.get(idOf(request)), 'device'), state),
	);
	app.patch('/v2/device/:id', (request, reply) => {
		const device = found(devices.get(idOf(request)), 'device');
		changeDevice(state, device, bodyOf(request, DevicePatchSchema), request.access?.userId);
		return reply.code(204).send();
	});
	app.get('/v2/device/:id/dashboard-url', (request) => {
		const { id } = found(devices.get(idOf(request)), 'device');
		const url = `${request.protocol}://${request.host}/#/deviceDashboard/${id}/overview`;
		return { url, expires: state.now() + linkLife };
	});
};
