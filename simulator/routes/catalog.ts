import type { Routes } from '../context';
import { serve } from '../serve';

/** Lists that come whole. */
export const catalogRoutes: Routes = (app, { state }) => {
	serve(app, {
		'GET /v2/tag': () => ({ tags: state.tags.all() }),
		'GET /v2/roles': () => state.roles.all(),
		'GET /v2/policies': () => state.policies.all(),
	});
};
