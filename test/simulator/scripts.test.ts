import type {
	Activity,
	AutomationScript,
	JobRow,
	NodeClass,
	ScriptingOptions,
} from '../../contracts';
import { apps, type SimulatorOptions } from '../../simulator';
import { bearerOf, during, eachTest, type Session } from './client';

const session = eachTest();

/** The first device of a class that is online, or not. */
const deviceOf = (nodeClass: NodeClass, { offline = false } = {}, { simulator } = session()) =>
	simulator.state.devices
		.all()
		.find((device) => device.nodeClass === nodeClass && device.offline === offline)?.id ?? 0;
const windows = () => deviceOf('WINDOWS_WORKSTATION');
const options = (id: number) =>
	session().get<ScriptingOptions>(`/v2/device/${id}/scripting/options`);
const scriptNamed = (name: string, { simulator } = session()) =>
	simulator.state.scripts.all().find((script) => script.name === name)?.id;
const run = <Body = { jobUid: string }>(id: number, json: object, on: Session = session()) =>
	on.call<Body>(`/v2/device/${id}/script/run`, { method: 'POST', json });
const cleanUp = () => ({
	type: 'SCRIPT',
	id: scriptNamed('Clean temporary files'),
	runAs: 'system',
});
const feed = async (id: number, jobUid: string, { get }: Session = session()) =>
	(
		await get<{ activities: Activity[] }>(`/v2/device/${id}/activities?seriesUid=${jobUid}`)
	).activities.reverse();
const codes = (activities: Activity[]) => activities.map(({ statusCode }) => statusCode);

describe('the library', () => {
	it('lists scripts of several languages, with bridges for ad-hoc text', async () => {
		const scripts = await session().get<AutomationScript[]>('/v2/automation/scripts');
		expect(scripts).toHaveLength(12);
		expect(new Set(scripts.map(({ language }) => language))).toEqual(
			new Set(['powershell', 'batchfile', 'vbscript', 'sh', 'python']),
		);
		const names = scripts.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['n8n Bridge: PowerShell', 'n8n Bridge: Bash']));
	});
});

describe('the scripting options of a device', () => {
	it('hold the scripts and built-in actions that fit its class, and as whom they run', async () => {
		const { scripts, credentials } = await options(windows());
		const names = scripts.map(({ name }) => name);
		expect(names).toContain('n8n Bridge: PowerShell');
		expect(names).not.toContain('n8n Bridge: Bash');
		expect(scripts.filter(({ type }) => type === 'ACTION')[0].uid).toEqual(expect.any(String));
		expect(credentials.roles).toContain('SR_LOCAL_ADMINISTRATOR');
		const linux = await options(deviceOf('LINUX_SERVER'));
		expect(linux.scripts.map(({ name }) => name)).toContain('n8n Bridge: Bash');
		expect(linux.credentials.roles).toEqual(['system', 'SR_LINUX_SCRIPT']);
	});

	it('are empty for a device without an agent', async () => {
		expect(await options(deviceOf('NMS_SWITCH'))).toMatchObject({
			scripts: [],
			credentials: { roles: [], credentials: [] },
		});
	});
});

describe('the run of a script', () => {
	it('is requested, started and completed as it is looked at, in one series', async () => {
		const id = windows();
		const { status, body } = await run(id, { ...cleanUp(), parameters: '-Force' });
		expect(status).toBe(200);
		expect(codes(await feed(id, body.jobUid))).toEqual(['START_REQUESTED', 'STARTED']);
		const all = await feed(id, body.jobUid);
		expect(codes(all)).toEqual(['START_REQUESTED', 'STARTED', 'COMPLETED']);
		expect(all[2]).toMatchObject({
			deviceId: id,
			userId: 5001,
			activityType: 'ACTION',
			activityResult: 'SUCCESS',
			sourceName: 'Clean temporary files',
			message: expect.stringMatching(
				/^Action completed: Run Clean temporary files\nResult: SUCCESS\nOutput: Action: Run Clean temporary files, Result: Success\n.*-Force/,
			),
			data: { exitCode: 0 },
		});
	});

	it('is among the jobs for as long as it runs', async () => {
		const id = windows();
		const { body } = await run(id, cleanUp());
		const running = await session().get<JobRow[]>('/v2/jobs?df=online');
		expect(running).toMatchObject([{ uid: body.jobUid, deviceId: id, jobStatus: 'STARTED' }]);
		expect(await session().get(`/v2/device/${id}/jobs`)).toEqual([]);
	});

	it('takes a built-in action by its uid', async () => {
		const id = windows();
		const { scripts } = await options(id);
		const { uid, name } = scripts.find(({ type }) => type === 'ACTION') ?? {};
		const { body } = await run(id, { type: 'ACTION', uid, runAs: 'system' });
		expect((await feed(id, body.jobUid))[0]).toMatchObject({ sourceName: name });
	});

	it('takes the number of a credential to run as', async () => {
		expect((await run(windows(), { ...cleanUp(), runAs: '901' })).status).toBe(200);
	});

	it.each<[string, object, number, string]>([
		['no type', { id: 801 }, 400, 'type'],
		[
			'an unknown property',
			{ type: 'SCRIPT', scriptId: 801 },
			400,
			'Unrecognized field "scriptId"',
		],
		['a role in other letters', { type: 'SCRIPT', id: 801, runAs: 'SYSTEM' }, 400, 'runAs'],
		['an unknown script', { type: 'SCRIPT', id: 9999 }, 404, 'does not exist'],
		['a script without its id', { type: 'SCRIPT' }, 400, 'id'],
		['a script of another system', { type: 'SCRIPT', id: 807 }, 400, 'not applicable'],
	])('is refused for %s, and nothing runs', async (_case, json, status, message) => {
		const answer = await run<{ errorMessage: string }>(windows(), json);
		expect(answer.status).toBe(status);
		expect(answer.body.errorMessage).toContain(message);
		expect(session().simulator.state.jobs.all()).toEqual([]);
	});

	it('is refused to a machine', async () => {
		const { simulator, send } = session();
		const headers = { authorization: bearerOf(simulator, apps.full) };
		const path = `/v2/device/${windows()}/script/run`;
		const { status, body } = await send(path, { method: 'POST', json: cleanUp(), headers });
		expect([status, body]).toMatchObject([403, { error: 'user_context_required' }]);
	});

	it('waits on a device that is offline, until it is back', async () => {
		const id = deviceOf('WINDOWS_WORKSTATION', { offline: true });
		const { body } = await run(id, cleanUp());
		await feed(id, body.jobUid);
		expect(await session().get(`/v2/device/${id}/jobs`)).toMatchObject([
			{ jobStatus: 'START_REQUESTED' },
		]);
		const device = session().simulator.state.devices.get(id);
		if (device) device.offline = false;
		await feed(id, body.jobUid);
		expect(codes(await feed(id, body.jobUid))).toContain('COMPLETED');
	});

	it('does not progress by a look that was turned away', async () => {
		const id = windows();
		const { body } = await run(id, cleanUp());
		session().simulator.faults.add({ kind: 'throttle', times: 3 });
		for (let at = 0; at < 3; at++) await feed(id, body.jobUid).catch(() => undefined);
		expect(codes(await feed(id, body.jobUid))).toEqual(['START_REQUESTED', 'STARTED']);
	});

	it('arrives once, and says so', async () => {
		session().simulator.faults.add({ kind: 'status', when: 'after', method: 'POST' });
		expect((await run(windows(), cleanUp())).status).toBe(502);
		expect(session().simulator.requests.matching({ path: /run$/ })).toMatchObject([
			{ acted: true },
		]);
		expect(session().simulator.state.jobs.all()).toHaveLength(1);
	});
});

describe('what becomes of a job', () => {
	const ended = async (json: object = cleanUp()) => {
		const id = windows();
		const { body } = await run(id, json);
		await feed(id, body.jobUid);
		return (await feed(id, body.jobUid)).at(-1);
	};

	it.each([
		[{ ends: 'CANCELLED' as const }, { statusCode: 'CANCELLED', activityResult: 'UNCOMPLETED' }],
		[{ ends: 'BLOCKED' as const }, { statusCode: 'BLOCKED' }],
		[{ exitCode: 5 }, { statusCode: 'COMPLETED', activityResult: 'FAILURE' }],
		[{ result: 'FAILURE' as const, output: 'no' }, { activityResult: 'FAILURE' }],
		[{ name: 'Another script', exitCode: 5 }, { activityResult: 'SUCCESS' }],
	])('can be planned: %j', async (wish, expected) => {
		session().simulator.state.jobs.plan(wish);
		expect(await ended()).toMatchObject(expected);
	});

	it('can be planned for the next one alone', async () => {
		session().simulator.state.jobs.plan({ exitCode: 5, times: 1 });
		expect(await ended()).toMatchObject({ activityResult: 'FAILURE' });
		expect(await ended()).toMatchObject({ activityResult: 'SUCCESS' });
	});

	it('can be that it goes on for good, until it is let go', async () => {
		const { jobs } = session().simulator.state;
		jobs.plan({ ends: 'NEVER' });
		for (let at = 0; at < 5; at++) await session().get('/v2/activities');
		expect(await ended()).toMatchObject({ statusCode: 'STARTED' });
		jobs.all()[0].held = false;
		await session().get('/v2/activities');
		expect(jobs.all()).toEqual([]);
	});
});

describe('a bridge', () => {
	const bridge = async (shell: 'PowerShell' | 'Bash', parameters: string) => {
		const id = shell === 'Bash' ? deviceOf('LINUX_SERVER') : windows();
		const script = scriptNamed(`n8n Bridge: ${shell}`);
		const { body } = await run(id, { type: 'SCRIPT', id: script, parameters, runAs: 'system' });
		await feed(id, body.jobUid);
		return { id, last: (await feed(id, body.jobUid)).at(-1) };
	};
	const encoded = (text: string, encoding: 'utf8' | 'utf16le' = 'utf8') =>
		Buffer.from(text, encoding).toString('base64');

	it.each([
		['Bash', encoded('uptime\ndate'), 'ran 11 characters: uptime'],
		['PowerShell', encoded('Get-Date # ä'), 'ran 12 characters: Get-Date # ä'],
		['PowerShell', encoded('Get-Date # ä', 'utf16le'), 'ran 12 characters: Get-Date # ä'],
	] as const)('of %s decodes %s', async (shell, parameters, output) => {
		const { last } = await bridge(shell, parameters);
		expect(last).toMatchObject({
			message: expect.stringContaining(`Result: Success\n${output}`),
			data: { exitCode: 0 },
		});
	});

	it('fails with the exit code of the text', async () => {
		const { last } = await bridge('Bash', encoded('echo hello\nexit 3'));
		expect(last).toMatchObject({
			activityResult: 'FAILURE',
			message: expect.stringContaining('Result: FAILURE'),
			data: { exitCode: 3 },
		});
	});

	it('fails for what is not base64', async () => {
		expect((await bridge('Bash', 'ls -l')).last?.activityResult).toBe('FAILURE');
	});

	it.each([
		['Bash', 'ninja-property-set assetText "All is well"'],
		['PowerShell', 'Set-Output assetText All is well'],
	] as const)('of %s writes a custom field', async (shell, text) => {
		const { id } = await bridge(shell, encoded(text));
		const values = session().simulator.state.fieldValues.readable({ scope: 'NODE', id });
		expect(values.assetText).toBe('All is well');
	});

	it('fails for a custom field that does not exist', async () => {
		const { last } = await bridge('Bash', encoded('ninja-property-set nothing 1'));
		expect(last).toMatchObject({ activityResult: 'FAILURE' });
	});
});

describe('the pace and the answer of a run', () => {
	const begin = async (on: Session) => {
		const id = deviceOf('WINDOWS_WORKSTATION', {}, on);
		const script = scriptNamed('Collect event logs', on);
		return { id, answer: await run<unknown>(id, { type: 'SCRIPT', id: script }, on) };
	};

	it.each<[SimulatorOptions['scriptAnswer'], number, unknown]>([
		['empty', 204, ''],
		['activityId', 200, { activityId: expect.any(Number) }],
		['jobUid', 200, { jobUid: expect.stringMatching(/^[\da-f-]{36}$/) }],
		['uuid', 200, expect.stringMatching(/^[\da-f-]{36}$/)],
	])('is told by %s', async (scriptAnswer, status, body) => {
		await during({ scriptAnswer }, async (on) => {
			expect((await begin(on)).answer).toMatchObject({ status, body });
		});
	});

	it('can be time instead of looks', async () => {
		let now = Date.now();
		await during({ jobProgress: { ms: 4000 }, now: () => now }, async (on) => {
			const { id } = await begin(on);
			const jobs = () => on.get<JobRow[]>(`/v2/device/${id}/jobs`);
			expect(await jobs()).toMatchObject([{ jobStatus: 'START_REQUESTED' }]);
			expect(await jobs()).toMatchObject([{ jobStatus: 'START_REQUESTED' }]);
			now += 2000;
			expect(await jobs()).toMatchObject([{ jobStatus: 'STARTED' }]);
			now += 2000;
			expect(await jobs()).toEqual([]);
		});
	});

	it('can be more looks', async () => {
		await during({ jobProgress: { polls: 4 } }, async (on) => {
			const { id } = await begin(on);
			const statuses: unknown[] = [];
			for (let at = 0; at < 4; at++) {
				statuses.push((await on.get<JobRow[]>(`/v2/device/${id}/jobs`))[0]?.jobStatus);
			}
			expect(statuses).toEqual(['START_REQUESTED', 'STARTED', 'STARTED', undefined]);
		});
	});
});
