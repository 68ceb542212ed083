import type { FastifyReply, FastifyRequest } from 'fastify';
import { AlertResetSchema } from '../../contracts';
import type { Routes } from '../context';
import type { AlertRecord } from '../data/alerts';
import { deviceTest, equals, testOf } from '../filters';
import { bodyOf, found, pathOf, queryOf } from '../input';
import { alertRow } from '../rows';
import { onDevice } from './onDevice';

export const alertRoutes: Routes = (app, context) => {
	const { state } = context;
	const rows = (isMeant: (alert: AlertRecord) => boolean) =>
		[...state.alerts.values()].filter(isMeant).flatMap((alert) => alertRow(alert, state) ?? []);
	const reset = (request: FastifyRequest, reply: FastifyReply, data?: Record<string, unknown>) => {
		const by = { userId: request.access?.userId, data };
		found(state.resetAlert(pathOf(request, 'uid'), by) || undefined, 'alert');
		return reply.code(204).send();
	};

	app.get('/v2/alerts', (request) => {
		const isMeant = testOf(queryOf(request), { sourceType: equals('sourceType') });
		const isTheirs = deviceTest(request, state);
		const youngest = state.now() - state.lag.alerts;
		return rows((alert) => alert.createTime <= youngest && isMeant(alert) && isTheirs(alert));
	});
	onDevice(app, context)('GET', '/alerts', ({ id }) => rows(({ deviceId }) => deviceId === id));
	app.delete('/v2/alert/:uid', (request, reply) => reset(request, reply));
	app.post('/v2/alert/:uid/reset', (request, reply) =>
		reset(request, reply, bodyOf(request, AlertResetSchema)),
	);
};
