import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3 });

const run = async (parameters: IDataObject = {}) =>
	await runNode({
		parameters: {
			resource: 'alert',
			operation: 'resetMany',
			preview: false,
			...parameters,
		} as never,
		credential: credentialFor(simulator),
	});

const changes = () => simulator.requests.matching({ path: /^\/v2\/alert\// });
const uids = (rows: IDataObject[]) => rows.map(({ uid, alertUid }) => uid ?? alertUid).sort();

/** Alerts of device 1 that were raised so many hours ago; all others are gone. */
function raise(...wishes: Array<{ hours?: number } & IDataObject>): string[] {
	simulator.state.alerts.clear();
	return wishes.map(({ hours = 0, ...wish }) => {
		const createTime = Date.now() / 1000 - hours * 3600;
		return simulator.state.triggerAlert(1, { ...wish, createTime } as never).uid;
	});
}
const onDevice1 = { deviceFilters: { deviceIds: '1' } };

describe('a preview', () => {
	it('is the default, shows the alerts and changes nothing', async () => {
		const [first, second] = raise({}, {});
		const { json } = await runNode({
			parameters: { resource: 'alert', operation: 'resetMany' },
			credential: credentialFor(simulator),
		});
		expect(uids(json)).toEqual([first, second].sort());
		expect(json[0]).toMatchObject({ wouldReset: true, deviceId: 1 });
		expect(changes()).toEqual([]);
		expect(simulator.state.alerts.size).toBe(2);
	});

	it.each(['={{ "yes" }}', '={{ " TRUE " }}', '={{ 1 }}'])('is what %s means', async (preview) => {
		raise({});
		const { json } = await run({ ...onDevice1, preview });
		expect(json).toMatchObject([{ wouldReset: true }]);
		expect(changes()).toEqual([]);
	});

	it.each(['={{ $json.none }}', '={{ "" }}', '={{ null }}', '={{ "maybe" }}'])(
		'cannot be told from %s, so nothing happens',
		async (preview) => {
			raise({});
			const { error } = await run({ ...onDevice1, preview });
			expect(error?.message).toMatch(/"Preview" (came out empty|takes yes or no)/);
			expect(simulator.state.alerts.size).toBe(1);
		},
	);

	it('shows more than the cap, and that they would not be reset', async () => {
		raise({}, {}, {});
		const { json } = await run({ preview: true, cap: 2 });
		expect(json.map(({ wouldReset }) => wouldReset)).toEqual([false, false, false]);
	});
});

describe('a reset of many alerts', () => {
	it('ends each match once, with one row for each', async () => {
		const raised = raise({}, {}, {}, {}, {}, {}, {}, {});
		const other = simulator.state.triggerAlert(2).uid;
		const { json } = await run(onDevice1);
		expect(uids(json)).toEqual([...raised].sort());
		expect(json.every(({ success }) => success === true)).toBe(true);
		expect([...simulator.state.alerts.keys()]).toEqual([other]);
		expect(changes()).toHaveLength(raised.length);
	});

	it('gives data to the activities', async () => {
		const [uid] = raise({});
		await run({ ...onDevice1, activityData: '{"ticket": 4711}' });
		const reset = simulator.state.activities
			.all()
			.find(({ seriesUid, statusCode }) => seriesUid === uid && statusCode === 'RESET');
		expect(reset?.data).toEqual({ ticket: 4711 });
	});

	it.each([
		[{ olderThan: 2, olderThanUnit: 'hours' }, ['old']],
		[{ olderThan: 90, olderThanUnit: 'minutes' }, ['old']],
		[{ olderThan: 2, olderThanUnit: 'days' }, []],
		[{ conditionName: 'LOW DISK' }, ['old']],
		[{ conditionName: 'low' }, []],
		[{ severities: ['MAJOR', 'CRITICAL'] }, ['old']],
		[{ severities: ['NONE'] }, []],
		[{ sourceType: 'CONDITION_PING' }, ['new']],
	])('with the filters %j ends %j', async (alertFilters, expected) => {
		const [old, young] = raise(
			{
				hours: 3,
				conditionName: 'Low disk',
				severity: 'MAJOR',
				sourceType: 'CONDITION_AGENT_DISK_FREE_SPACE',
			},
			{ conditionName: 'Ping', severity: undefined as never, sourceType: 'CONDITION_PING' },
		);
		const known: Record<string, string> = { old, new: young };
		const { json, error } = await run({ alertFilters });
		expect(error).toBeUndefined();
		expect(uids(json)).toEqual(expected.map((name) => known[name]));
	});

	it('resets none where more match than the cap, and says how many', async () => {
		raise({}, {}, {});
		const { error } = await run({ ...onDevice1, cap: 2 });
		expect(error?.message).toMatch(
			/Parameter "Cap" is 2, and it is about 3 alerts, so nothing was changed/,
		);
		expect(changes()).toEqual([]);
	});

	it('has a cap of 50 unless told otherwise', async () => {
		raise(...Array.from({ length: 51 }, () => ({})));
		expect((await run(onDevice1)).error?.message).toMatch(/is 50, and it is about 51 alerts/);
	});

	it.each([
		[{}, /"Alert Filters" and "Device Filters" are both empty/],
		[{ alertFilters: { olderThanUnit: 'days' } }, /are both empty/],
		[{ deviceFilters: { organizationIds: [] } }, /"Organization Names or IDs" without a value/],
		[{ alertFilters: { conditionName: '' } }, /"Condition Name" without a value/],
		[{ alertFilters: { severities: [] } }, /"Severities" without a value/],
		[{ deviceFilters: { organizationIds: '={{ $json.none }}' } }, /"Organization Names or IDs"/],
		[{ deviceFilters: { organizationIds: "={{ $fromAI('organizations') }}" } }, /without a value/],
		[{ ...onDevice1, alertFilters: { severities: '={{ $json.none }}' } }, /"Severities" without/],
		[{ ...onDevice1, alertFilters: { conditionName: '={{ null }}' } }, /"Condition Name" without/],
	])('with the filters %j changes nothing', async (filters, message) => {
		raise({});
		const { error } = await run(filters);
		expect(error?.message).toMatch(message);
		expect(changes()).toEqual([]);
	});

	it('counts an alert as done that somebody else has reset meanwhile', async () => {
		raise({}, {});
		simulator.faults.add({ kind: 'status', status: 404, method: 'DELETE' });
		const { json } = await run(onDevice1);
		expect(json.map(({ success }) => success)).toEqual([true, true]);
	});

	it('says which alert could not be reset, and resets the others', async () => {
		raise({}, {}, {});
		simulator.faults.add({ kind: 'status', status: 500, method: 'DELETE', skip: 1 });
		const { json } = await run(onDevice1);
		expect(json.map(({ success }) => success).sort()).toEqual([false, true, true]);
		const failed = json.find(({ success }) => !success);
		expect(failed?.error).toMatch(/HTTP 500/);
		expect([...simulator.state.alerts.keys()]).toEqual([failed?.alertUid]);
	});

	it('fails when none could be reset', async () => {
		raise({}, {});
		simulator.faults.add({ kind: 'status', status: 403, method: 'DELETE', times: 2 });
		expect((await run(onDevice1)).error?.message).toMatch(/denies access/);
	});

	it('shows its first request in a dry run', async () => {
		const [uid] = raise({}, {});
		const { json } = await run({ ...onDevice1, options: { dryRun: true } });
		expect(json).toEqual([{ dryRun: true, method: 'DELETE', url: `/v2/alert/${uid}` }]);
		expect(changes()).toEqual([]);
	});

	it('gives nothing where nothing matches', async () => {
		raise();
		expect((await run(onDevice1)).json).toEqual([]);
	});
});
