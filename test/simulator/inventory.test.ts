import type { DeviceDetailed } from '../../contracts';
import { during, eachTest } from './client';

const session = eachTest();

type Row = Record<string, unknown> & { deviceId: number };
const report = async (path: string) =>
	(await session().get<{ results: Row[] }>(`/v2/queries/${path}`)).results;
const withAgent = () =>
	session()
		.simulator.state.devices.all()
		.filter(({ nodeClass }) => nodeClass === 'WINDOWS_SERVER')[0];

describe('the inventory of a device', () => {
	it.each(['disks', 'volumes', 'processors', 'network-interfaces', 'software', 'windows-services'])(
		'is the same in the fleet’s report of %s',
		async (name) => {
			const { id } = withAgent();
			const mine = await session().get<object[]>(`/v2/device/${id}/${name}`);
			expect(await report(`${name}?df=id%20%3D%20${id}`)).toMatchObject(mine);
			expect(mine.length).toBeGreaterThan(0);
			expect(mine[0]).not.toHaveProperty('deviceId');
		},
	);

	it('agrees with the row of the device', async () => {
		const { id } = withAgent();
		const { ipAddresses, macAddresses, volumes, processors, lastLoggedInUser } =
			await session().get<DeviceDetailed>(`/v2/device/${id}`);
		const get = (name: string) => session().get(`/v2/device/${id}/${name}`);
		expect(await get('volumes')).toEqual(volumes);
		expect(await get('processors')).toEqual(processors);
		expect(await get('network-interfaces')).toMatchObject([
			{ ipAddress: ipAddresses, macAddress: macAddresses },
		]);
		expect(await get('last-logged-on-user')).toMatchObject({ userName: lastLoggedInUser });
		expect(await report(`logged-on-users?df=id%20%3D%20${id}`)).toMatchObject([
			{ deviceId: id, userName: lastLoggedInUser },
		]);
		expect(await get('disks')).toMatchObject([{ size: volumes?.[0].capacity }]);
	});

	it('tells about BitLocker where it is asked for', async () => {
		const path = '/v2/queries/volumes?df=class%20in%20(WINDOWS_SERVER)';
		const [plain] = (await session().get<{ results: Row[] }>(path)).results;
		expect(plain).not.toHaveProperty('bitLockerStatus');
		const [asked] = (await session().get<{ results: Row[] }>(`${path}&include=bl`)).results;
		expect(asked.bitLockerStatus).toMatchObject({ lockStatus: 'UNLOCKED' });
	});

	it('is empty for a device without an agent, but for its interfaces', async () => {
		const { devices } = session().simulator.state;
		const id = devices.all().find(({ nodeClass }) => nodeClass === 'NMS_SWITCH')?.id;
		const get = (name: string) => session().get<object>(`/v2/device/${id}/${name}`);
		expect([await get('disks'), await get('volumes'), await get('processors')]).toEqual([
			[],
			[],
			[],
		]);
		expect(await get('last-logged-on-user')).toEqual({});
		expect(await get('network-interfaces')).toHaveLength(1);
	});
});

describe('the report of backups', () => {
	it('has devices as rows, with their usage among the references', async () => {
		const rows = await report('backup/usage');
		expect(rows.length).toBeGreaterThan(10);
		expect(rows[0]).toMatchObject({
			id: expect.any(Number),
			references: { backupUsage: { cloudTotalSize: expect.any(Number) } },
		});
	});

	it('takes no device filter: NinjaOne offers none', async () => {
		expect(await report('backup/usage?df=id%20%3D%203')).toEqual(await report('backup/usage'));
	});
});

describe('a fleet of 5,000', () => {
	it('is read to its end in pages of ten thousand', () =>
		during({ devices: 5000, activities: 250 }, async ({ get }) => {
			const seen = new Set<unknown>();
			let cursor: string | undefined;
			for (let count = 1; count > 0; ) {
				const query = `pageSize=10000${cursor ? `&cursor=${cursor}` : ''}`;
				const page = await get<{ cursor: { name: string; count: number }; results: Row[] }>(
					`/v2/queries/windows-services?${query}`,
				);
				cursor = page.cursor.name;
				count = page.cursor.count;
				for (const { deviceId, name } of page.results) seen.add(`${deviceId} ${String(name)}`);
			}
			expect(seen.size).toBeGreaterThan(40_000);
		}));
});
