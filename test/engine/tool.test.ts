import { runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';

const run = async (parameters: object) =>
	await runNode({
		parameters: { resource: 'device', ...parameters } as never,
		credential,
		asTool: true,
	});
const fromAI = (key: string) => `={{ $fromAI('${key}', '', 'boolean') }}`;

describe('as the tool of an AI agent, which is shown rows and messages alone, the node', () => {
	it('puts advice into the message', async () => {
		const { error } = await run({ operation: 'reboot', deviceId: byId(7), mode: 'SOFT' });
		expect(error?.message).toBe(
			'Parameter "Mode" does not know "SOFT". Use one of: NORMAL, FORCED.',
		);
	});

	it('says which scope is missing', async () => {
		ninjaOne().get('/v2/device/7').reply(403, { error: 'insufficient_privileges' });
		const { error } = await run({ operation: 'get', deviceId: byId(7) });
		expect(error?.message).toMatch(/denies access.*needs the scope "Monitoring"/);
	});

	it('says in a row of its own that a list is not complete', async () => {
		const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];
		ninjaOne().get('/v2/devices').query(true).reply(200, rows);
		const { json } = await run({ operation: 'getMany', limit: 2 });
		expect(json).toEqual([
			expect.objectContaining({ id: 1 }),
			expect.objectContaining({ id: 2 }),
			{ hint: expect.stringContaining('NinjaOne has more records') },
		]);
	});

	it('says so where a list has no rows', async () => {
		ninjaOne().get('/v2/devices').query(true).reply(200, []);
		const { json } = await run({ operation: 'getMany' });
		expect(json).toEqual([{ hint: 'Nothing was found' }]);
	});

	it('gives a complete list as it is', async () => {
		ninjaOne()
			.get('/v2/devices')
			.query(true)
			.reply(200, [{ id: 1 }]);
		expect((await run({ operation: 'getMany', limit: 2 })).json).toHaveLength(1);
	});

	it.each([
		['decommission', 'demandName'],
		['resetPolicyOverrides', 'demandName'],
	])('does not let the agent switch off what %s demands', async (operation, name) => {
		const { error } = await run({ operation, deviceId: byId(7), [name]: fromAI(name) });
		expect(error?.message).toMatch(/"Demand Display Name" cannot be set by .*an AI agent/);
	});

	it('does not let it switch off the demand for an email address', async () => {
		const { error } = await run({
			resource: 'endUser',
			operation: 'delete',
			endUserId: byId(7),
			demandEmail: fromAI('demandEmail'),
		});
		expect(error?.message).toMatch(/"Demand Email Address" cannot be set by .*an AI agent/);
	});
});
