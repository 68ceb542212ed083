import type { FastifyRequest } from 'fastify';
import { DeviceIdListSchema, MaintenanceRequestSchema, RebootRequestSchema } from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, checked, found, idOf, pathOf } from '../input';
import { failure } from '../refusal';
import { shortPath } from '../server';
import { decideOn, decommission, reboot, setOwner } from '../state/lifecycle';

/** What is done to a device as a whole. */
export const lifecycleRoutes: Routes = (app, { state }) => {
	const deviceOf = (request: FastifyRequest) => found(state.devices.get(idOf(request)), 'device');
	const userOf = (request: FastifyRequest) => request.access?.userId;

	app.addHook('preHandler', async (request) => {
		if (shortPath(request.originalUrl).startsWith('/v2/')) state.maintenances.settle();
	});

	app.post('/v2/devices/approval/:mode', (request, reply) => {
		const mode = pathOf(request, 'mode');
		if (mode !== 'APPROVE' && mode !== 'REJECT') throw failure(400, `Unknown mode ${mode}`);
		const { devices } = bodyOf(request, DeviceIdListSchema);
		decideOn(state, { ids: devices, mode, userId: userOf(request) });
		return reply.code(204).send();
	});
	app.post('/v2/device/:id/decommission', (request, reply) => {
		decommission(state, deviceOf(request), userOf(request));
		return reply.code(200).send();
	});

	app.post('/v2/device/:id/owner/:ownerUid', (request, reply) => {
		const device = deviceOf(request);
		const uid = pathOf(request, 'ownerUid');
		const isMeant = (user: { uid: string; userType: string }) =>
			user.uid === uid && user.userType === 'END_USER';
		setOwner(state, device, found(state.users.all().find(isMeant), 'end user'), userOf(request));
		return reply.code(204).send();
	});
	app.delete('/v2/device/:id/owner', (request, reply) => {
		setOwner(state, deviceOf(request), undefined, userOf(request));
		return reply.code(204).send();
	});

	app.put('/v2/device/:id/maintenance', (request, reply) => {
		state.maintenances.set(deviceOf(request), bodyOf(request, MaintenanceRequestSchema));
		return reply.code(204).send();
	});
	app.delete('/v2/device/:id/maintenance', (request, reply) => {
		state.maintenances.cancel(deviceOf(request));
		return reply.code(204).send();
	});

	app.post('/v2/device/:id/reboot/:mode', (request, reply) => {
		const device = deviceOf(request);
		const mode = pathOf(request, 'mode');
		if (mode !== 'NORMAL' && mode !== 'FORCED') throw failure(400, `Unknown mode ${mode}`);
		const { reason } = checked(request.body ?? {}, RebootRequestSchema);
		reboot(state, device, reason, userOf(request));
		return reply.code(204).send();
	});

	app.get('/v2/device/:id/policy/overrides', (request) => ({
		overrides: state.policyOverrides.of(deviceOf(request)),
	}));
	app.delete('/v2/device/:id/policy/overrides', (request, reply) => {
		state.policyOverrides.toChange(deviceOf(request)).length = 0;
		return reply.code(204).send();
	});
};
