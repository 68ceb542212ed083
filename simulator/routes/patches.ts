import type { Routes } from '../context';
import { found, idOf, queryOf } from '../input';
import { patchFilters, rowTest } from '../rowTests';
import { startPatching } from '../state/patching';

/** The patches of one device, and what is done about them. */
export const patchRoutes: Routes = (app, { state }) => {
	for (const kind of ['os', 'software'] as const) {
		const reads = [
			{ path: `${kind}-patches`, list: 'pending' },
			{ path: `${kind}-patch-installs`, list: 'installs' },
		] as const;
		for (const { path, list } of reads) {
			app.get(`/v2/device/:id/${path}`, (request) => {
				const device = found(state.devices.get(idOf(request)), 'device');
				const patches: object[] = state.patches.of(device)[kind][list];
				return patches.filter(rowTest(queryOf(request), patchFilters[kind][list]));
			});
		}
		for (const work of ['scan', 'apply'] as const) {
			app.post(`/v2/device/:id/patch/${kind}/${work}`, (request, reply) => {
				const device = found(state.devices.get(idOf(request)), 'device');
				startPatching(state, device, { kind, work }, request.access?.userId);
				return reply.code(204).send();
			});
		}
	}
};
