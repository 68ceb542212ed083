import type { DeviceDetailed } from '../../contracts';
import { during, eachTest } from './client';
import { fleetOf, onlyDevice } from './fleet';

const { get, deviceOf, report } = fleetOf(eachTest());
const read = <Body = object[]>(id: number, name: string) => get<Body>(`/v2/device/${id}/${name}`);

describe('the inventory of a device', () => {
	it.each(['disks', 'volumes', 'processors', 'network-interfaces', 'software', 'windows-services'])(
		'is the same in the fleet’s report of %s',
		async (name) => {
			const id = deviceOf('WINDOWS_SERVER');
			const mine = await read(id, name);
			expect(await report(`${name}?${onlyDevice(id)}`)).toMatchObject(mine);
			expect(mine.length).toBeGreaterThan(0);
			expect(mine[0]).not.toHaveProperty('deviceId');
		},
	);

	it('agrees with the row of the device', async () => {
		const id = deviceOf('WINDOWS_SERVER');
		const { ipAddresses, macAddresses, volumes, processors, ...row } = await get<DeviceDetailed>(
			`/v2/device/${id}`,
		);
		expect(await read(id, 'volumes')).toEqual(volumes);
		expect(await read(id, 'processors')).toEqual(processors);
		const addresses = { ipAddress: ipAddresses, macAddress: macAddresses };
		expect(await read(id, 'network-interfaces')).toMatchObject([addresses]);
		const user = { userName: row.lastLoggedInUser };
		expect(await read(id, 'last-logged-on-user')).toMatchObject(user);
		const users = await report(`logged-on-users?${onlyDevice(id)}`);
		expect(users).toMatchObject([{ deviceId: id, ...user }]);
		expect(await read(id, 'disks')).toMatchObject([{ size: volumes?.[0].capacity }]);
	});

	it('has BitLocker where it is asked for', async () => {
		const path = 'volumes?df=class%20in%20(WINDOWS_SERVER)';
		expect((await report(path))[0]).not.toHaveProperty('bitLockerStatus');
		const [asked] = await report(`${path}&include=bl`);
		expect(asked.bitLockerStatus).toMatchObject({ lockStatus: 'UNLOCKED' });
	});

	it('is empty for a device without an agent, but for its interfaces', async () => {
		const id = deviceOf('NMS_SWITCH');
		for (const name of ['disks', 'volumes', 'processors']) expect(await read(id, name)).toEqual([]);
		expect(await read(id, 'last-logged-on-user')).toEqual({});
		expect(await read(id, 'network-interfaces')).toHaveLength(1);
	});
});

it('the report of backups has devices as rows, and takes no device filter: NinjaOne offers none', async () => {
	const rows = await report('backup/usage');
	expect(rows.length).toBeGreaterThan(10);
	const [{ id, references }] = rows;
	expect([typeof id, Object.keys(references as object)]).toEqual(['number', ['backupUsage']]);
	expect(await report(`backup/usage?${onlyDevice(3)}`)).toEqual(rows);
});

it('a fleet of 5,000 is read to its end in pages of ten thousand', () =>
	during({ devices: 5000, activities: 250 }, async (on) => {
		const seen = new Set<unknown>();
		const path = '/v2/queries/windows-services?pageSize=10000';
		let query = '';
		for (let count = 1; count > 0; ) {
			const { cursor, results } = await on.get<{
				cursor: { name: string; count: number };
				results: { deviceId: number; name: string }[];
			}>(path + query);
			query = `&cursor=${cursor.name}`;
			count = cursor.count;
			for (const { deviceId, name } of results) seen.add(`${deviceId} ${name}`);
		}
		expect(seen.size).toBeGreaterThan(40_000);
	}));
