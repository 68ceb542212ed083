import type { Activity, Device, DeviceDetailed } from '../../contracts';
import { eachTest } from './client';

const session = eachTest();
const patch = (json: unknown, id = 5) =>
	session().call(`/v2/device/${id}`, { method: 'PATCH', json });
const device = (id = 5) => session().get<DeviceDetailed>(`/v2/device/${id}`);

describe('the update of a device', () => {
	it('is seen at once, everywhere', async () => {
		expect((await patch({ displayName: 'Reception' })).status).toBe(204);
		expect((await device()).displayName).toBe('Reception');
		const [row] = await session().get<Device[]>('/v2/devices?after=4&pageSize=1');
		expect(row.displayName).toBe('Reception');
		expect(session().simulator.state.devices.get(5)?.displayName).toBe('Reception');
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
		const { state } = session().simulator;
		await patch({ organizationId: 3 });
		const moved = await device();
		expect(moved.organizationId).toBe(3);
		expect(state.locations.get(moved.locationId)?.organizationId).toBe(3);
	});

	it('keeps the warranty among the references', async () => {
		await patch({ warranty: { startDate: 1_700_000_000, endDate: 1_800_000_000 } });
		expect((await device()).references?.warranty).toEqual({
			startDate: 1_700_000_000,
			endDate: 1_800_000_000,
		});
	});

	it('leaves word in the feed, with the technician who did it', async () => {
		await patch({ displayName: 'Reception' });
		const feed = await session().get<{ activities: Activity[] }>('/v2/device/5/activities');
		expect(feed.activities[0]).toMatchObject({
			statusCode: 'NODE_UPDATED',
			deviceId: 5,
			userId: 5001,
		});
	});

	it.each([
		['an unknown property', { displayName: 'x', scriptId: 1 }, 'Unrecognized field "scriptId"'],
		['an unknown property deep inside', { warranty: { until: 1 } }, 'Unrecognized field "until"'],
		['a value of the wrong type', { displayName: 5 }, 'displayName'],
		['an organization that does not exist', { organizationId: 99 }, 'organizationId'],
		['a location of another organization', { organizationId: 1, locationId: 1099 }, 'locationId'],
		['a policy that does not exist', { policyId: 9999 }, 'policyId'],
		['a role of another class', { nodeRoleId: 9999 }, 'nodeRoleId'],
		['a list', [], 'body'],
	])('is refused for %s, and changes nothing', async (_case, json, message) => {
		const before = structuredClone(session().simulator.state.devices.get(5));
		const { status, body } = await patch(json);
		expect(status).toBe(400);
		expect((body as { errorMessage: string }).errorMessage).toContain(message);
		expect(session().simulator.state.devices.get(5)).toEqual(before);
	});

	it('is refused when it is no JSON, and when it is missing', async () => {
		const headers = { 'content-type': 'application/json' };
		expect((await session().call('/v2/device/5', { method: 'PATCH', headers })).status).toBe(400);
		expect((await patch(undefined)).status).toBe(400);
	});

	it('is refused for a device that does not exist', async () => {
		expect((await patch({ displayName: 'x' }, 999)).status).toBe(404);
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

	it('tells about its system where it runs an agent, and not where it does not', async () => {
		const { state } = session().simulator;
		const find = (nodeClass: string) =>
			state.devices.all().find((it) => it.nodeClass === nodeClass)?.id;
		expect(await device(find('WINDOWS_WORKSTATION'))).toHaveProperty('os');
		expect(await device(find('NMS_SWITCH'))).not.toHaveProperty('os');
	});

	it('has a link into the console that expires', async () => {
		const link = await session().get<{ url: string; expires: number }>(
			'/v2/device/5/dashboard-url',
		);
		expect(link.url).toContain('/5/');
		expect(link.expires).toBeGreaterThan(Date.now() / 1000);
	});

	it('has its display name missing here and there, and its system name never', () => {
		const devices = session().simulator.state.devices.all();
		expect(devices.filter(({ displayName }) => !displayName).map(({ id }) => id)).toEqual([37]);
		expect(devices.every(({ systemName }) => systemName)).toBe(true);
	});
});

describe('device search', () => {
	const search = (query: string) =>
		session().get<{ query: string; devices: (Device & { matchAttr: string; score: number })[] }>(
			`/v2/devices/search?${query}`,
		);

	it('finds a device by its name, without regard to case', async () => {
		const { displayName = '' } = await device(120);
		const { query, devices } = await search(`q=${displayName.toLowerCase()}`);
		expect(query).toBe(displayName.toLowerCase());
		expect(devices).toHaveLength(1);
		expect(devices[0]).toMatchObject({ id: 120, matchAttr: 'displayName', score: 100 });
	});

	it('finds devices by address and by the last user', async () => {
		const { state } = session().simulator;
		const {
			id,
			ipAddresses,
			lastLoggedInUser = '',
		} = state.devices.all().filter(({ os }) => os)[0];
		const byAddress = await search(`q=${ipAddresses[0]}`);
		expect(byAddress.devices.map((found) => found.id)).toContain(id);
		const byUser = await search(`q=${encodeURIComponent(lastLoggedInUser)}`);
		expect(byUser.devices[0].matchAttr).toBe('lastLoggedInUser');
	});

	it('gives as many as asked for', async () => {
		expect((await search('q=-&limit=3')).devices).toHaveLength(3);
	});

	it('finds nothing for nothing', async () => {
		expect((await search('q=')).devices).toEqual([]);
	});

	it('passes over devices that wait for approval', async () => {
		const { systemName = '' } = session().simulator.state.devices.get(63) ?? {};
		expect((await search(`q=${systemName}`)).devices).toEqual([]);
	});
});
