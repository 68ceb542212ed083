import type { Faker } from '@faker-js/faker';
import type { User } from '../../contracts';
import { firstIds } from './catalog';
import type { OrganizationRecord } from './organizations';
import type { Random } from './random';

/** A user with what the lists of all users leave out. */
export interface UserRecord extends User {
	fullPortalAccess?: boolean;
}

const technicians = 8;
const endUsersPerOrganization = 4;

/** Technicians first (the very first is the one who signs in), then the end users of each organization. */
export function seedUsers(
	random: Random,
	faker: Faker,
	organizations: readonly OrganizationRecord[],
): User[] {
	const staff = Array.from({ length: technicians }, (_, at) => ({
		...person(random, faker, 'msp.example'),
		userType: 'TECHNICIAN' as const,
		administrator: at < 2,
		permitAllClients: true,
		notifyAllClients: at < 2,
		roles: [at < 2 ? 'System Administrator' : 'Technician'],
	}));
	const customers = organizations.flatMap(({ id, code }) =>
		Array.from({ length: endUsersPerOrganization }, () => ({
			...person(random, faker, `${code.toLowerCase()}.example`),
			userType: 'END_USER' as const,
			organizationId: id,
			roles: ['End User'],
		})),
	);
	return [...staff, ...customers].map((user, at) => ({ id: firstIds.user + at, ...user }));
}

function person(random: Random, faker: Faker, domain: string) {
	const firstName = faker.person.firstName();
	const lastName = faker.person.lastName();
	return {
		uid: random.uuid(),
		firstName,
		lastName,
		email: `${firstName}.${lastName}@${domain}`.toLowerCase().replace(/[^a-z0-9@.]/g, ''),
		phone: faker.phone.number({ style: 'international' }),
		enabled: true,
		mustChangePw: false,
		mfaConfigured: random.chance(0.8),
		invitationStatus: random.chance(0.9) ? ('REGISTERED' as const) : ('PENDING' as const),
	};
}
