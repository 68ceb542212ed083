import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { DeviceDetailed } from '../../contracts';
import type { Context } from '../context';
import { found, idOf } from '../input';

/** Answers for a device; nothing is answered 204. */
type Act = (device: DeviceDetailed, request: FastifyRequest, reply: FastifyReply) => unknown;

/** Adds routes below the path of a device. */
export const onDevice =
	(app: FastifyInstance, { state }: Context) =>
	(method: HTTPMethods, path: string, act: Act) =>
		app.route({
			method,
			url: `/v2/device/:id${path}`,
			handler: (request, reply) => {
				const device = found(state.devices.get(idOf(request)), 'device');
				return act(device, request, reply) ?? reply.code(204).send();
			},
		});
