import { withSimulator } from '../harness/simulated';
import { byId, byName, changesSentTo, ticketRunner } from '../harness/ticketing';

const simulator = withSimulator({ organizations: 3, devices: 20 });
const run = ticketRunner(simulator, 'endUser');
const { users, devices } = simulator.state;
const endUsers = () => users.all().filter(({ userType }) => userType === 'END_USER');

describe('end users', () => {
	it.each([
		['of all organizations', { scope: 'all' }, undefined],
		['of one', { scope: 'organization', organizationId: byName('Corkery - Bosco') }, 2],
	])('%s are listed, with roles where they are wanted', async (_, scope, organization) => {
		const expected = endUsers().filter(
			({ organizationId }) => !organization || organizationId === organization,
		);
		const ids = expected.map(({ id }) => id);
		const plain = await run('getMany', { returnAll: true, ...scope });
		expect(plain.json.map(({ id }) => id)).toEqual(ids);
		expect(plain.json[0]).not.toHaveProperty('roles');
		const withRoles = await run('getMany', { returnAll: true, includeRoles: true, ...scope });
		expect(withRoles.json.map(({ id }) => id)).toEqual(ids);
		expect(withRoles.json[0]).toMatchObject({ roles: ['End User'] });
	});

	it('are created, changed field by field, and deleted', async () => {
		const { json } = await run('create', {
			organizationId: byName('Corkery - Bosco'),
			firstName: 'Front',
			lastName: 'Desk',
			email: 'front.desk@corke.example',
			additionalFields: { phone: '+49 30 1' },
		});
		const id = json[0].id as number;
		const made = { ...users.get(id) };
		expect(made).toMatchObject({ organizationId: 2, invitationStatus: 'EXPIRED' });

		const updateFields = { organization: 'Reichel Group', fullPortalAccess: true };
		await run('update', { endUserId: byName('front desk'), updateFields });
		expect(users.get(id)).toEqual({ ...made, organizationId: 1, fullPortalAccess: true });

		const gone = await run('delete', {
			endUserId: byName('front.desk@corke.example'),
			confirmationEmail: 'Front.Desk@corke.example',
		});
		expect(gone.json).toEqual([{ success: true, deleted: true, endUserId: id }]);
		expect(users.get(id)).toBeUndefined();
	});

	it('have a manager, given by name, email address, ID or UID', async () => {
		const [boss] = users.all();
		const { json } = await run('create', {
			organizationId: byId(1),
			firstName: 'Side',
			lastName: 'Desk',
			email: 'side.desk@reich.example',
			additionalFields: { manager: boss.email.toUpperCase() },
		});
		expect(json).toMatchObject([{ managerUid: boss.uid }]);
		const [one, other] = endUsers();
		for (const [at, manager] of [
			`${one.firstName} ${one.lastName}`,
			String(other.id),
			boss.uid.toUpperCase(),
		].entries()) {
			const updateFields = { manager: `={{ ${JSON.stringify(manager)} }}` };
			const changed = await run('update', { endUserId: byId(json[0].id as number), updateFields });
			expect(changed.json).toMatchObject([{ managerUid: [one.uid, other.uid, boss.uid][at] }]);
		}
		const { error } = await run('update', {
			endUserId: byId(json[0].id as number),
			updateFields: { manager: 'Nobody' },
		});
		expect(error?.message).toMatch(/"Manager Name or ID" is "Nobody"/);
		const got = await run('get', { endUserId: byId(json[0].id as number) });
		expect(got.json).toMatchObject([{ managerUid: boss.uid }]);
	});

	it('are invited where that is asked for', async () => {
		const { json } = await run('create', {
			organizationId: byId(1),
			firstName: 'Back',
			lastName: 'Office',
			email: 'back.office@reich.example',
			sendInvitation: true,
		});
		expect(json).toMatchObject([{ invitationStatus: 'PENDING', fullPortalAccess: false }]);
	});

	it('are found by address, with the devices that are theirs', async () => {
		const [someone] = endUsers();
		const device = devices.all()[1];
		device.assignedOwnerUid = someone.uid;
		const { json } = await run('get', { endUserId: byName(someone.email.toUpperCase()) });
		expect(json).toMatchObject([{ id: someone.id, email: someone.email }]);
		expect(json[0].assignedDeviceIds).toContain(device.id);
	});

	it.each([
		['no address', {}, /"Email Address" is empty.*end user 5009/],
		[
			"somebody else's",
			{ confirmationEmail: 'office@reich.example' },
			/"Email Address" "office@reich.example" is not the address of this end user/,
		],
	])('are not deleted with %s as confirmation', async (_, confirmation, expected) => {
		const { error } = await run('delete', { endUserId: byId(5009), ...confirmation });
		expect(error?.message).toMatch(expected);
		expect(error?.message).not.toContain(users.get(5009)?.email);
		expect(changesSentTo(simulator)).toEqual([]);
	});

	it('are deleted without confirmation only where that is switched off, and not in a dry run', async () => {
		const { id } = endUsers()[1];
		const given = { endUserId: byId(id), demandEmail: false };
		await run('delete', { ...given, options: { dryRun: true } });
		expect(users.get(id)).toBeDefined();
		await run('delete', given);
		expect(users.get(id)).toBeUndefined();
	});

	it('are neither technicians nor unknown', async () => {
		const technician = users.all()[0];
		const { error } = await run('get', { endUserId: byName(technician.email) });
		expect(error?.message).toMatch(/"End User" is .* NinjaOne has nothing of that name/);
	});

	it.each([
		['an address', { email: 'no address' }, /"Email" is not an email address/],
		['some address', { email: '={{ "" }}' }, /"Email" is empty/],
		['a name', { firstName: ' ' }, /"First Name" is empty/],
	])('need %s', async (_, wrong, expected) => {
		const right = { firstName: 'Front', lastName: 'Desk', email: 'desk@reich.example' };
		const { error } = await run('create', { organizationId: byId(1), ...right, ...wrong });
		expect(error?.message).toMatch(expected);
		expect(changesSentTo(simulator)).toEqual([]);
	});

	it('need something to change', async () => {
		const { error } = await run('update', { endUserId: byId(5009), updateFields: {} });
		expect(error?.message).toMatch(/"Update Fields" has no field to change/);
	});
});
