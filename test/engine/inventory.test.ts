import type { INodeParameters } from 'n8n-workflow';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 5000 });

const withoutBackup = withSimulator({ devices: 5, organizations: 1, hasBackup: false });

const inventory = async (
	filters = {},
	on = simulator,
	howMuch: INodeParameters = { returnAll: true },
) =>
	await runNode({
		parameters: { resource: 'device', operation: 'getInventory', filters, ...howMuch },
		credential: credentialFor(on),
	});

describe('Get Inventory', () => {
	it('of 5,000 devices makes fewer than 60 requests, none of them for a single device', async () => {
		const { json, error } = await inventory();
		expect(error).toBeUndefined();
		const approved = simulator.state.devices
			.all()
			.filter(({ approvalStatus }) => approvalStatus === 'APPROVED');
		expect(json.map(({ id }) => id)).toEqual(approved.map(({ id }) => id));
		const requests = simulator.requests.matching({ path: /^\/v2\// });
		expect(requests.length).toBeLessThan(60);
		expect(requests.filter(({ path }) => /\/device\/\d/.test(path))).toEqual([]);
	});

	it('ends at the Limit, which is 50, and says that there are more', async () => {
		const { json, hints } = await inventory({}, simulator, {});
		expect(json).toHaveLength(50);
		expect(json[0]).toMatchObject({ organizationName: expect.any(String) });
		expect(hints).toMatchObject([
			{ message: expect.stringMatching(/more records than the Limit/) },
		]);
		const few = await inventory({ deviceIds: '1,2' }, simulator, { limit: 2 });
		expect(few.json).toHaveLength(2);
		expect(few.hints).toEqual([]);
	});

	it('has what an asset system imports, joined by name', async () => {
		const { json } = await inventory({ organizationIds: [2], classes: ['WINDOWS_SERVER'] });
		expect(json.length).toBeGreaterThan(0);
		const [row] = json;
		const device = simulator.state.devices.get(Number(row.id));
		const organization = simulator.state.organizations.get(2);
		expect(row).toMatchObject({
			hostName: device?.systemName,
			nodeClass: 'WINDOWS_SERVER',
			os: expect.any(String),
			manufacturer: expect.any(String),
			model: expect.any(String),
			serialNumber: expect.any(String),
			ipAddresses: expect.any(Array),
			macAddresses: expect.any(Array),
			online: !device?.offline,
			lastContact: device?.lastContact,
			organizationName: organization?.name,
			locationName: expect.any(String),
		});
		const columns = ['lastLoggedOnUser', 'assignedOwner', 'backupUsageBytes', 'warrantyEnd'];
		columns.push('manufacturerFulfillmentDate');
		for (const column of columns) {
			const known = json.filter((each) => each[column] !== null);
			expect([column, known.length > 0]).toEqual([column, true]);
		}
	});

	it('has the machine of a VMware host, whose facts stand outside of the usual blocks', async () => {
		const { json } = await inventory({ classes: ['VMWARE_VM_HOST'] });
		expect(json.length).toBeGreaterThan(0);
		for (const row of json) {
			expect(row).toMatchObject({
				os: 'VMware ESXi 8.0.2',
				manufacturer: 'Dell Inc.',
				model: 'PowerEdge R760',
				serialNumber: expect.stringMatching(/^ST\d{4}$/),
			});
		}
	});

	it('of an account without backup has all but that column, and says why', async () => {
		const { json, error } = await inventory({ deviceIds: '1,2' }, withoutBackup);
		expect(error).toBeUndefined();
		expect(json).toHaveLength(2);
		for (const row of json) {
			expect(row).toMatchObject({
				name: expect.any(String),
				backupUsageBytes: null,
				backupUsageError: expect.stringMatching(/NinjaOne's backup may not be enabled/),
			});
		}
		expect(withoutBackup.requests.matching({ path: /backup/ })).toHaveLength(1);
	});

	it('fails where the report of backups fails for another reason', async () => {
		simulator.faults.add({ kind: 'status', status: 403, path: /backup/ });
		const { error } = await inventory({ deviceIds: '1' });
		expect(error?.message).toMatch(/denies access/);
	});
});
