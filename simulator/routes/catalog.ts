import type { Routes } from '../context';
import { found, idOf, queryOf } from '../input';
import { flag, text } from '../query';
import { groupRow, matchesOf, userRow } from '../rows';

/** Lists that come whole. */
export const catalogRoutes: Routes = (app, { state }) => {
	app.get('/v2/users', (request) => {
		const userType = text(queryOf(request), 'userType');
		const users = state.users.all().filter((user) => !userType || user.userType === userType);
		return users.map(userRow(flag(queryOf(request), 'includeRoles')));
	});
	app.get('/v2/groups', () => state.groups.all().map((group) => groupRow(group, state)));
	app.get('/v2/group/:id/device-ids', (request) =>
		matchesOf(found(state.groups.get(idOf(request)), 'group').filter, state),
	);
	app.get('/v2/tag', () => ({ tags: state.tags.all() }));
	app.get('/v2/roles', () => state.roles.all());
	app.get('/v2/policies', () => state.policies.all());
};
