import { firstIds, seedPolicies, seedRoles, seedTags, seedGroups } from '../data/catalog';
import { seedCustomFields } from '../data/customFields';
import { type Surroundings, seedDevices } from '../data/devices';
import { seedHistory } from '../data/history';
import { createFaker, seedLocations, seedOrganizations } from '../data/organizations';
import { seedUsers, type UserRecord } from '../data/people';
import { createRandom } from '../data/random';
import { seedScripts } from '../data/scripts';
import { type ContactRecord, seedContacts } from '../data/contacts';
import { seedTicketAttributes, seedTicketForms } from '../data/ticketForms';
import { seedBoards, seedTickets } from '../data/tickets';
import type { Settings } from '../options';
import type { StoredFile } from './files';
import { createTable } from './table';

/** Everything as it is when the simulator starts. Each type of entity draws from a stream of its own. */
export function seed(settings: Settings) {
	const now = Math.floor(settings.baseTime / 1000);
	const random = (stream: string) => createRandom(settings.seed, stream);
	const faker = createFaker(settings.seed, settings.baseTime);

	const organizations = seedOrganizations(random('organizations'), faker, settings.organizations);
	const locations = seedLocations(random('locations'), faker, organizations);
	const users: UserRecord[] = seedUsers(random('users'), faker, organizations);
	const technicians = users.filter(({ userType }) => userType === 'TECHNICIAN');
	const tags = seedTags(random('tags'), now);
	const around: Surroundings = {
		organizations,
		locationsOf: by(locations),
		endUsersOf: by(users),
		tagNames: tags.map(({ name }) => name),
		now,
	};
	const devices = seedDevices(random('devices'), around, settings.devices);
	const ticketAttributes = seedTicketAttributes(random('ticket attributes'));
	const forms = seedTicketForms(ticketAttributes);
	const tickets = seedTickets(random('tickets'), { devices, users, form: forms[0], now });

	const tables = {
		organizations: createTable(organizations),
		locations: createTable(locations),
		/** Detailed rows; the brief lists leave the details out. */
		devices: createTable(devices),
		users: createTable(users),
		contacts: createTable<ContactRecord>(
			seedContacts(random('contacts'), faker, { organizations, users }),
		),
		groups: createTable(seedGroups(now)),
		tags: createTable(tags),
		roles: createTable(seedRoles(now)),
		policies: createTable(seedPolicies(now)),
		scripts: createTable(seedScripts(now)),
		boards: createTable(seedBoards(random('boards'))),
		tickets: createTable(tickets),
		ticketAttributes: createTable(ticketAttributes),
		ticketForms: createTable(forms),
		/** What was uploaded. */
		files: createTable<StoredFile>(),
	};
	return {
		tables,
		customFields: seedCustomFields(random('custom fields'), now),
		...seedHistory(random('history'), { devices, technicians, now }, settings),
		around,
	};
}

export type Tables = ReturnType<typeof seed>['tables'];

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
