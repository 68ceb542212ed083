import type { Routes } from '../context';
import { found, idOf, queryOf } from '../input';
import { infoPage } from '../paging';
import { flag, text } from '../query';
import { relationshipTypes } from '../data/relationships';
import { groupRow, matchesOf, userRow } from '../rows';

/** Lists that come whole, and asset relationships. */
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
	app.get('/v2/noderole/list', () => state.roles.all());
	app.get('/v2/policies', () => state.policies.all());

	app.get('/v2/itam/asset-relationship/types', () => relationshipTypes);
	app.get('/v2/itam/asset-relationship/relations', (request) =>
		infoPage(state.relationships.all(), queryOf(request)),
	);
};
