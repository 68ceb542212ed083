import { apps } from '../../simulator/oauth/apps';
import { runNode } from '../harness/engine';
import { CredentialStore } from '../harness/credentials';
import { byId } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';
import { waits } from '../harness/waits';

const simulator = withSimulator({ devices: 5000 });

const listDevices = {
	resource: 'device',
	operation: 'getMany',
	returnAll: true,
	output: 'raw',
	// Devices that wait for approval are left out by NinjaOne, so they are asked for as well below.
	filters: {},
};

const approvedIds = () =>
	simulator.state.devices
		.all()
		.filter(({ approvalStatus }) => approvalStatus === 'APPROVED')
		.map(({ id }) => id);

async function list(parameters: object = {}) {
	const credential = new CredentialStore(credentialFor(simulator));
	const all = { ...listDevices, ...parameters };
	return await runNode({ parameters: all as never, credential });
}

const ids = (rows: Array<{ id?: unknown }>) => rows.map(({ id }) => id);
const calls = () => simulator.requests.matching({ path: /^\/v2\// });

describe('a fleet of 5,000 devices', () => {
	it('arrives complete, in order, each device once, in five pages', async () => {
		const { json } = await list();
		expect(json.length).toBeGreaterThan(4900);
		expect(ids(json)).toEqual(approvedIds());
		expect(calls()).toHaveLength(5);
		expect(simulator.requests.matching({ path: '/ws/oauth/token' })).toHaveLength(1);
	});

	it('arrives complete although NinjaOne throttles, a token expires and a connection is cut on the way', async () => {
		simulator.faults.add({ kind: 'throttle', path: '/v2/devices', retryAfterSeconds: 3 });
		simulator.faults.add({ kind: 'expireToken', path: '/v2/devices', skip: 1 });
		simulator.faults.add({ kind: 'cut', when: 'midway', path: '/v2/devices', skip: 2 });
		simulator.faults.add({ kind: 'throttlePage', path: '/v2/devices', skip: 3 });
		simulator.faults.add({ kind: 'status', status: 503, path: '/v2/devices', skip: 4 });
		const { json, error } = await list();
		expect(error).toBeUndefined();
		expect(ids(json)).toEqual(approvedIds());
		expect(waits).toHaveLength(4);
		expect(waits[0]).toBeGreaterThanOrEqual(3000);
	});

	it('of which 3 are wanted makes one request', async () => {
		const { json, hints } = await list({ returnAll: false, limit: 3 });
		expect(json).toHaveLength(3);
		expect(hints).toHaveLength(1);
		expect(calls().map(({ query }) => query.pageSize)).toEqual(['4']);
	});

	it('is filtered by NinjaOne, not here', async () => {
		const wanted = simulator.state.devices
			.all()
			.filter(
				({ organizationId, offline, approvalStatus }) =>
					(organizationId === 2 || organizationId === 3) &&
					offline &&
					approvalStatus === 'APPROVED',
			);
		const { json } = await list({
			filters: { organizationIds: [2, '3'], connectivity: 'offline' },
		});
		expect(wanted.length).toBeGreaterThan(0);
		expect(ids(json)).toEqual(wanted.map(({ id }) => id));
		expect(calls()[0].query.df).toBe('org in (2,3) AND offline');
		expect(calls()[0].url).toContain('org%20in%20(2%2C3)%20AND%20offline');
	});

	it('hides devices that wait for approval unless they are asked for', async () => {
		const { json } = await list({ filters: { status: 'PENDING' } });
		expect(json.length).toBe(5000 - approvedIds().length);
	});

	it('is never cut in silence: a list that fails in the middle fails the node', async () => {
		simulator.faults.add({ kind: 'status', status: 500, path: '/v2/devices', skip: 3 });
		const { json, error } = await list();
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/HTTP 500/);
	});
});

describe('a change', () => {
	const update = {
		resource: 'device',
		operation: 'update',
		deviceId: byId('={{ $json.id }}'),
		updateFields: { displayName: '={{ $json.name }}' },
	};

	it('of 60 devices arrives once at each while NinjaOne throttles and cuts connections', async () => {
		const items = approvedIds()
			.slice(0, 60)
			.map((id) => ({ id, name: `renamed ${id}` }));
		simulator.faults.add({ kind: 'throttle', method: 'PATCH', times: 10, skip: 7 });
		simulator.faults.add({ kind: 'cut', method: 'PATCH', times: 3, skip: 20 });
		const { json, error } = await runNode({
			parameters: { ...update, options: { concurrency: 20 } },
			items,
			credential: credentialFor(simulator),
		});
		expect(error).toBeUndefined();
		expect(json.map(({ deviceId }) => deviceId)).toEqual(ids(items));
		const acted = simulator.requests.matching({ method: 'PATCH' }).filter((each) => each.acted);
		expect(acted.map(({ path }) => path).sort()).toEqual(
			items.map(({ id }) => `/v2/device/${id}`).sort(),
		);
		for (const { id, name } of items) {
			expect(simulator.state.devices.get(id)?.displayName).toBe(name);
		}
	});

	it("is refused in NinjaOne's words when the app may only read", async () => {
		const { error } = await runNode({
			parameters: update,
			items: [{ id: 1, name: 'x' }],
			// The credential asks for more than NinjaOne has granted to its token.
			credential: new CredentialStore(credentialFor(simulator), {
				...simulator.authority.issue({ clientId: apps.full.clientId, scopes: ['monitoring'] }),
			}),
		});
		expect(error?.message).toMatch(/denies access/);
		expect(error?.description).toContain('"Management"');
	});
});

describe('a credential of the scope Monitoring', () => {
	// Its app in NinjaOne, and a token from before, would allow more.
	const { clientId, scopes } = apps.full;
	const monitoring = () =>
		new CredentialStore(credentialFor(simulator, { apiScopes: 'monitoring' }), {
			...simulator.authority.issue({ clientId, scopes }),
		});
	const update = {
		resource: 'device',
		operation: 'update',
		deviceId: byId(1),
		updateFields: { displayName: 'x' },
	};

	it('lets no change leave the node, and says what to change', async () => {
		const { error } = await runNode({ parameters: update, credential: monitoring() });
		expect(error?.message).toMatch(/scope Monitoring only, so this change was not sent/);
		expect(error?.description).toMatch(/Scopes to "Monitoring and Management".*Management ticked/);
		expect(calls()).toEqual([]);
	});

	it('says in a dry run that the request would not be sent', async () => {
		const parameters = { ...update, options: { dryRun: true } };
		const { json } = await runNode({ parameters, credential: monitoring() });
		expect(json).toEqual([
			expect.objectContaining({
				dryRun: true,
				method: 'PATCH',
				url: '/v2/device/1',
				refusal: expect.stringMatching(/scope Monitoring only/),
			}),
		]);
	});
});

describe('an alert', () => {
	it('is listed with its device, reset once, and gone', async () => {
		const credential = credentialFor(simulator);
		const alert = simulator.state.triggerAlert(1);
		const getMany = {
			resource: 'alert',
			operation: 'getMany',
			scope: 'device',
			deviceId: byId(1),
			returnAll: true,
		};
		const before = await runNode({ parameters: getMany, credential });
		expect(before.json.map(({ uid }) => uid)).toContain(alert.uid);

		const reset = {
			resource: 'alert',
			operation: 'reset',
			alertUid: byId(alert.uid),
			activityData: '{"by": "n8n"}',
		};
		simulator.faults.add({ kind: 'cut', when: 'after', method: 'POST', path: /reset$/ });
		const { json } = await runNode({ parameters: reset, credential });
		expect(json).toEqual([{ success: true, alertUid: alert.uid }]);

		const after = await runNode({ parameters: getMany, credential });
		expect(after.json.map(({ uid }) => uid)).not.toContain(alert.uid);
		const resets = await runNode({
			parameters: {
				resource: 'activity',
				operation: 'getMany',
				scope: 'fleet',
				returnAll: true,
				output: 'raw',
				activityFilters: { seriesUid: alert.uid, status: 'RESET' },
			},
			credential,
		});
		expect(resets.json).toEqual([expect.objectContaining({ data: { by: 'n8n' } })]);
	});
});

describe('activities', () => {
	const getMany = {
		resource: 'activity',
		operation: 'getMany',
		scope: 'fleet',
		returnAll: true,
		output: 'raw',
	};

	it('between two IDs come complete, once each, newest first, while new ones arrive', async () => {
		const first = simulator.state.addActivity().id;
		for (let i = 0; i < 2600; i++) simulator.state.addActivity();
		const last = simulator.state.addActivity().id;
		for (let i = 0; i < 1200; i++) simulator.state.addActivity();
		const { json } = await runNode({
			parameters: { ...getMany, activityFilters: { newerThan: first, olderThan: last } },
			credential: credentialFor(simulator),
		});
		const expected = Array.from({ length: last - first - 1 }, (_, i) => last - 1 - i);
		expect(ids(json)).toEqual(expected);
	});

	it("of one device come from its own list, or from the fleet's where a time is asked for", async () => {
		const device = { ...getMany, scope: 'device', deviceId: byId(5) };
		simulator.state.addActivity({ deviceId: 5 });
		const credential = credentialFor(simulator);
		const own = await runNode({ parameters: device, credential });
		const timed = await runNode({
			parameters: { ...device, activityFilters: { after: '2001-01-01T00:00:00Z' } },
			credential,
		});
		expect(own.json.length).toBeGreaterThan(0);
		expect(ids(timed.json)).toEqual(ids(own.json));
		expect(calls().map(({ path }) => path)).toEqual(
			expect.arrayContaining(['/v2/device/5/activities', '/v2/activities']),
		);
	});

	it("after a time are asked for in epoch seconds, read in the workflow's time zone", async () => {
		await runNode({
			parameters: { ...getMany, activityFilters: { after: '2026-01-15T12:00:00' } },
			credential: credentialFor(simulator),
		});
		// Europe/Berlin is one hour ahead of UTC in January.
		expect(calls()[0].query.after).toBe(String(Date.UTC(2026, 0, 15, 11) / 1000));
	});

	it('takes any of several types and status codes, each with a key of its own', async () => {
		const wanted = [
			{ activityType: 'COMMENT', statusCode: 'TRIGGERED' },
			{ activityType: 'ACTION', statusCode: 'RESET' },
		].map((activity) => simulator.state.addActivity({ ...activity, deviceId: 5 }).id);
		simulator.state.addActivity({ activityType: 'COMMENT', statusCode: 'STARTED', deviceId: 5 });
		for (const scope of [{ scope: 'fleet' }, { scope: 'device', deviceId: byId(5) }]) {
			simulator.requests.clear();
			const { json } = await runNode({
				parameters: {
					...getMany,
					...scope,
					activityFilters: { activityType: ['COMMENT', 'ACTION'], status: 'triggered, RESET' },
				},
				credential: credentialFor(simulator),
			});
			expect(json.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted));
			expect(json).toEqual(json.filter(({ statusCode }) => statusCode !== 'STARTED'));
			const [{ path, url }] = simulator.requests.matching({ path: /activities$/ });
			expect(path).toBe('/v2/activities');
			expect(url).toMatch(/type=COMMENT&type=ACTION/);
			expect(url).toMatch(/status=TRIGGERED&status=RESET/);
		}
	});

	it('filters by class, and by the script or condition that it comes from', async () => {
		const sourceConfigUid = '0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e';
		const { id } = simulator.state.addActivity({ deviceId: 5, sourceConfigUid });
		const idsWith = async (activityFilters: object) => {
			const parameters = { ...getMany, scope: 'device', deviceId: byId(5), activityFilters };
			const credential = credentialFor(simulator);
			return ids((await runNode({ parameters: parameters as never, credential })).json);
		};
		expect(await idsWith({ sourceConfigUid })).toEqual([id]);
		expect(await idsWith({ activityClass: 'DEVICE', sourceConfigUid })).toEqual([id]);
		expect(await idsWith({ activityClass: 'USER', sourceConfigUid })).toEqual([]);
	});

	it('refuses more codes than NinjaOne takes in one call, before anything is sent', async () => {
		simulator.requests.clear();
		const status = Array.from({ length: 101 }, (_, at) => `CODE_${at}`).join(',');
		const { error } = await runNode({
			parameters: { ...getMany, activityFilters: { status } },
			credential: credentialFor(simulator),
		});
		expect(error?.message).toMatch(/"Activity Filters" hold 101 types and status codes/);
		expect(simulator.requests.matching({ path: /^\/v2/ })).toEqual([]);
	});
});
