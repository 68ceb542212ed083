import type { Routes } from '../context';
import { found, idOf, queryOf } from '../input';
import { organizationFilter } from '../organizationFilter';
import { idPage } from '../paging';
import type { Query } from '../query';
import { briefDevice, briefOrganization, detailedOrganization, locationsOf } from '../rows';

export const organizationRoutes: Routes = (app, { state }) => {
	const { organizations, locations, devices } = state;

	const pageOf = (query: Query) => idPage(organizations, query, organizationFilter(query, state));

	app.get('/v2/organizations', (request) => pageOf(queryOf(request)).map(briefOrganization));
	app.get('/v2/organizations-detailed', (request) =>
		pageOf(queryOf(request)).map((row) => detailedOrganization(row, state)),
	);
	app.get('/v2/organization/:id', (request) =>
		detailedOrganization(found(organizations.get(idOf(request)), 'organization'), state),
	);
	app.get('/v2/organization/:id/locations', (request) =>
		locationsOf(found(organizations.get(idOf(request)), 'organization').id, state),
	);
	app.get('/v2/organization/:id/devices', (request) => {
		const { id } = found(organizations.get(idOf(request)), 'organization');
		const isTheirs = (device: { organizationId: number }) => device.organizationId === id;
		return idPage(devices, queryOf(request), isTheirs).map(briefDevice);
	});
	app.get('/v2/locations', (request) => idPage(locations, queryOf(request)));
};
