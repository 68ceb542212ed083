import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { editorContext } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 10_050, organizations: 230 });
const { listSearch, loadOptions } = new NinjaOne().methods;

const search = async (picker: string, filter?: string, token?: string) =>
	await listSearch[picker].call(editorContext(credentialFor(simulator)), filter, token);
const load = async (list: string) =>
	await loadOptions[list].call(editorContext(credentialFor(simulator)));

const deviceAt = (place: number) => {
	const approved = simulator.state.devices
		.all()
		.filter(({ approvalStatus }) => approvalStatus === 'APPROVED');
	return approved[Math.min(place, approved.length) - 1];
};

/** Everything that a user sees who scrolls to the end. */
async function scroll(picker: string, filter?: string) {
	const found: Array<{ name: string; value: unknown }> = [];
	for (let token: string | undefined, page = 0; page < 300; page++) {
		const { results, paginationToken } = await search(picker, filter, token);
		found.push(...(results as typeof found));
		if (!paginationToken) return found;
		token = paginationToken;
	}
	throw new Error('The list does not end');
}

describe('the device picker', () => {
	it.each([5000, 10_001])('finds the %dth device by its name, in one request', async (place) => {
		const { id, displayName } = deviceAt(place);
		const { results } = await search('searchDevices', displayName);
		expect(results).toContainEqual(expect.objectContaining({ value: id, name: displayName }));
		expect(simulator.requests.matching({ path: /^\/v2\// })).toHaveLength(1);
	});

	it('shows a hundred at a time and scrolls through all', async () => {
		const first = await search('searchDevices');
		expect(first.results).toHaveLength(100);
		const all = await scroll('searchDevices');
		expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
		expect(all.length).toBeGreaterThan(9900);
	});

	it('scrolls on through many matches of a name', async () => {
		const all = await scroll('searchDevices', 'WS');
		expect(all.length).toBeGreaterThan(200);
		expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
	});

	it('reads the list where NinjaOne refuses its search, and still finds the 10,001st device', async () => {
		const { id, displayName } = deviceAt(10_001);
		simulator.faults.add({ kind: 'status', status: 403, path: '/v2/devices/search' });
		const { results } = await search('searchDevices', displayName);
		expect(results.map(({ value }) => value)).toContain(id);
	});

	it('links to the device in NinjaOne', async () => {
		const { results } = await search('searchDevices');
		expect(results[0].url).toBe(
			`${simulator.url}/#/deviceDashboard/${String(results[0].value)}/overview`,
		);
	});

	it('shows what went wrong instead of an empty list', async () => {
		simulator.faults.add({ kind: 'status', status: 500, path: '/v2/devices' });
		await expect(search('searchDevices')).rejects.toThrow(/HTTP 500/);
	});
});

describe('the organization picker', () => {
	it('finds an organization by a part of its name', async () => {
		const { id, name } = simulator.state.organizations.all()[228];
		const { results } = await search('searchOrganizations', name.slice(0, 6).toLowerCase());
		expect(results).toContainEqual(expect.objectContaining({ value: id, name }));
	});

	it('scrolls through all', async () => {
		expect(await scroll('searchOrganizations')).toHaveLength(230);
	});
});

describe('the alert picker', () => {
	it('names the device with the alert, and finds by both', async () => {
		const { uid } = simulator.state.triggerAlert(1, { message: 'Disk is nearly full' } as never);
		const { results } = await search('searchAlerts', 'nearly full');
		expect(results).toContainEqual(
			expect.objectContaining({ value: uid, name: expect.stringMatching(/: Disk is nearly full/) }),
		);
	});

	it('scrolls through all', async () => {
		const all = await scroll('searchAlerts');
		expect(all.length).toBeGreaterThan(400);
		expect(new Set(all.map(({ value }) => value)).size).toBe(all.length);
	});
});

describe('the lists of filters', () => {
	it.each(['getOrganizations', 'getRoles', 'getPoliciesOrNone', 'getGroupsOrNone', 'getTags'])(
		'%s has names in order',
		async (list) => {
			const options = (await load(list)).filter(({ value }) => value !== 'none' && value !== '');
			expect(options.length).toBeGreaterThan(0);
			const names = options.map(({ name }) => name);
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
		},
	);

	it('getLocations names the organization in front, since every one has a "Main Office"', async () => {
		const options = await load('getLocations');
		expect(options[0].name).toMatch(/^.+: .+$/);
		expect(new Set(options.map(({ name }) => name)).size).toBeGreaterThan(options.length * 0.9);
	});

	it("getPoliciesOrNone offers the way back to the organization's policy", async () => {
		expect((await load('getPoliciesOrNone')).slice(0, 2)).toMatchObject([
			{ value: '' },
			{ value: 'none' },
		]);
	});

	it('show what went wrong instead of staying empty', async () => {
		simulator.faults.add({ kind: 'status', status: 403, path: '/v2/groups' });
		await expect(load('getGroupsOrNone')).rejects.toThrow(/denies access/);
	});
});
