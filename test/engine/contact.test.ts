import { withSimulator } from '../harness/simulated';
import { byId, byName, changesSentTo, ticketRunner } from '../harness/ticketing';

const simulator = withSimulator({ organizations: 3, devices: 20 });
const run = ticketRunner(simulator, 'contact');
const { contacts } = simulator.state;

describe('contacts', () => {
	it('are listed, of all organizations or of some', async () => {
		const all = await run('getMany', { returnAll: true });
		expect(all.json).toHaveLength(contacts.all().length);
		const some = await run('getMany', { returnAll: true, filters: { organizationIds: [2] } });
		expect(some.json).toEqual(contacts.all().filter(({ organizationId }) => organizationId === 2));
	});

	it('are created, changed field by field, and deleted', async () => {
		const { json } = await run('create', {
			organizationId: byName('Corkery - Bosco'),
			firstName: 'Ann',
			lastName: 'Example',
			additionalFields: { email: 'ann@example.com', phone: '+49 30 1' },
		});
		const id = json[0].id as number;
		const made = { ...contacts.get(id) };
		expect(made).toMatchObject({ organizationId: 2, firstName: 'Ann', email: 'ann@example.com' });

		const updateFields = { jobTitle: 'Accountant', organization: 'Reichel Group' };
		await run('update', { contactId: byName('ann example'), updateFields });
		expect(contacts.get(id)).toEqual({ ...made, jobTitle: 'Accountant', organizationId: 1 });

		const found = await run('get', { contactId: byName('ANN@example.com') });
		expect(found.json).toEqual([contacts.get(id)]);

		const gone = await run('delete', { contactId: byId(id) });
		expect(gone.json).toEqual([{ success: true, deleted: true, contactId: id }]);
		expect(contacts.get(id)).toBeUndefined();
	});

	it('are created with a manager, who is a user', async () => {
		const [boss] = simulator.state.users.all();
		const { json } = await run('create', {
			organizationId: byId(1),
			firstName: 'Bob',
			lastName: 'Example',
			additionalFields: { manager: `${boss.firstName} ${boss.lastName}` },
		});
		expect(contacts.get(Number(json[0].id))?.managerUuid).toBe(boss.uid);
	});

	it('of one name are told apart by address, and none is deleted', async () => {
		const { error } = await run('delete', { contactId: byName('Brando Lakin') });
		expect(error?.message).toMatch(
			/"Contact" is "Brando Lakin", and NinjaOne has 2 of that name: .*contact1@.*organization 1.*contact2@/,
		);
		expect(changesSentTo(simulator)).toEqual([]);
	});

	it.each([
		['an address', { email: 'no address' }, /"Email" is not an email address/],
		['a short job title', { jobTitle: 'x'.repeat(151) }, /"Job Title" has 151 characters/],
		['something to change', {}, /"Update Fields" has no field to change/],
		['an organization', { organization: 'Nowhere' }, /"Organization Name or ID" is "Nowhere"/],
	])('need %s', async (_, updateFields, expected) => {
		const { error } = await run('update', { contactId: byId(80003), updateFields });
		expect(error?.message).toMatch(expected);
		expect(changesSentTo(simulator)).toEqual([]);
	});
});
