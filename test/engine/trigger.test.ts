import type { IDataObject } from 'n8n-workflow';
import { apps } from '../../simulator';
import { CredentialStore } from '../harness/credentials';
import { activate, waitingFor, type TriggerSettings } from '../harness/poll';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 60, organizations: 3, alerts: 5 });

const start = (row: IDataObject | IDataObject[], more: Partial<TriggerSettings> = {}) =>
	activate({
		parameters: waitingFor(row),
		credential: credentialFor(simulator),
		...more,
	});
const { state } = simulator;

/** A store of credentials that can be made to wait, in one look after some others. */
class SlowStore extends CredentialStore {
	private looks = 0;
	private wait: Promise<unknown> | undefined;
	/** @returns what ends the waiting */
	hangAfter(looks: number): () => void {
		let end: (value?: unknown) => void = () => undefined;
		this.looks = looks;
		this.wait = new Promise((resolve) => {
			end = resolve;
		});
		return end;
	}
	override async getDecrypted() {
		const wait = this.looks-- === 0 ? this.wait : undefined;
		await wait;
		return await super.getDecrypted();
	}
}

const requests = () => simulator.requests.matching({ path: /^\/v2\// });

describe('Activation', () => {
	it('tells nothing of the past and sets a bookmark with one request', async () => {
		const trigger = start({ event: 'newAlert' });
		expect(await trigger.poll()).toBeNull();
		expect(requests()).toHaveLength(1);
		expect(trigger.stored()).toMatchObject({
			state: { version: 2, bookmark: state.activities.lastId },
		});
		expect(await trigger.poll()).toBeNull();
	});

	it('tells what is active where that is wanted, and each alert once', async () => {
		const trigger = start({ event: 'newAlert' });
		const eager = activate({
			parameters: waitingFor({ event: 'newAlert' }, { emitStanding: true }),
			credential: credentialFor(simulator),
		});
		const items = await eager.poll();
		expect(items?.map(({ alertUid }) => alertUid).sort()).toEqual([...state.alerts.keys()].sort());
		expect(await eager.poll()).toBeNull();
		expect(await trigger.poll()).toBeNull();
	});

	it('outlives a throttled first call and loses nothing of what happens meanwhile', async () => {
		simulator.faults.add({ kind: 'throttle', retryAfterSeconds: 60, path: '/v2/activities' });
		const trigger = start({ event: 'newAlert' });
		expect(await trigger.poll()).toBeNull();
		expect(trigger.warnings.join()).toMatch(/too many requests/);
		const { uid } = state.triggerAlert(3);
		expect((await trigger.poll())?.map(({ alertUid }) => alertUid)).toEqual([uid]);
	});

	it('says so at once where the credential is wrong', async () => {
		const trigger = start(
			{ event: 'newAlert' },
			{ credential: credentialFor(simulator, { clientSecret: 'wrong' }) },
		);
		await expect(trigger.poll()).rejects.toMatchObject({
			message: expect.stringMatching(/Wrong client secret/),
			failure: { cause: 'credential-invalid' },
		});
	});

	it('of a workflow that ran before goes on where it stopped, through an outage at the start', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		const { uid } = state.triggerAlert(3);
		simulator.faults.add({ kind: 'status', status: 503, times: 20 });
		const again = trigger.restart();
		expect(await again.poll()).toBeNull();
		simulator.faults.clear();
		expect((await again.poll())?.map(({ alertUid }) => alertUid)).toEqual([uid]);
	});
});

describe('An activation while NinjaOne does not answer', () => {
	const outage = { kind: 'status', status: 503, times: 'always' } as const;

	it('tells what was active and what happened since, once it answers', async () => {
		simulator.faults.add(outage);
		const parameters = waitingFor([{ event: 'newAlert' }, { event: 'deviceOnline' }], {
			emitStanding: true,
		});
		const trigger = start([], { parameters });
		expect(await trigger.poll()).toBeNull();
		state.goOffline(41);
		state.goOffline(43);
		const { uid } = state.triggerAlert(3);
		state.comeOnline(41);
		simulator.faults.clear();
		const items = (await trigger.poll()) ?? [];
		const standing = [...state.alerts.keys()];
		expect(standing).toContain(uid);
		const told = items.filter(({ isActive }) => isActive).map(({ alertUid }) => alertUid);
		expect(told.sort()).toEqual(standing.sort());
		expect(items).toContainEqual(expect.objectContaining({ event: 'deviceOnline', deviceId: 41 }));
		expect(await trigger.poll()).toBeNull();
	});

	it('goes by the bulk of times: one that is wrong or late changes nothing', async () => {
		const hour = 3600;
		const rows = Array.from({ length: 1500 }, (_, at) =>
			state.addActivity({ activityTime: state.now() - hour + at / 1000 }),
		);
		Object.assign(rows[5], { activityTime: state.now() + 999 * hour });
		Object.assign(rows[1490], { activityTime: state.now() + 999 * hour });
		simulator.faults.add(outage);
		const trigger = start({ event: 'newActivity' });
		expect(await trigger.poll()).toBeNull();
		const later = state.now() + 2;
		const since = [
			state.addActivity({ activityTime: later }),
			state.addActivity({ activityTime: later - hour }),
			...Array.from({ length: 1200 }, () => state.addActivity({ activityTime: later })),
		];
		simulator.faults.clear();
		const ids = (await trigger.poll())?.map(({ activityId }) => activityId) ?? [];
		// The few that came just before are told with one of a wrong time; what is long past is not.
		expect(ids.slice(-since.length)).toEqual(since.map(({ id }) => id));
		expect(ids.length - since.length).toBeLessThanOrEqual(10);
	});

	it('goes on in vain and tells n8n about it until NinjaOne answers', async () => {
		simulator.faults.add(outage);
		const trigger = start({ event: 'newAlert' });
		expect(await trigger.poll()).toBeNull();
		const held = trigger.held();
		await expect(trigger.poll()).rejects.toMatchObject({
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(trigger.held()).toEqual(held);
	});

	it('at the start of n8n is outlived by every kind of passing trouble', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		for (const fault of [
			outage,
			{ kind: 'status', status: 500 },
			{ kind: 'cut', times: 'always' },
			{ kind: 'throttlePage', times: 'always' },
			{ kind: 'throttle', times: 'always' },
		] as const) {
			simulator.faults.add({ ...fault, path: /^\/v2/ });
			const again = trigger.restart();
			expect(await again.poll()).toBeNull();
			expect(again.warnings).toHaveLength(1);
			expect(again.stored()).toEqual(trigger.stored());
			simulator.faults.clear();
			const { uid } = state.triggerAlert(3);
			expect(await again.poll()).toMatchObject([{ alertUid: uid }]);
			state.resetAlert(uid);
			await trigger.poll();
		}
	});
});

describe('A credential that was revoked', () => {
	it('says so in the first poll and in later ones', async () => {
		const { clientId } = apps.full;
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		simulator.authority.revokeApp(clientId);
		const refused = {
			message: expect.stringMatching(/does not know this client app/),
			failure: { cause: 'credential-invalid' },
		};
		await expect(trigger.poll()).rejects.toMatchObject(refused);
		await expect(trigger.restart().poll()).rejects.toMatchObject(refused);
		simulator.authority.restoreApp(clientId);
		expect(await trigger.poll()).toBeNull();
	});

	it('is not mistaken for a token that ran out', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		const { uid } = state.triggerAlert(3);
		simulator.faults.add({ kind: 'expireToken', path: /^\/v2/ });
		expect(await trigger.poll()).toMatchObject([{ alertUid: uid }]);
	});
});

describe('A poll', () => {
	it('that finds nothing takes one small request', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		simulator.requests.clear();
		await trigger.poll();
		expect(requests()).toHaveLength(1);
	});

	it('tells an alert with its device, organization and location by name', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		const { uid } = state.triggerAlert(3);
		const [item] = (await trigger.poll()) ?? [];
		const device = state.devices.get(3);
		expect(item).toMatchObject({
			event: 'newAlert',
			alertUid: uid,
			deviceId: 3,
			deviceName: device?.displayName,
			organizationId: device?.organizationId,
			organizationName: expect.any(String),
			locationName: expect.any(String),
			conditionName: expect.any(String),
			sourceType: expect.any(String),
			isActive: true,
			time: expect.stringMatching(/^\d{4}-/),
		});
		expect(await trigger.poll()).toBeNull();
	});

	it('adds the records as NinjaOne sends them where that is wanted', async () => {
		const trigger = activate({
			parameters: waitingFor({ event: 'newAlert' }, { output: 'full' }),
			credential: credentialFor(simulator),
		});
		await trigger.poll();
		const { uid } = state.triggerAlert(3);
		const [item] = (await trigger.poll()) ?? [];
		expect(item).toMatchObject({
			activity: { seriesUid: uid },
			alert: { uid },
			device: { id: 3 },
		});
	});

	it('takes a few requests for many events, never one for each', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		for (let id = 1; id <= 50; id++) state.triggerAlert(id);
		simulator.requests.clear();
		expect(await trigger.poll()).toHaveLength(50);
		expect(requests().length).toBeLessThanOrEqual(6);
	});

	it('that fails changes nothing, tells n8n why in its own terms, and the next one resumes', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		const { uid } = state.triggerAlert(3);
		const before = trigger.held();
		simulator.faults.add({ kind: 'throttle', retryAfterSeconds: 90 });
		await expect(trigger.poll()).rejects.toMatchObject({
			failure: { cause: 'rate-limited', retryAfterMs: 90_000 },
		});
		simulator.faults.add({ kind: 'status', status: 500 });
		await expect(trigger.poll()).rejects.toMatchObject({
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(trigger.held()).toEqual(before);
		expect((await trigger.poll())?.map(({ alertUid }) => alertUid)).toEqual([uid]);
	});

	it('does nothing while another is under way', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		state.triggerAlert(3);
		const [first, second] = await Promise.all([trigger.poll(), trigger.poll()]);
		expect([first?.length, second]).toEqual([1, null]);
	});

	it('of an activation that was replaced meanwhile leaves all to the new one', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		const { uid } = state.triggerAlert(3);
		const again = trigger.restart({ activation: 'update' });
		// n8n throws away what the old one gives, and does not store what it noted.
		expect((await Promise.all([trigger.poll(), again.poll()]))[1]).toBeNull();
		expect(await again.poll()).toMatchObject([{ alertUid: uid }]);
	});

	it('that hangs where no deadline reaches is given up, and repeats nothing if it comes back', async () => {
		const credential = new SlowStore(credentialFor(simulator));
		const trigger = start({ event: 'newActivity' }, { credential });
		await trigger.poll();
		const { id } = state.addActivity();
		// In n8n's own look at the credential, within the request.
		const release = credential.hangAfter(2);
		const hung = trigger.poll();
		expect(await trigger.poll()).toBeNull();
		const later = Date.now() + 120_000;
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
		expect(await trigger.poll()).toMatchObject([{ activityId: id }]);
		clock.mockRestore();
		const held = trigger.held();
		release();
		expect(await hung).toBeNull();
		expect(trigger.held()).toEqual(held);
	});

	it('that failed does not keep the next one from polling', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		simulator.faults.add({ kind: 'status', status: 500 });
		await expect(trigger.poll()).rejects.toThrow();
		expect(await trigger.poll()).toBeNull();
	});

	it('ends with the time that n8n grants, and says that this passes', async () => {
		const trigger = start({ event: 'newAlert' });
		await trigger.poll();
		const { uid } = state.triggerAlert(3);
		trigger.grant(100);
		simulator.faults.add({ kind: 'latency', ms: 400, path: /^\/v2/ });
		await expect(trigger.poll()).rejects.toMatchObject({
			failure: { cause: 'temporarily-unavailable' },
		});
		trigger.grant(undefined);
		expect(await trigger.poll()).toMatchObject([{ alertUid: uid }]);
	});

	it('tells what became visible after later activities', async () => {
		const trigger = start({ event: 'newActivity' });
		await trigger.poll();
		const late = state.addActivity();
		const hidden = state.activities.all() as unknown as unknown[];
		const next = state.addActivity();
		hidden.splice(hidden.indexOf(late), 1);
		expect((await trigger.poll())?.map(({ activityId }) => activityId)).toEqual([next.id]);
		hidden.splice(hidden.indexOf(next), 0, late);
		expect((await trigger.poll())?.map(({ activityId }) => activityId)).toEqual([late.id]);
		expect(await trigger.poll()).toBeNull();
	});
});
