import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NinjaOne } from '../../nodes/NinjaOne/NinjaOne.node.js';
import { technicianOf } from '../harness/credentials';
import { editorContext, runNode } from '../harness/engine';
import { byId } from '../harness/nock';
import { credentialFor, withSimulator } from '../harness/simulated';
import { onNextWait, waits } from '../harness/waits';

const simulator = withSimulator({ devices: 400, organizations: 4 });

const devicesOf = (pattern: RegExp) =>
	simulator.state.devices
		.all()
		.filter(
			({ nodeClass, offline, approvalStatus }) =>
				pattern.test(nodeClass) && !offline && approvalStatus === 'APPROVED',
		)
		.map(({ id }) => id);
const bridge = (name: string) =>
	Number(simulator.state.scripts.all().find((script) => script.name === `n8n Bridge: ${name}`)?.id);
const runs = () => simulator.requests.matching({ method: 'POST', path: /script\/run$/ });
const looks = () => simulator.requests.matching({ path: /activities$/ });

/** The editor with a node that runs a script on this device. */
const inEditor = (deviceId: number) =>
	editorContext(credentialFor(simulator), {
		resource: 'script',
		operation: 'run',
		deviceId: byId(deviceId),
	});

const execute = async (parameters: object, items: IDataObject[] = [{}]) =>
	await runNode({
		parameters: { resource: 'script', ...parameters } as INodeParameters,
		items,
		credential: technicianOf(simulator),
	});

describe('Run PowerShell', () => {
	const runPowerShell = {
		operation: 'runPowerShell',
		deviceId: byId('={{ $json.id }}'),
		script: '={{ $json.script }}',
		wait: true,
	};

	it('on 50 devices runs 50 times, gives 50 paired results, and looks once per interval for all, while NinjaOne throttles', async () => {
		const items = devicesOf(/WINDOWS/)
			.slice(0, 50)
			.map((id) => ({ id, script: `Write-Output ${id}` }));
		simulator.faults.add({ kind: 'throttle', method: 'POST', times: 12, skip: 5 });
		simulator.faults.add({ kind: 'throttle', path: /activities$/, times: 2, skip: 1 });
		const { items: output, error } = await execute(
			{ ...runPowerShell, bridgeScriptId: bridge('PowerShell'), options: { concurrency: 20 } },
			items,
		);
		expect(error).toBeUndefined();
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		for (const [i, { json }] of output.entries()) {
			expect(json).toMatchObject({
				deviceId: items[i].id,
				outcome: 'success',
				exitCode: 0,
				output: expect.stringContaining(items[i].script),
				script: items[i].script,
			});
		}
		const acted = runs().filter((each) => each.acted);
		expect(acted).toHaveLength(50);
		expect(new Set(acted.map(({ path }) => path)).size).toBe(50);
		expect(looks().length).toBeLessThan(15);
	});

	it('tells a failing script from a good one by its exit code', async () => {
		const [id] = devicesOf(/WINDOWS/);
		const { json } = await execute({ ...runPowerShell, bridgeScriptId: bridge('PowerShell') }, [
			{ id, script: 'exit 3' },
		]);
		expect(json[0]).toMatchObject({ outcome: 'failure', exitCode: 3, result: 'FAILURE' });
	});

	it("gives the console text out of the activity's message, and the message as it came", async () => {
		const [id] = devicesOf(/WINDOWS/);
		simulator.state.jobs.plan({ deviceId: id, output: 'C: 12 % free\n\nD: full', times: 1 });
		const { json } = await execute({ ...runPowerShell, bridgeScriptId: bridge('PowerShell') }, [
			{ id, script: 'Get-Volume' },
		]);
		expect(json[0]).toMatchObject({
			outcome: 'success',
			result: 'SUCCESS',
			output: 'C: 12 % free\n\nD: full',
			message: expect.stringMatching(/^Action completed: Run n8n Bridge[^]*D: full$/),
		});
	});

	it('reads the custom field that the script wrote its output to', async () => {
		const [id] = devicesOf(/WINDOWS/);
		const { json } = await execute(
			{ ...runPowerShell, bridgeScriptId: bridge('PowerShell'), outputField: 'assetText' },
			[{ id, script: 'ninja-property-set assetText "all is well"' }],
		);
		expect(json[0]).toMatchObject({
			customField: 'assetText',
			customFieldValue: 'all is well',
		});
	});

	it('keeps the outcome when that custom field cannot be read', async () => {
		const [id] = devicesOf(/WINDOWS/);
		simulator.faults.add({ kind: 'status', status: 403, path: /custom-fields$/ });
		const { json, error } = await execute(
			{ ...runPowerShell, bridgeScriptId: bridge('PowerShell'), outputField: 'assetText' },
			[{ id, script: 'Get-Volume' }],
		);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({
			outcome: 'success',
			customFieldValue: null,
			customFieldError: expect.stringMatching(/denies access/),
		});
	});

	it('is refused on a device of another class before anything is started', async () => {
		const [id] = devicesOf(/LINUX/);
		const { error } = await execute({ ...runPowerShell, bridgeScriptId: bridge('PowerShell') }, [
			{ id, script: 'Get-Volume' },
		]);
		expect(error?.message).toMatch(/LINUX_\w+, which does not run PowerShell/);
		expect(runs()).toHaveLength(0);
	});

	it('is refused when the text is too long, before anything is sent', async () => {
		const [id] = devicesOf(/WINDOWS/);
		const { error } = await execute({ ...runPowerShell, bridgeScriptId: bridge('PowerShell') }, [
			{ id, script: 'x'.repeat(7000) },
		]);
		expect(error?.message).toMatch(/"Script" is too long: 9336 characters once encoded, 8000/);
		expect(simulator.requests.matching({ path: /^\/v2/ })).toHaveLength(0);
	});

	it('is refused without the bridge script', async () => {
		const { error } = await execute(runPowerShell, [{ id: 1, script: 'x' }]);
		expect(error?.message).toMatch(/"Bridge Script ID" is missing/);
	});
});

describe('Run Bash', () => {
	it('runs on Linux, and keeps letters of all languages', async () => {
		const [id] = devicesOf(/LINUX/);
		const script = 'echo "Grüße, 世界"';
		const { json } = await execute({
			operation: 'runBash',
			deviceId: byId(id),
			bridgeScriptId: bridge('Bash'),
			script,
			wait: true,
		});
		expect(json[0]).toMatchObject({ outcome: 'success', output: expect.stringContaining(script) });
	});
});

describe('Run', () => {
	const run = async (parameters: object) =>
		await execute({ operation: 'run', deviceId: byId(devicesOf(/WINDOWS/)[0]), ...parameters });

	it('sends a script by its ID, with type, parameters and the exact role', async () => {
		const { json } = await run({
			runnable: byId('SCRIPT:801'),
			parameters: '-Days 30',
			runAs: 'SYSTEM',
		});
		expect(json[0]).toMatchObject({ outcome: 'dispatched', type: 'SCRIPT', id: 801 });
		expect(runs()[0].body).toEqual({
			type: 'SCRIPT',
			id: 801,
			parameters: '-Days 30',
			runAs: 'system',
		});
		expect(looks()).toHaveLength(0);
	});

	it('sends parameters as one base64 text where that is wanted, since the agent splits at blanks', async () => {
		const parameters = '--name "Gr\u00fc\u00dfe an alle"';
		const script = { runnable: byId('SCRIPT:801'), encodeParameters: true };
		await run({ ...script, parameters });
		await run({ ...script, parameters: '' });
		const [first, second] = runs().map(({ body }) => body as IDataObject);
		expect(first.parameters).toMatch(/^[A-Za-z0-9+/]+=*$/);
		expect(Buffer.from(String(first.parameters), 'base64').toString('utf8')).toBe(parameters);
		expect(second).not.toHaveProperty('parameters');
	});

	it('sends a built-in action by its UID, picked from what the device offers', async () => {
		const [id] = devicesOf(/WINDOWS/);
		const { listSearch } = new NinjaOne().methods;
		const context = inEditor(id);
		const { results } = await listSearch.searchScripts.call(context, 'restore point');
		expect(results).toEqual([
			{ name: 'Create restore point (built-in action)', value: expect.stringMatching(/^ACTION:/) },
		]);
		await run({ runnable: byId(results[0].value) });
		expect(runs()[0].body).toMatchObject({ type: 'ACTION', uid: expect.any(String) });
	});

	it('says that it is still running when the time is over, and what to do', async () => {
		const [id] = simulator.state.devices
			.all()
			.filter(({ nodeClass, offline }) => /WINDOWS/.test(nodeClass) && offline)
			.map((device) => device.id);
		const { json } = await run({
			deviceId: byId(id),
			runnable: byId('SCRIPT:801'),
			wait: true,
			waitMinutes: 1,
		});
		expect(json[0]).toMatchObject({
			outcome: 'running',
			message: expect.stringMatching(/still running.*do not start it again/s),
		});
		expect(waits.reduce((all, ms) => all + ms)).toBeGreaterThanOrEqual(60_000);
		expect(waits).toEqual([...waits].sort((a, b) => a - b));
		expect(runs()).toHaveLength(1);
	});

	it.each([
		['cut before NinjaOne acted', { kind: 'cut', when: 'before' }, 0],
		['cut after NinjaOne acted', { kind: 'cut', when: 'after' }, 1],
		['answered with 502 after NinjaOne acted', { kind: 'status', when: 'after' }, 1],
		['never answered', { kind: 'hang' }, 0],
	] as const)('is sent once when the call is %s', async (_, fault, acted) => {
		simulator.faults.add({ ...fault, path: /script\/run$/ });
		const { error } = await run({ runnable: byId('SCRIPT:801'), wait: true });
		expect(error?.message).toMatch(/may have been carried out, so it was not sent again/);
		expect(runs()).toHaveLength(1);
		expect(runs().filter((each) => each.acted)).toHaveLength(acted);
	});

	it('keeps what was started when its activities cannot be read', async () => {
		simulator.faults.add({ kind: 'status', status: 500, path: /activities$/, skip: 1 });
		const { json } = await run({ runnable: byId('SCRIPT:801'), wait: true });
		expect(json[0]).toMatchObject({
			outcome: 'unknown',
			message: expect.stringMatching(/was started, and then its activities could not be read/),
		});
	});

	it('stops waiting at once when the workflow is cancelled', async () => {
		const { json } = await runNode({
			parameters: {
				resource: 'script',
				operation: 'run',
				deviceId: byId(devicesOf(/WINDOWS/)[0]),
				runnable: byId('SCRIPT:801'),
				wait: true,
			},
			credential: technicianOf(simulator),
			onStart: (cancel) => onNextWait(cancel),
		});
		expect(json).toEqual([]);
		expect(looks()).toHaveLength(1);
	});

	it('with Client Credentials is refused by NinjaOne, and the message names the grant to use', async () => {
		const { error } = await runNode({
			parameters: {
				resource: 'script',
				operation: 'run',
				deviceId: byId(devicesOf(/WINDOWS/)[0]),
				runnable: byId('SCRIPT:801'),
			},
			credential: credentialFor(simulator),
		});
		expect(error?.message).toMatch(/Authorization Code grant/);
	});

	it.each(['', 'SCRIPT:', 'SCRIPT:../1', 'ACTION:12', 'x'])(
		'refuses %j as a script',
		async (value) => {
			const { error } = await execute(
				{ operation: 'run', deviceId: byId(1), runnable: byId('={{ $json.value }}') },
				[{ value }],
			);
			expect(error?.message).toMatch(/Parameter "Script"/);
			expect(simulator.requests.matching({ path: /^\/v2/ })).toHaveLength(0);
		},
	);
});

describe.each(['empty', 'jobUid', 'activityId', 'uuid'] as const)(
	'a script whose start NinjaOne answers with %s',
	(scriptAnswer) => {
		const answering = withSimulator({ devices: 60, organizations: 2, scriptAnswer });

		it('is recognised among the activities of its device', async () => {
			const id = answering.state.devices
				.all()
				.find(({ nodeClass, offline }) => /WINDOWS/.test(nodeClass) && !offline)?.id;
			const { json, error } = await runNode({
				parameters: {
					resource: 'script',
					operation: 'run',
					deviceId: byId(id),
					runnable: byId('SCRIPT:801'),
					wait: true,
				},
				items: [{}, {}],
				credential: technicianOf(answering),
			});
			expect(error).toBeUndefined();
			expect(json.map(({ outcome }) => outcome)).toEqual(['success', 'success']);
			expect(new Set(json.map(({ seriesUid }) => seriesUid)).size).toBe(2);
		});
	},
);

describe('the library and the options of a device', () => {
	it('are listed, built-in actions among the scripts', async () => {
		const library = await execute({ operation: 'getMany', returnAll: true });
		expect(library.json.length).toBeGreaterThan(10);
		const [id] = devicesOf(/WINDOWS/);
		const { json } = await execute({ operation: 'getOptions', deviceId: byId(id) });
		const types = (json[0].scripts as IDataObject[]).map(({ type }) => type);
		expect(new Set(types)).toEqual(new Set(['SCRIPT', 'ACTION']));
	});

	it('tell who a script can run as', async () => {
		const { loadOptions } = new NinjaOne().methods;
		const context = inEditor(devicesOf(/WINDOWS/)[0]);
		const options = await loadOptions.getRunAs.call(context);
		expect(options.map(({ value }) => value)).toContain('system');
		expect(options.some(({ value }) => /^\d+$/.test(String(value)))).toBe(true);
	});
});
