import { en, Faker } from '@faker-js/faker';
import type { LocationInList, Organization, PolicyAssignment } from '../../contracts';
import { firstIds, roles } from './catalog';
import type { Random } from './random';

/** An organization with what only its detailed form shows; its locations are a table of their own. */
export interface OrganizationRecord extends Organization {
	policies: PolicyAssignment[];
	/** Begins the names of its devices, such as ACME. */
	code: string;
}

/** A faker that says the same on every run. */
export function createFaker(seed: number, baseTime: number): Faker {
	const faker = new Faker({ locale: en, seed });
	faker.setDefaultRefDate(new Date(baseTime));
	return faker;
}

export function seedOrganizations(
	random: Random,
	faker: Faker,
	count: number,
): OrganizationRecord[] {
	const names = new Set<string>();
	while (names.size < count) names.add(faker.company.name());
	return [...names].map((name, at) => ({
		id: at + 1,
		name,
		description: faker.company.catchPhrase(),
		nodeApprovalMode: random.chance(0.2) ? 'MANUAL' : 'AUTOMATIC',
		policies: policiesFor(random.chance(0.25)),
		code: codeOf(name),
	}));
}

const policiesFor = (critical: boolean): PolicyAssignment[] =>
	roles.map(({ id, policyId }) => ({ nodeRoleId: id, policyId: policyId + Number(critical) }));

const codeOf = (name: string) =>
	name
		.replace(/[^a-z]/gi, '')
		.slice(0, 5)
		.toUpperCase();

/** One to four locations an organization. */
export function seedLocations(
	random: Random,
	faker: Faker,
	organizations: readonly OrganizationRecord[],
): LocationInList[] {
	const placed = organizations.flatMap(({ id }) =>
		Array.from({ length: random.integer(1, 4) }, (_, at) => ({
			organizationId: id,
			main: at === 0,
		})),
	);
	return placed.map(({ organizationId, main }, at) => {
		const city = faker.location.city();
		return {
			id: firstIds.location + at,
			name: main ? 'Main Office' : `${city} Office`,
			address: `${faker.location.streetAddress()}, ${city}`,
			description: `Office in ${city}`,
			organizationId,
		};
	});
}
