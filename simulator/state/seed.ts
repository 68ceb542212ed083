import { firstIds, seedPolicies, seedRoles, seedTags } from '../data/catalog';
import { seedCustomFields } from '../data/customFields';
import { type Surroundings, seedDevices } from '../data/devices';
import { seedGroups } from '../data/groups';
import { seedHistory } from '../data/history';
import { createFaker, seedLocations, seedOrganizations } from '../data/organizations';
import { seedUsers } from '../data/people';
import { createRandom } from '../data/random';
import { seedScripts } from '../data/scripts';
import { seedContacts } from '../data/contacts';
import { seedTicketAttributes, seedTicketForms } from '../data/ticketForms';
import { seedBoards, seedTickets } from '../data/tickets';
import type { Settings } from '../options';

/** Everything as it is when the simulator starts. Each kind of entity draws from a stream of its own. */
export function seed(settings: Settings) {
	const now = Math.floor(settings.baseTime / 1000);
	const random = (stream: string) => createRandom(settings.seed, stream);
	const faker = createFaker(settings.seed, settings.baseTime);

	const organizations = seedOrganizations(random('organizations'), faker, settings.organizations);
	const locations = seedLocations(random('locations'), faker, organizations);
	const users = seedUsers(random('users'), faker, organizations);
	const tags = seedTags(random('tags'), now);
	const around: Surroundings = {
		organizations,
		locationsOf: by(locations),
		endUsersOf: by(users),
		tagNames: tags.map(({ name }) => name),
		now,
	};
	const devices = seedDevices(random('devices'), around, settings.devices);
	const technicians = users.filter(({ userType }) => userType === 'TECHNICIAN');
	const history = seedHistory(random('history'), { devices, technicians, now }, settings);
	const ticketAttributes = seedTicketAttributes(random('ticket attributes'), now);
	const ticketForms = seedTicketForms(ticketAttributes, now);
	const details = random('ticket details');

	return {
		around,
		organizations,
		locations,
		users,
		tags,
		devices,
		...history,
		roles: seedRoles(now),
		policies: seedPolicies(now),
		groups: seedGroups(now),
		scripts: seedScripts(now),
		customFields: seedCustomFields(random('custom fields'), now),
		boards: seedBoards(random('boards'), now),
		tickets: seedTickets(random('tickets'), {
			devices,
			users,
			forms: ticketForms,
			details,
			now,
		}),
		ticketAttributes,
		ticketForms,
		contacts: seedContacts(random('contacts'), faker, { organizations, users }),
	};
}

/** The technician in whose name people sign in. */
export const signedInUserId = firstIds.user;

/** Looks rows up by their organization. */
function by<Row extends { organizationId?: number }>(rows: readonly Row[]) {
	const sorted = new Map<number | undefined, Row[]>();
	for (const row of rows) {
		const siblings = sorted.get(row.organizationId);
		if (siblings) siblings.push(row);
		else sorted.set(row.organizationId, [row]);
	}
	return (organizationId: number) => sorted.get(organizationId) ?? [];
}
