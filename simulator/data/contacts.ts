import type { Faker } from '@faker-js/faker';
import type { Contact, TicketContact, User } from '../../contracts';
import { firstIds } from './catalog';
import type { OrganizationRecord } from './organizations';
import type { Random } from './random';

/** A contact with what no list of contacts shows. */
export interface ContactRecord extends Contact {
	managerUuid?: string;
}

const contacts = 12;
const jobTitles = ['Accountant', 'Office manager', 'Facility manager', 'Consultant'];

/** People without an account. The first two have the very name of an end user. */
export function seedContacts(
	random: Random,
	faker: Faker,
	cast: { organizations: readonly OrganizationRecord[]; users: readonly User[] },
): Contact[] {
	if (cast.organizations.length === 0) return [];
	const namesake = cast.users.find(({ userType }) => userType === 'END_USER');
	return Array.from({ length: contacts }, (_, at) => {
		const { id, code } = cast.organizations[at % cast.organizations.length];
		const made = { firstName: faker.person.firstName(), lastName: faker.person.lastName() };
		const { firstName, lastName } = at < 2 && namesake ? namesake : made;
		return {
			id: firstIds.contact + at,
			organizationId: id,
			uid: random.uuid(),
			firstName,
			lastName,
			email: `contact${at + 1}@${code.toLowerCase()}.example`,
			phone: faker.phone.number({ style: 'international' }),
			jobTitle: random.pick(jobTitles),
		};
	});
}

/** Users and contacts as tickets know them: the natural id says the number, and gives the order. */
export const ticketContactsOf = (
	users: readonly User[],
	others: readonly Contact[],
): TicketContact[] => [
	...users.map((user) => rowOf(user, user.userType)),
	...others.map((contact) => rowOf(contact, 'CONTACT')),
];

const rowOf = (
	{ id, uid, organizationId, firstName, lastName, email }: User | Contact,
	userType: TicketContact['userType'],
) => ({
	naturalId: String(id),
	uid,
	id,
	...(organizationId && { clientId: organizationId }),
	firstName,
	lastName,
	email,
	userType,
});
