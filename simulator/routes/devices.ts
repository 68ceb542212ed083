import type { FastifyRequest } from 'fastify';
import { type DeviceDetailed, DevicePatchSchema } from '../../contracts';
import type { Routes } from '../context';
import { isApproved } from '../deviceFilter';
import { bodyOf, filterOf, queryOf } from '../input';
import { idPage } from '../paging';
import { integer, text } from '../query';
import { briefDevice, deviceAlone } from '../rows';
import { searchDevices } from '../search';
import { updateDevice } from '../state/deviceUpdate';
import { onDevice } from './onDevice';

/** Seconds for which a link into the console is good. */
const linkLife = 600;

export const deviceRoutes: Routes = (app, context) => {
	const { state } = context;
	const { devices } = state;
	const route = onDevice(app, context);

	/** A page of a list; what is younger than its lag is not in it. */
	const page = (request: FastifyRequest) => {
		const test = filterOf(request, state) ?? isApproved;
		const youngest = state.now() - state.lag.devices;
		const isListed = (device: DeviceDetailed) => device.created <= youngest && test(device);
		return idPage(devices, queryOf(request), isListed);
	};

	app.get('/v2/devices', (request) => page(request).map(briefDevice));
	app.get('/v2/devices-detailed', page);
	app.get('/v2/devices/search', (request) => {
		const query = queryOf(request);
		const limit = integer(query, 'limit', { least: 1 });
		return searchDevices(devices.all(), text(query, 'q') ?? '', limit);
	});
	route('GET', '', (device) => deviceAlone(device, state));
	route('PATCH', '', (device, request) =>
		updateDevice(state, device, bodyOf(request, DevicePatchSchema), request.access?.userId),
	);
	route('GET', '/dashboard-url', ({ id }, request) => ({
		url: `${request.protocol}://${request.host}/#/deviceDashboard/${id}/overview`,
		expires: state.now() + linkLife,
	}));
};
