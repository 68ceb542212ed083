import { collection } from '../collection';
import type { Routes } from '../context';
import { organizationFilter } from '../organizationFilter';
import { idPage } from '../paging';
import {
	briefDevice,
	briefOrganization,
	detailedOrganization,
	groupRow,
	locationsOf,
	matchesOf,
} from '../rows';
import { serve } from '../serve';

export const organizationRoutes: Routes = (app, { state }) => {
	const { devices, groups, locations, organizations: table } = state;
	const options = {
		name: 'organization',
		table,
		paged: true,
		filters: { of: organizationFilter(state) },
	};
	const brief = collection({ ...options, row: briefOrganization });
	const organizations = collection({ ...options, row: (one) => detailedOrganization(one, state) });
	const searches = collection({
		name: 'group',
		table: groups,
		row: (group) => groupRow(group, state),
	});

	serve(app, {
		'GET /v2/organizations': brief.list,
		'GET /v2/organizations-detailed': organizations.list,
		'GET /v2/organization/{id}': organizations.get,
		'GET /v2/organization/{id}/locations': (call) => locationsOf(organizations.one(call).id, state),
		'GET /v2/organization/{id}/devices'(call) {
			const { id } = organizations.one(call);
			const isTheirs = (device: { organizationId: number }) => device.organizationId === id;
			return idPage(devices, call.query, isTheirs).map(briefDevice);
		},
		'GET /v2/locations': ({ query }) => idPage(locations, query),
		'GET /v2/groups': searches.list,
		'GET /v2/group/{id}/device-ids': (call) => matchesOf(searches.one(call).filter, state),
	});
};
