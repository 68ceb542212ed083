import { type Alert, AlertResetSchema, type Device } from '../../contracts';
import type { Context, Routes } from '../context';
import type { AlertRecord } from '../data/alerts';
import type { DevicePredicate } from '../deviceFilter';
import { bodyOf, filterOf, found, idOf, pathOf, queryOf } from '../input';
import { text } from '../query';
import { missing } from '../refusal';
import { alertRow } from '../rows';

export const alertRoutes: Routes = (app, { state }) => {
	app.get('/v2/alerts', (request) => {
		const sourceType = text(queryOf(request), 'sourceType');
		const test = filterOf(request, state);
		const youngest = state.now() - state.lag.alerts;
		return alertsWhere(
			state,
			(alert) =>
				alert.createTime <= youngest &&
				(sourceType === undefined || alert.sourceType === sourceType) &&
				(!test || passes(test, state.devices.get(alert.deviceId))),
		);
	});
	app.get('/v2/device/:id/alerts', (request) => {
		const { id } = found(state.devices.get(idOf(request)), 'device');
		return alertsWhere(state, ({ deviceId }) => deviceId === id);
	});
	app.delete('/v2/alert/:uid', (request, reply) => {
		const by = { userId: request.access?.userId };
		if (!state.resetAlert(pathOf(request, 'uid'), by)) throw missing('alert');
		return reply.code(204).send();
	});
	app.post('/v2/alert/:uid/reset', (request, reply) => {
		const by = { userId: request.access?.userId, data: bodyOf(request, AlertResetSchema) };
		if (!state.resetAlert(pathOf(request, 'uid'), by)) throw missing('alert');
		return reply.code(204).send();
	});
};

const passes = (test: DevicePredicate, device: Device | undefined) =>
	device !== undefined && test(device);

const alertsWhere = (state: Context['state'], keep: (alert: AlertRecord) => boolean): Alert[] =>
	[...state.alerts.values()].filter(keep).flatMap((alert) => alertRow(alert, state) ?? []);
