import { ServiceConfigurationSchema, ServiceControlRequestSchema } from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf, pathOf, queryOf } from '../input';
import { rowTest, serviceFilters } from '../rowTests';
import { configureService, controlService } from '../state/services';

/** The Windows services of a device. In the path a service stands by its name. */
export const serviceRoutes: Routes = (app, { state }) => {
	app.get('/v2/device/:id/windows-services', (request) => {
		const device = found(state.devices.get(idOf(request)), 'device');
		return state.services.of(device).filter(rowTest(queryOf(request), serviceFilters));
	});
	app.post('/v2/device/:id/windows-service/:name/control', (request, reply) => {
		const device = found(state.devices.get(idOf(request)), 'device');
		const { action } = bodyOf(request, ServiceControlRequestSchema);
		const name = pathOf(request, 'name');
		controlService(state, device, { name, action, userId: request.access?.userId });
		return reply.code(204).send();
	});
	app.post('/v2/device/:id/windows-service/:name/configure', (request, reply) => {
		const device = found(state.devices.get(idOf(request)), 'device');
		const configuration = bodyOf(request, ServiceConfigurationSchema);
		configureService(state, device, pathOf(request, 'name'), configuration);
		return reply.code(204).send();
	});
};
