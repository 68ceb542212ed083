import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';
import { apps } from '../../simulator';
import { technicianOf } from '../harness/credentials';
import { waits } from '../harness/waits';
import { bearer, credential as nockCredential, ninjaOne, secret, server } from '../harness/nock';
import { waitingFor } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';
import { webhookWorkflow, type WebhookSettings, type WebhookWorkflow } from '../harness/webhook';

const simulator = withSimulator({ devices: 40, organizations: 3, alerts: 5 });
const elsewhere = withSimulator({ devices: 5 });
const guarded = withSimulator({ devices: 5, webhookNeedsAdministrator: true });

const alerts = waitingFor({ event: 'newAlert' });
/** Another app, which people alone may use. */
const userApp = { clientId: apps.user.clientId, clientSecret: apps.user.clientSecret };
/** Of an app that nothing else uses. */
const tidy = { ...alerts, removeConfiguration: true };
const { clientId } = apps.full;
const configured = () => simulator.webhooks.configurations()[clientId]?.configuration;
const sent = (method: string) => simulator.requests.matching({ method, path: '/v2/webhook' });
const headerOf = ({ headers = [] }: { headers?: Array<{ name: string; value: string }> } = {}) =>
	headers[0];

let workflows: WebhookWorkflow[] = [];
function workflow(more: Partial<WebhookSettings> = {}): WebhookWorkflow {
	const made = webhookWorkflow({
		parameters: alerts,
		credential: credentialFor(simulator),
		...more,
	});
	workflows.push(made);
	return made;
}
const another = (more: Partial<WebhookSettings> = {}) => workflow({ workflowId: 'other', ...more });

afterEach(() => {
	for (const made of workflows) made.crash();
	workflows = [];
	simulator.webhooks.remove(clientId);
});

describe('Activation', () => {
	it('tells NinjaOne the address, the activities and a secret of its own', async () => {
		const trigger = workflow();
		await trigger.publish();
		expect(configured()).toMatchObject({
			url: 'http://127.0.0.1:5678/webhook/path-of-workflow-1/webhook',
			expand: ['device', 'organization', 'location'],
			activities: { CONDITION: ['TRIGGERED'], MONITOR: ['TRIGGERED'] },
		});
		expect(headerOf(configured())).toEqual({
			name: 'X-N8N-NinjaOne-Secret',
			value: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		expect(configured()).not.toHaveProperty('organizationIds');
	});

	it('asks for organizations that were given by name by their IDs', async () => {
		const named = simulator.state.organizations.get(2)?.name;
		const trigger = workflow({
			parameters: waitingFor([{ event: 'newAlert', deviceFilters: { organizationIds: named } }]),
		});
		await trigger.publish();
		expect(configured()).toMatchObject({ organizationIds: [2] });
	});

	it('asks for what all events need together, and for one kind of activity once', async () => {
		const organizationIds = [1, 2];
		const trigger = workflow({
			parameters: waitingFor([
				{ event: 'newAlert', deviceFilters: { organizationIds: [1] } },
				{ event: 'alertReset', deviceFilters: { organizationIds } },
				{ event: 'scriptFinished', deviceFilters: { organizationIds } },
			]),
		});
		await trigger.publish();
		const { activities = {}, ...rest } = configured() ?? {};
		expect(rest).toMatchObject({ organizationIds });
		expect(activities.CONDITION).toEqual(['RESET', 'TRIGGERED']);
		expect(activities.ACTION).toEqual(
			expect.arrayContaining(['BLOCKED', 'CANCELLED', 'COMPLETED', 'RESET', 'TRIGGERED']),
		);
	});

	it('asks for everything where any activity is wanted', async () => {
		await workflow({ parameters: waitingFor({ event: 'newActivity' }) }).publish();
		expect(configured()).not.toHaveProperty('activities');
	});

	it('again, with other events, tells NinjaOne those and keeps the secret of calls under way', async () => {
		const trigger = workflow();
		await trigger.publish();
		const before = headerOf(configured());
		trigger.edit(waitingFor({ event: 'alertReset' }));
		await trigger.publish('update');
		expect(configured()?.activities?.CONDITION).toEqual(['RESET']);
		expect(headerOf(configured())).toEqual(before);
	});

	it('again without a change wakes a webhook that NinjaOne had given up', async () => {
		const trigger = workflow();
		await trigger.publish();
		await trigger.publish('update');
		expect(sent('PUT')).toHaveLength(2);
	});

	it('after a deactivation has another secret', async () => {
		const trigger = workflow();
		await trigger.publish();
		const before = headerOf(configured());
		await trigger.deactivate();
		await trigger.publish();
		expect(headerOf(configured())).not.toEqual(before);
	});

	it.each(['init', 'leadershipChange'] as const)(
		'by n8n itself (%s) tells NinjaOne again, and outlives that it does not answer',
		async (activation) => {
			const trigger = workflow();
			await trigger.publish();
			trigger.crash();
			simulator.requests.clear();
			await trigger.publish(activation);
			expect(sent('PUT')).toHaveLength(1);
			trigger.crash();
			simulator.faults.add({ kind: 'status', status: 503, times: 'always' });
			await trigger.publish(activation);
			expect(trigger.warnings.join()).toMatch(/could not be sent to NinjaOne again/);
			await expect(another().publish()).rejects.toThrow(/ID workflow-1 is active/);
		},
	);
});

describe('An activation that fails', () => {
	it.each([
		['throttled', { kind: 'throttle', times: 'always' }, /too many requests/],
		['in an outage', { kind: 'status', status: 503, times: 'always' }, /No answer from NinjaOne/],
		['refused', { kind: 'status', status: 403 }, /denies access/],
	] as const)(
		'%s says so, keeps nothing and leaves the app to others',
		async (_, fault, message) => {
			const trigger = workflow();
			simulator.faults.add({ ...fault, path: '/v2/webhook' });
			await expect(trigger.publish()).rejects.toThrow(message);
			expect(trigger.stored().state).toBeUndefined();
			simulator.faults.clear();
			await another().publish();
			expect(configured()?.url).toMatch(/path-of-other/);
		},
	);

	it('tells what NinjaOne demands of whoever sets it up', async () => {
		const trigger = workflow({ credential: credentialFor(guarded) });
		await expect(trigger.publish()).rejects.toThrow(/Only system administrators/);
	});

	it('tells that the credential is wrong', async () => {
		const trigger = workflow({ credential: credentialFor(simulator, { clientSecret: 'wrong' }) });
		await expect(trigger.publish()).rejects.toThrow(/Wrong client secret/);
	});

	it('has sent nothing where NinjaOne could not reach the address', async () => {
		const trigger = workflow({ credential: nockCredential });
		await expect(trigger.publish()).rejects.toMatchObject({
			message: expect.stringMatching(/cannot reach the webhook address http:\/\/127.0.0.1:5678$/),
			description: expect.stringMatching(/WEBHOOK_URL/),
		});
	});

	it('shows neither the secret nor a token, even where NinjaOne repeats what it was sent', async () => {
		const trigger = workflow({ credential: nockCredential, address: 'https://n8n.example.com' });
		const secrets: string[] = [bearer, secret];
		ninjaOne()
			.put('/v2/webhook')
			.reply(400, (_, body) => {
				secrets.push(headerOf(body as never).value);
				return { resultCode: 'FAILURE', errorMessage: `Not this: ${JSON.stringify(body)}` };
			});
		const error = await trigger.publish().catch((thrown: unknown) => thrown as Error);
		const shown = JSON.stringify([error, Object.entries(error ?? {}), String(error)]);
		expect(shown).toMatch(/did not accept the request: Not this/);
		expect(secrets).toHaveLength(3);
		for (const hidden of secrets) expect(shown).not.toContain(hidden);
		expect(nock.isDone()).toBe(true);
		expect(server).toMatch(/^https/);
	});
});

describe('An activation whose answer is lost', () => {
	const lost = { kind: 'cut', when: 'after', times: 'always', path: '/v2/webhook' } as const;
	const activity = { id: 88, activityType: 'CONDITION', statusCode: 'TRIGGERED', deviceId: 3 };

	it('is gone on with by the next one: NinjaOne keeps the secret that it has', async () => {
		const trigger = workflow();
		simulator.faults.add(lost);
		await expect(trigger.publish()).rejects.toThrow(/No answer from NinjaOne/);
		const sentSecret = headerOf(configured());
		expect(sentSecret).toBeDefined();
		simulator.faults.clear();
		await trigger.publish();
		expect(headerOf(configured())).toEqual(sentSecret);
	});

	it('knows its secret while NinjaOne already calls with it', async () => {
		const trigger = workflow();
		simulator.faults.add(lost);
		await trigger.publish().catch(() => {});
		const value = String(headerOf(configured())?.value);
		const called = await trigger.call({
			body: { ...activity, device: { id: 3, displayName: 'PC-3' } },
			headers: { 'x-n8n-ninjaone-secret': value },
		});
		expect(called).toMatchObject({ status: 200, items: [{ activityId: 88 }] });
	});

	it('that NinjaOne has refused leaves no secret behind', async () => {
		const trigger = workflow();
		simulator.faults.add({ kind: 'status', status: 403, path: '/v2/webhook' });
		await expect(trigger.publish()).rejects.toThrow(/denies access/);
		const refused = sent('PUT').map(({ body }) => headerOf(body as never)?.value);
		await trigger.publish();
		expect(refused).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
		expect(headerOf(configured())?.value).not.toBe(refused[0]);
	});
});

describe('Deactivation', () => {
	it('leaves what cannot be told from the configuration of somebody else, and says what to do', async () => {
		const trigger = workflow();
		await trigger.publish();
		simulator.requests.clear();
		await trigger.deactivate();
		expect(simulator.requests.all()).toEqual([]);
		expect(trigger.warnings.join()).toMatch(/was left at NinjaOne.*Notification channels/);
		expect(trigger.stored().state).not.toHaveProperty('configuration');
	});

	it('takes the configuration back where nothing else uses the app', async () => {
		const trigger = workflow({ parameters: tidy });
		await trigger.publish();
		await trigger.deactivate();
		expect(configured()).toBeUndefined();
		expect(trigger.warnings).toEqual([]);
		expect(trigger.stored().state).not.toHaveProperty('configuration');
		await trigger.deactivate();
		expect(sent('DELETE')).toHaveLength(1);
	});

	it('does not touch the app that a credential has been pointed to meanwhile', async () => {
		const credential = { ...credentialFor(simulator) };
		const trigger = workflow({ credential, parameters: tidy });
		await trigger.publish();
		Object.assign(credential, credentialFor(simulator, userApp));
		await trigger.deactivate();
		expect(sent('DELETE')).toEqual([]);
		expect(trigger.warnings.join()).toMatch(/another API app now/);
	});

	it('succeeds while NinjaOne does not answer, and says what that means', async () => {
		const trigger = workflow({ parameters: tidy });
		await trigger.publish();
		simulator.faults.add({ kind: 'status', status: 503, times: 'always' });
		waits.length = 0;
		await trigger.deactivate();
		expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(5_000);
		expect(trigger.warnings.join()).toMatch(/was left at NinjaOne.*goes on calling in vain/);
		simulator.faults.clear();
		await another().publish();
	});

	it('succeeds after the credential is gone', async () => {
		const credential = { ...credentialFor(simulator) };
		const trigger = workflow({ credential, parameters: tidy });
		await trigger.publish();
		credential.customHost = 'not a host';
		await trigger.deactivate();
		expect(trigger.warnings.join()).toMatch(/was left at NinjaOne/);
		await another().publish();
	});
});

/** Processes of n8n that know nothing of each other: each forgets what the other has claimed. */
describe('Two n8n with one API app', () => {
	it.each([
		['as it comes', alerts],
		['that takes its configuration back where this n8n knows of no other', tidy],
	])(
		'%s: the one that was replaced cannot be told, so it removes nothing unasked',
		async (_, parameters) => {
			const first = workflow({ parameters });
			await first.publish();
			first.crash();
			const second = another();
			await second.publish();
			expect(configured()?.url).toMatch(/path-of-other/);
			await first.deactivate();
			expect(configured()?.url).toMatch(/path-of-other/);
		},
	);

	it('either deactivated, the other still hears', async () => {
		const [first, second] = [workflow(), another()];
		await first.publish();
		first.crash();
		await second.publish();
		second.crash();
		await first.deactivate();
		expect(configured()?.url).toMatch(/path-of-other/);
		await first.publish();
		first.crash();
		await second.deactivate();
		expect(configured()?.url).toMatch(/path-of-workflow-1/);
	});
});

describe('Two workflows of one API app', () => {
	it('do not take it from each other: the second is refused and told who has it', async () => {
		const [first, second] = [workflow(), another()];
		await first.publish();
		const before = configured();
		await expect(second.publish()).rejects.toMatchObject({
			message: expect.stringMatching(/the workflow with ID workflow-1 is active/),
			description: expect.stringMatching(/polling trigger/),
		});
		expect(configured()).toEqual(before);
		await first.deactivate();
		await second.publish();
		expect(configured()?.url).toMatch(/path-of-other/);
	});

	it('share nothing within one workflow either', async () => {
		await workflow().publish();
		await expect(workflow({ nodeId: 'webhook-2' }).publish()).rejects.toThrow(
			/this workflow itself is active/,
		);
	});

	it('may replace each other where that is wanted, and the first one then takes nothing back', async () => {
		const first = workflow();
		const second = another({ parameters: { ...alerts, replaceOther: true } });
		await first.publish();
		await second.publish();
		expect(configured()?.url).toMatch(/path-of-other/);
		await first.deactivate();
		expect(configured()?.url).toMatch(/path-of-other/);
		await expect(first.publish()).rejects.toThrow(/ID other is active/);
	});

	it('find out at the start of n8n, too', async () => {
		const first = workflow();
		const second = another({ parameters: { ...alerts, replaceOther: true } });
		await first.publish();
		await second.publish();
		for (const each of [first, second]) each.crash();
		await second.publish('init');
		await expect(first.publish('init')).rejects.toThrow(/ID other is active/);
		expect(configured()?.url).toMatch(/path-of-other/);
	});

	it('know each other by the app, however the server is spelled', async () => {
		await workflow().publish();
		const customHost = simulator.url.replace('127.0.0.1', 'localhost');
		const second = another({ credential: credentialFor(simulator, { customHost }) });
		await expect(second.publish()).rejects.toThrow(/ID workflow-1 is active/);
	});

	it('do not know of each other where the apps are different', async () => {
		await workflow().publish();
		const other = technicianOf(elsewhere, apps.user);
		await another({ credential: other }).publish();
		expect(configured()?.url).toMatch(/path-of-workflow-1/);
		const there = elsewhere.webhooks.configurations()[apps.user.clientId];
		expect(there?.configuration.url).toMatch(/path-of-other/);
	});
});

describe('A test in the editor', () => {
	const activity: IDataObject = {
		id: 77,
		activityType: 'CONDITION',
		statusCode: 'TRIGGERED',
		deviceId: 3,
		device: { id: 3, displayName: 'PC-3' },
	};

	it('listens at the address for tests, tells what comes, and takes itself back', async () => {
		const trigger = workflow({ parameters: tidy });
		await trigger.listen();
		expect(configured()?.url).toMatch(/\/webhook-test\//);
		const { name, value } = headerOf(configured());
		const headers = { [name.toLowerCase()]: value };
		const { items } = await trigger.callTest({ body: activity, headers });
		expect(items).toMatchObject([{ event: 'newAlert', activityId: 77, deviceName: 'PC-3' }]);
		await trigger.endTest();
		expect(configured()).toBeUndefined();
		expect(trigger.stored()).toEqual({});
		await trigger.publish();
	});

	it('is refused where another process of n8n has the workflow active', async () => {
		const trigger = workflow();
		await trigger.publish();
		trigger.crash();
		trigger.setActive(true);
		const before = configured();
		await expect(trigger.listen()).rejects.toThrow(/this workflow itself is active/);
		expect(configured()).toEqual(before);
	});

	it('that ended with a crash is mended by the next activation', async () => {
		const trigger = workflow();
		await trigger.listen();
		trigger.crash();
		expect(configured()?.url).toMatch(/webhook-test/);
		await trigger.publish();
		expect(configured()?.url).not.toMatch(/webhook-test/);
	});

	it('does not take the events away from the active workflow', async () => {
		const trigger = workflow();
		await trigger.publish();
		const before = configured();
		await expect(trigger.listen()).rejects.toMatchObject({
			message: expect.stringMatching(/this workflow itself is active/),
			description: expect.stringMatching(/Deactivate it first/),
		});
		await trigger.endTest();
		expect(configured()).toEqual(before);
		await expect(
			another({ parameters: { ...alerts, replaceOther: true } }).listen(),
		).rejects.toThrow(/ID workflow-1 is active/);
	});
});

describe('A trigger that is registered by hand', () => {
	const phrase = 'a-secret-of-24-characters';
	const parameters = { ...alerts, registration: 'hand', secret: phrase };
	const activity: IDataObject = {
		id: 91,
		activityType: 'CONDITION',
		statusCode: 'TRIGGERED',
		deviceId: 3,
		device: { id: 3, displayName: 'PC-3' },
	};

	it('sends NinjaOne nothing when it is activated, started again and deactivated', async () => {
		const trigger = workflow({ parameters });
		await trigger.publish();
		trigger.crash();
		await trigger.publish('init');
		await trigger.deactivate();
		expect(simulator.requests.all()).toEqual([]);
		expect(trigger.warnings).toEqual([]);
	});

	it.each(['started again', 'activated again'])(
		'tells that a device came online that had gone offline before it was %s',
		async (how) => {
			const online = {
				...waitingFor({ event: 'deviceOnline' }),
				registration: 'hand',
				secret: phrase,
			};
			const trigger = workflow({ parameters: online });
			const proof = { query: { secret: phrase } };
			await trigger.publish();
			await trigger.call({ body: { ...activity, id: 90 }, ...proof });
			const { uid } = simulator.state.goOffline(12);
			if (how === 'started again') trigger.crash();
			else await trigger.deactivate();
			await trigger.publish('init');
			simulator.state.resetAlert(uid);
			const device = { id: 12, displayName: 'PC-12' };
			const back = {
				...activity,
				id: 92,
				deviceId: 12,
				device,
				statusCode: 'RESET',
				seriesUid: uid,
			};
			expect(await trigger.call({ body: back, ...proof })).toMatchObject({
				items: [{ event: 'deviceOnline', deviceId: 12 }],
			});
		},
	);

	it('is activated while NinjaOne does not answer', async () => {
		simulator.faults.add({ kind: 'status', status: 500, path: '/v2/alerts', times: 'always' });
		const trigger = workflow({
			parameters: {
				...waitingFor({ event: 'deviceOnline' }),
				registration: 'hand',
				secret: phrase,
			},
		});
		await trigger.publish();
		expect(trigger.warnings.join()).toMatch(/offline could not be read/);
		expect(JSON.stringify(trigger.warnings)).not.toContain(phrase);
	});

	it('can stand in any number of workflows', async () => {
		await workflow({ parameters }).publish();
		await another({ parameters }).publish();
		await workflow({ workflowId: 'third' }).publish();
	});

	it.each([
		['in the address', { query: { secret: phrase } }],
		['in the header', { headers: { 'x-n8n-ninjaone-secret': phrase } }],
	])('takes a call with the secret %s, once', async (_, proof) => {
		const trigger = workflow({ parameters });
		await trigger.publish();
		const call = { body: activity, ...proof };
		expect(await trigger.call(call)).toMatchObject({ status: 200, items: [{ activityId: 91 }] });
		expect(await trigger.call(call)).toMatchObject({ status: 200, items: null });
	});

	it.each([{}, { query: { secret: 'wrong' } }, { headers: { 'x-n8n-ninjaone-secret': '' } }])(
		'answers 401 to %j',
		async (proof) => {
			const trigger = workflow({ parameters });
			await trigger.publish();
			expect(await trigger.call({ body: activity, ...proof })).toMatchObject({
				status: 401,
				items: null,
			});
		},
	);

	it.each(['', 'short', 'with blanks and more of them'])(
		'is not activated with the secret "%s"',
		async (weak) => {
			const trigger = workflow({ parameters: { ...parameters, secret: weak } });
			await expect(trigger.publish()).rejects.toMatchObject({
				message: expect.stringMatching(/Parameter "Secret" is (empty|too short)/),
				description: expect.stringMatching(/at least 16/),
			});
		},
	);
});
