import type { Device, DeviceDetailed } from '../../contracts';
import { eachTest } from './client';
import { fleetOf } from './fleet';

const session = eachTest();
const { state, get, send, deviceOf, feedOf } = fleetOf(session);
const patch = (json: unknown) => send('PATCH', '/v2/device/5', json);
const device = (id = 5) => get<DeviceDetailed>(`/v2/device/${id}`);

describe('the update of a device', () => {
	it('is seen at once, in lists too, and noted in the feed with the technician who did it', async () => {
		expect((await patch({ displayName: 'Reception' })).status).toBe(204);
		expect((await device()).displayName).toBe('Reception');
		expect(await get('/v2/devices?after=4&pageSize=1')).toMatchObject([
			{ displayName: 'Reception' },
		]);
		const noted = { statusCode: 'NODE_UPDATED', deviceId: 5, userId: 5001 };
		expect((await feedOf(5))[0]).toMatchObject(noted);
	});

	it('leaves what it does not name as it was', async () => {
		const before = await device();
		await patch({ userData: { rack: 7 } });
		const after = await device();
		expect(after.lastUpdate).toBeGreaterThan(before.lastUpdate);
		expect(after).toEqual({ ...before, userData: { rack: 7 }, lastUpdate: after.lastUpdate });
	});

	it('sets a policy of the device’s own, and takes it back with null', async () => {
		const { rolePolicyId } = await device();
		await patch({ policyId: 54 });
		expect(await device()).toMatchObject({ policyId: 54, rolePolicyId });
		await patch({ policyId: null });
		expect(await device()).not.toHaveProperty('policyId');
	});

	it('moves the device to another organization, into one of its locations', async () => {
		await patch({ organizationId: 3 });
		const { organizationId, locationId } = await device();
		expect([organizationId, state().locations.get(locationId)?.organizationId]).toEqual([3, 3]);
	});

	it('keeps the warranty among the references', async () => {
		const warranty = { startDate: 1_700_000_000, endDate: 1_800_000_000 };
		await patch({ warranty });
		expect((await device()).references?.warranty).toEqual(warranty);
	});
});

describe('one device', () => {
	it('comes with the entities around it', async () => {
		const { references, organizationId, locationId, nodeRoleId } = await device();
		expect(references).toMatchObject({
			organization: { id: organizationId },
			location: { id: locationId },
			role: { id: nodeRoleId },
		});
	});

	it('says something about its system where it runs an agent alone', async () => {
		expect(await device(deviceOf('WINDOWS_WORKSTATION'))).toHaveProperty('os');
		expect(await device(deviceOf('NMS_SWITCH'))).not.toHaveProperty('os');
	});

	it('has a link into the console that expires', async () => {
		const link = await get<{ url: string; expires: number }>('/v2/device/5/dashboard-url');
		expect(link.url).toContain('/5/');
		expect(link.expires).toBeGreaterThan(Date.now() / 1000);
	});

	it('has its display name missing here and there, and its system name never', () => {
		const devices = state().devices.all();
		expect(devices.filter(({ displayName }) => !displayName).map(({ id }) => id)).toEqual([37]);
		expect(devices.every(({ systemName }) => systemName)).toBe(true);
	});
});

describe('device search', () => {
	type Match = Device & { matchAttr: string; score: number };
	const search = async (query: string) =>
		(await get<{ devices: Match[] }>(`/v2/devices/search?${query}`)).devices;

	it('finds devices by name without regard to case, by address and by the last user', async () => {
		const { displayName, ipAddresses, lastLoggedInUser } = await device(
			deviceOf(({ id, os }) => !!os && id > 99),
		);
		for (const [wanted = '', matchAttr] of [
			[displayName?.toLowerCase(), 'displayName'],
			[ipAddresses[0], 'ipAddresses'],
			[lastLoggedInUser, 'lastLoggedInUser'],
		]) {
			const [found] = await search(`q=${encodeURIComponent(wanted)}`);
			expect(found).toMatchObject({ matchAttr, score: 100 });
		}
	});

	it('gives as many as asked for, nothing for nothing, and none that waits for approval', async () => {
		expect(await search('q=-&limit=3')).toHaveLength(3);
		expect(await search('q=')).toEqual([]);
		expect(await search(`q=${state().devices.get(63)?.systemName}`)).toEqual([]);
	});
});
