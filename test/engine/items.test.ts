import { runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';

const get = {
	resource: 'device',
	operation: 'get',
	output: 'raw',
	deviceId: { __rl: true, mode: 'id', value: '={{ $json.id }}' } as never,
};
const items = (count: number) => Array.from({ length: count }, (_, i) => ({ id: i + 1 }));

describe('many items', () => {
	it('come out in their order, each paired with its own', async () => {
		const scope = ninjaOne();
		for (const { id } of items(12)) {
			// Later items are answered sooner.
			scope
				.get(`/v2/device/${id}`)
				.delay(60 - id * 5)
				.reply(200, { id });
		}
		const result = await runNode({ parameters: get, items: items(12), credential });
		expect(result.json.map(({ id }) => id)).toEqual(items(12).map(({ id }) => id));
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			items(12).map((_, item) => ({ item })),
		);
	});

	it('fetch one token between them', async () => {
		const scope = ninjaOne();
		for (const { id } of items(30)) scope.get(`/v2/device/${id}`).reply(200, { id });
		const { CredentialStore } = await import('../harness/credentials');
		const store = new CredentialStore(credential);
		await runNode({ parameters: get, items: items(30), credential: store });
		expect(store.savedTokens).toHaveLength(1);
	});

	const runWithFailure = async (onError: 'continueRegularOutput' | 'continueErrorOutput') => {
		ninjaOne()
			.get('/v2/device/1')
			.reply(200, { id: 1 })
			.get('/v2/device/2')
			.reply(404, { resultCode: 'device_not_found' })
			.get('/v2/device/3')
			.reply(200, { id: 3 });
		return await runNode({ parameters: get, items: items(3), credential, onError });
	};
	const failed = { error: expect.stringContaining('device_not_found') };

	it('go on when one fails and the node is told to continue', async () => {
		const result = await runWithFailure('continueRegularOutput');
		expect(result.json).toEqual([{ id: 1 }, failed, { id: 3 }]);
	});

	it('that fail hold no error object, which would hide them from expressions of later nodes', async () => {
		const result = await runWithFailure('continueRegularOutput');
		expect(result.items[1]).toEqual({ json: failed, pairedItem: { item: 1 } });
	});

	it('that fail leave by the error output where there is one', async () => {
		const { run, json } = await runWithFailure('continueErrorOutput');
		expect(json).toEqual([{ id: 1 }, { id: 3 }]);
		const [task] = Object.values(run.data.resultData.runData)[0] ?? [];
		expect(task?.data?.main[1]).toEqual([
			expect.objectContaining({ json: expect.objectContaining(failed) }),
		]);
	});

	it('stop at the first failure otherwise, and the error names the item', async () => {
		const scope = ninjaOne();
		scope.get('/v2/device/1').reply(200, { id: 1 });
		scope.get('/v2/device/2').reply(404, { resultCode: 'device_not_found' });
		const { error } = await runNode({ parameters: get, items: items(200), credential });
		expect(error?.context).toMatchObject({ itemIndex: 1 });
	});

	it('of a change tell how many were carried out before the node stopped', async () => {
		const scope = ninjaOne();
		for (const id of [1, 2, 3]) scope.patch(`/v2/device/${id}`).reply(204);
		scope.patch(/.*/).reply(404, { resultCode: 'device_not_found' });
		scope.persist().patch(/.*/).reply(204);
		const { error } = await runNode({
			parameters: {
				...get,
				operation: 'update',
				updateFields: { displayName: 'x' },
				options: { concurrency: 1 },
			},
			items: items(9),
			credential,
		});
		expect(error?.description).toMatch(/3 of 9 items were carried out/);
	});

	it('of an empty input make no request', async () => {
		const { json, error } = await runNode({ parameters: get, items: [], credential });
		expect([json, error]).toEqual([[], undefined]);
	});
});

describe('an answer without content', () => {
	it('becomes success with the ids that were acted on', async () => {
		ninjaOne().patch('/v2/device/7').reply(204);
		const { json } = await runNode({
			parameters: {
				resource: 'device',
				operation: 'update',
				deviceId: byId(7),
				updateFields: { policyId: 'none' },
			},
			credential,
		});
		expect(json).toEqual([{ success: true, deviceId: 7, updated: ['policyId'] }]);
	});
});

describe('a dry run', () => {
	it('shows the request and sends nothing', async () => {
		const { json } = await runNode({
			parameters: {
				resource: 'device',
				operation: 'update',
				deviceId: byId(7),
				updateFields: { displayName: 'SRV' },
				options: { dryRun: true },
			},
			credential,
		});
		expect(json).toEqual([
			{ dryRun: true, method: 'PATCH', url: '/v2/device/7', body: '{"displayName":"SRV"}' },
		]);
	});
});

describe('a limit', () => {
	const getMany = { resource: 'device', operation: 'getMany', output: 'raw', returnAll: false };
	const rows = (count: number) => items(count);

	it('of 3 makes one request, returns 3, and says that there is more', async () => {
		const scope = ninjaOne().get('/v2/devices?pageSize=4').reply(200, rows(4));
		const { json, hints } = await runNode({ parameters: { ...getMany, limit: 3 }, credential });
		expect(json).toHaveLength(3);
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringMatching(/more records/) }),
		]);
		expect(scope.isDone()).toBe(true);
	});

	it('that is not reached gives no hint', async () => {
		ninjaOne().get('/v2/devices?pageSize=4').reply(200, rows(3));
		const { json, hints } = await runNode({ parameters: { ...getMany, limit: 3 }, credential });
		expect([json.length, hints.length]).toEqual([3, 0]);
	});

	it.each([0, -1, 2.5, 'many'])('of %p is refused', async (limit) => {
		const { error } = await runNode({ parameters: { ...getMany, limit }, credential });
		expect(error?.message).toMatch(/Parameter "Limit"/);
	});

	it('is applied to lists that NinjaOne gives whole', async () => {
		ninjaOne().get('/v2/alerts').reply(200, rows(10));
		const { json, hints } = await runNode({
			parameters: {
				resource: 'alert',
				operation: 'getMany',
				output: 'raw',
				scope: 'fleet',
				limit: 4,
			},
			credential,
		});
		expect([json.length, hints.length]).toEqual([4, 1]);
	});
});

describe('the output of a device', () => {
	const row = {
		id: 7,
		displayName: 'SRV-07',
		systemName: 'srv07',
		offline: true,
		lastContact: 1759000000.5,
		os: { name: 'Windows Server 2022', lastBootTime: 1758000000 },
	};
	const run = async (parameters: object) => {
		ninjaOne().get('/v2/device/7').reply(200, row);
		const all = { ...get, deviceId: byId(7), ...parameters };
		return (await runNode({ parameters: all as never, credential })).json[0];
	};

	it('is at most ten flat fields when simplified', async () => {
		const json = await run({ output: 'simplified' });
		expect(json).toMatchObject({ id: 7, name: 'SRV-07', os: 'Windows Server 2022' });
		expect(Object.keys(json).length).toBeLessThanOrEqual(10);
	});

	it('is what NinjaOne sent when raw', async () => {
		expect(await run({ output: 'raw' })).toEqual(row);
	});

	it('has the selected fields, and always the ID', async () => {
		const json = await run({ output: 'selectedFields', outputFields: 'offline, os.name, nope' });
		expect(json).toEqual({ id: 7, offline: true, 'os.name': 'Windows Server 2022' });
	});

	it('has ISO times of milliseconds, too, and none of what is no time', async () => {
		const times = { created: 1759000000500, lastUpdate: 8e17, updated: '2026-01-01T00:00:00Z' };
		ninjaOne()
			.get('/v2/device/7')
			.reply(200, { ...row, ...times });
		const parameters = { ...get, deviceId: byId(7), options: { addIsoTimes: true } };
		const { json } = await runNode({ parameters: parameters as never, credential });
		const { createdIso, ...others } = json[0];
		expect(createdIso).toBe('2025-09-27T19:06:40.500Z');
		expect(others).toMatchObject(times);
		expect(others).not.toHaveProperty('lastUpdateIso');
		expect(others).not.toHaveProperty('updatedIso');
	});

	it('has ISO times beside the numbers when asked for, at every depth', async () => {
		const json = await run({ output: 'raw', options: { addIsoTimes: true } });
		expect(json).toMatchObject({
			lastContact: 1759000000.5,
			lastContactIso: '2025-09-27T19:06:40.500Z',
			os: { lastBootTime: 1758000000, lastBootTimeIso: '2025-09-16T05:20:00.000Z' },
		});
	});
});
