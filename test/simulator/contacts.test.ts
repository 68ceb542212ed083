import type { Contact, EndUser, TicketContact } from '../../contracts';
import { eachTest } from './client';

const session = eachTest();
const call = <Body>(path: string, method: 'POST' | 'PATCH' | 'DELETE', json?: unknown) =>
	session().call<Body>(path, { method, json });

describe('contacts', () => {
	const wanted = { organizationId: 1, firstName: 'Front', lastName: 'Desk' };

	it('can be made, changed and removed', async () => {
		const { body } = await call<Contact>('/v2/contacts', 'POST', wanted);
		expect(body).toMatchObject(wanted);
		const path = `/v2/contact/${body.id}`;
		const changed = await call<Contact>(path, 'PATCH', { jobTitle: 'Reception' });
		expect(changed.body).toEqual({ ...body, jobTitle: 'Reception' });
		expect(await session().get(path)).toEqual(changed.body);
		expect((await call(path, 'DELETE')).status).toBe(204);
		expect((await session().call(path)).status).toBe(404);
	});

	it('are among the people of ticketing, where names are not unique', async () => {
		const path = '/v2/ticketing/app-user-contact?pageSize=100';
		const people = await session().get<TicketContact[]>(path);
		const contacts = people.filter(({ userType }) => userType === 'CONTACT');
		expect(contacts).toHaveLength(12);
		const [{ firstName, lastName }] = contacts;
		const namesakes = people.filter(
			(one) => one.firstName === firstName && one.lastName === lastName,
		);
		expect(namesakes.map(({ userType }) => userType)).toEqual(['END_USER', 'CONTACT', 'CONTACT']);
	});

	it('are requesters of tickets', async () => {
		const { uid } = await session().get<Contact>('/v2/contact/80001');
		const ticket = { clientId: 1, ticketFormId: 1, subject: 'Call back', status: '1000' };
		const { body } = await call('/v2/ticketing/ticket', 'POST', { ...ticket, requesterUid: uid });
		expect(body).toMatchObject({ requesterUid: uid });
	});
});

describe('users', () => {
	const wanted = {
		organizationId: 1,
		firstName: 'Front',
		lastName: 'Desk',
		email: 'front.desk@example.com',
	};

	it('that are end users can be made, changed and removed, and leave their devices behind', async () => {
		const { body } = await call<EndUser>('/v2/user/end-users', 'POST', wanted);
		expect(body).toMatchObject({ ...wanted, fullPortalAccess: false, assignedDeviceIds: [] });
		const path = `/v2/user/end-user/${body.id}`;
		const changed = await call<EndUser>(path, 'PATCH', { fullPortalAccess: true });
		expect(changed.body).toEqual({ ...body, fullPortalAccess: true });
		await call(`/v2/device/2/owner/${body.uid}`, 'POST');
		expect(await session().get(path)).toMatchObject({ assignedDeviceIds: [2] });
		expect((await call(path, 'DELETE')).status).toBe(204);
		expect((await session().call(path)).status).toBe(404);
		expect(session().simulator.state.devices.get(2)?.assignedOwnerUid).toBeUndefined();
	});

	it('that are end users have an address each', async () => {
		const { email } = await session().get<EndUser>('/v2/user/end-user/5009');
		const json = { ...wanted, email: email.toUpperCase() };
		expect((await call('/v2/user/end-users', 'POST', json)).status).toBe(400);
	});
});
