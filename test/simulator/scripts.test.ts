import type { AutomationScript, JobRow, NodeClass, ScriptingOptions } from '../../contracts';
import type { SimulatorOptions } from '../../simulator';
import { during, eachTest, type Session } from './client';
import { codesOf, fleetOf } from './fleet';

const session = eachTest();
const { state, get, deviceOf } = fleetOf(session);
const windows = () => deviceOf('WINDOWS_WORKSTATION');
const options = (nodeClass: NodeClass) =>
	get<ScriptingOptions>(`/v2/device/${deviceOf(nodeClass)}/scripting/options`);
const scriptNamed = (name: string) =>
	state()
		.scripts.all()
		.find((script) => script.name === name)?.id;
const run = <Body = { jobUid: string }>(id: number, json: object, on: Session = session()) =>
	on.call<Body>(`/v2/device/${id}/script/run`, { method: 'POST', json });
const cleanUp = { type: 'SCRIPT', id: 801, runAs: 'system' };
/** One look at what a job has left in the feed, oldest first. */
const look = async (id: number, jobUid: string) =>
	(await fleetOf(session).feedOf(id, `seriesUid=${jobUid}`)).reverse();
/** Two looks, after which a job has ended. */
const ended = async (json: object = cleanUp, id = windows()) => {
	const { jobUid } = (await run(id, json)).body;
	await look(id, jobUid);
	return (await look(id, jobUid)).at(-1);
};

it('the library has scripts of several languages, with bridges for ad-hoc text', async () => {
	const scripts = await get<AutomationScript[]>('/v2/automation/scripts');
	expect(new Set(scripts.map(({ language }) => language)).size).toBe(5);
	const names = scripts.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['n8n Bridge: PowerShell', 'n8n Bridge: Bash']));
});

it.each<[NodeClass, string | undefined, string[]]>([
	[
		'WINDOWS_WORKSTATION',
		'n8n Bridge: PowerShell',
		['system', 'loggedonuser', 'SR_LOCAL_ADMINISTRATOR', 'SR_DOMAIN_ADMINISTRATOR'],
	],
	['LINUX_SERVER', 'n8n Bridge: Bash', ['system', 'SR_LINUX_SCRIPT']],
	['NMS_SWITCH', undefined, []],
])('the scripting options of a %s are what fits it', async (nodeClass, bridge, roles) => {
	const { scripts, credentials } = await options(nodeClass);
	const bridges = scripts.filter(({ name }) => name.startsWith('n8n Bridge'));
	expect(bridges.map(({ name }) => name)).toEqual(bridge ? [bridge] : []);
	expect(scripts.some(({ type, uid }) => type === 'ACTION' && !!uid)).toBe(!!bridge);
	expect(credentials.roles).toEqual(roles);
});

describe('the run of a script', () => {
	it('is requested, started and completed as it is looked at, in one series', async () => {
		const id = windows();
		const { status, body } = await run(id, { ...cleanUp, parameters: '-Force' });
		expect(status).toBe(200);
		expect(codesOf(await look(id, body.jobUid))).toEqual(['START_REQUESTED', 'STARTED']);
		const all = await look(id, body.jobUid);
		expect(codesOf(all)).toEqual(['START_REQUESTED', 'STARTED', 'COMPLETED']);
		expect(all[2]).toMatchObject({
			deviceId: id,
			userId: 5001,
			activityType: 'ACTION',
			activityResult: 'SUCCESS',
			sourceName: 'Clean temporary files',
			data: { exitCode: 0 },
		});
		expect(all[2].message).toMatch(
			/^Action completed: Run Clean temporary files\nResult: SUCCESS\nOutput: Action: Run Clean temporary files, Result: Success\n.*-Force/,
		);
	});

	it('is among the jobs for as long as it runs', async () => {
		const id = windows();
		const { body } = await run(id, cleanUp);
		const running = await get<JobRow[]>('/v2/jobs?df=online');
		expect(running).toMatchObject([{ uid: body.jobUid, deviceId: id, jobStatus: 'STARTED' }]);
		expect(await get(`/v2/device/${id}/jobs`)).toEqual([]);
	});

	it('takes a built-in action by its uid', async () => {
		const { scripts } = await options('WINDOWS_WORKSTATION');
		const { uid, name } = scripts.find(({ type }) => type === 'ACTION') ?? {};
		expect(await ended({ type: 'ACTION', uid, runAs: 'system' })).toMatchObject({
			sourceName: name,
		});
	});

	it('takes the number of a credential to run as', async () => {
		expect((await run(windows(), { ...cleanUp, runAs: '901' })).status).toBe(200);
	});

	it('waits on a device that is offline, until it is back', async () => {
		const id = deviceOf('WINDOWS_WORKSTATION', { offline: true });
		const { body } = await run(id, cleanUp);
		await look(id, body.jobUid);
		expect(await get(`/v2/device/${id}/jobs`)).toMatchObject([{ jobStatus: 'START_REQUESTED' }]);
		state().comeOnline(id);
		await look(id, body.jobUid);
		expect(codesOf(await look(id, body.jobUid))).toContain('COMPLETED');
	});

	it('does not progress by a look that was turned away', async () => {
		const id = windows();
		const { body } = await run(id, cleanUp);
		session().simulator.faults.add({ kind: 'throttle', times: 3 });
		for (let at = 0; at < 3; at++) await look(id, body.jobUid).catch(() => undefined);
		expect(codesOf(await look(id, body.jobUid))).toEqual(['START_REQUESTED', 'STARTED']);
	});

	it('arrives once, and says so', async () => {
		const { faults, requests } = session().simulator;
		faults.add({ kind: 'status', when: 'after', method: 'POST' });
		expect((await run(windows(), cleanUp)).status).toBe(502);
		expect(requests.matching({ path: /run$/ })).toMatchObject([{ acted: true }]);
		expect(state().jobs.all()).toHaveLength(1);
	});
});

describe('what becomes of a job', () => {
	it.each([
		[{ ends: 'CANCELLED' as const }, { statusCode: 'CANCELLED', activityResult: 'UNCOMPLETED' }],
		[{ ends: 'BLOCKED' as const }, { statusCode: 'BLOCKED' }],
		[{ exitCode: 5 }, { statusCode: 'COMPLETED', activityResult: 'FAILURE' }],
		[{ result: 'FAILURE' as const, output: 'no' }, { activityResult: 'FAILURE' }],
		[{ name: 'Another script', exitCode: 5 }, { activityResult: 'SUCCESS' }],
	])('can be planned: %j', async (wish, expected) => {
		state().jobs.plan(wish);
		expect(await ended()).toMatchObject(expected);
	});

	it('can be planned for the next one alone', async () => {
		state().jobs.plan({ exitCode: 5, times: 1 });
		expect(await ended()).toMatchObject({ activityResult: 'FAILURE' });
		expect(await ended()).toMatchObject({ activityResult: 'SUCCESS' });
	});

	it('can be that it goes on for good, until it is let go', async () => {
		const { jobs } = state();
		jobs.plan({ ends: 'NEVER' });
		expect(await ended()).toMatchObject({ statusCode: 'STARTED' });
		for (let at = 0; at < 5; at++) await get('/v2/activities');
		expect(jobs.all()).toHaveLength(1);
		jobs.all()[0].held = false;
		await get('/v2/activities');
		expect(jobs.all()).toEqual([]);
	});
});

describe('a bridge', () => {
	type Shell = 'PowerShell' | 'Bash';
	const device = (shell: Shell) => (shell === 'Bash' ? deviceOf('LINUX_SERVER') : windows());
	const bridge = (shell: Shell, parameters: string) => {
		const id = scriptNamed(`n8n Bridge: ${shell}`);
		return ended({ type: 'SCRIPT', id, parameters, runAs: 'system' }, device(shell));
	};
	const encoded = (text: string, encoding: 'utf8' | 'utf16le' = 'utf8') =>
		Buffer.from(text, encoding).toString('base64');

	it.each<[Shell, string, number, string]>([
		['Bash', encoded('uptime\ndate'), 0, 'ran 11 characters: uptime'],
		['PowerShell', encoded('Get-Date # ä'), 0, 'ran 12 characters: Get-Date # ä'],
		['PowerShell', encoded('Get-Date # ä', 'utf16le'), 0, 'ran 12 characters: Get-Date # ä'],
		['Bash', encoded('echo hello\nexit 3'), 3, 'ran 17 characters: echo hello'],
		['Bash', 'ls -l', 1, 'not base64'],
		['Bash', encoded('ninja-property-set nothing 1'), 1, 'Unknown custom field'],
	])('of %s runs %s with exit code %i', async (shell, parameters, exitCode, output) => {
		const last = await bridge(shell, parameters);
		const activityResult = exitCode === 0 ? 'SUCCESS' : 'FAILURE';
		expect(last).toMatchObject({ activityResult, data: { exitCode } });
		expect(last?.message).toContain(output);
	});

	it.each<[Shell, string]>([
		['Bash', 'ninja-property-set assetText "All is well"'],
		['PowerShell', 'Set-Output assetText All is well'],
	])('of %s writes a custom field', async (shell, text) => {
		await bridge(shell, encoded(text));
		const values = state().fieldValues.readable({ scope: 'NODE', id: device(shell) });
		expect(values.assetText).toBe('All is well');
	});
});

describe('the pace and the answer of a run', () => {
	const begin = async (on: Session) => {
		const id = fleetOf(() => on).deviceOf('WINDOWS_WORKSTATION');
		const answer = await run<unknown>(id, { type: 'SCRIPT', id: 806 }, on);
		const status = async () => (await on.get<JobRow[]>(`/v2/device/${id}/jobs`))[0]?.jobStatus;
		return { answer, status };
	};

	it.each<[SimulatorOptions['scriptAnswer'], number, unknown]>([
		['empty', 204, ''],
		['activityId', 200, { activityId: expect.any(Number) }],
		['jobUid', 200, { jobUid: expect.stringMatching(/^[\da-f-]{36}$/) }],
		['uuid', 200, expect.stringMatching(/^[\da-f-]{36}$/)],
	])('is %s', async (scriptAnswer, status, body) => {
		await during({ scriptAnswer }, async (on) => {
			expect((await begin(on)).answer).toMatchObject({ status, body });
		});
	});

	it.each<[string, SimulatorOptions, number]>([
		['time', { jobProgress: { ms: 4000 } }, 1000],
		['more looks', { jobProgress: { polls: 4 } }, 0],
	])('can be %s', async (_case, options, step) => {
		let now = Date.now();
		await during({ ...options, now: () => now }, async (on) => {
			const { status } = await begin(on);
			const statuses: unknown[] = [];
			for (let at = 0; at < 4; at++) {
				now += step;
				statuses.push(await status());
			}
			expect(statuses).toEqual(['START_REQUESTED', 'STARTED', 'STARTED', undefined]);
		});
	});
});
