import { CustomFieldValuesSchema } from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf } from '../input';
import { failure } from '../refusal';

/** The values of a device's custom fields. What its location and organization have is not mixed in. */
export const fieldValueRoutes: Routes = (app, { state }) => {
	app.get('/v2/device/:id/custom-fields', (request) =>
		state.fieldValues.readable(found(state.devices.get(idOf(request)), 'device').id),
	);
	app.patch('/v2/device/:id/custom-fields', (request, reply) => {
		const { id } = found(state.devices.get(idOf(request)), 'device');
		const values = bodyOf(request, CustomFieldValuesSchema);
		const problem = state.fieldValues.write(id, values, 'apiPermission');
		if (problem) throw failure(400, problem);
		return reply.code(204).send();
	});
};
