import { type WebhookConfiguration, WebhookPayloadSchema } from '../../contracts';
import { apps, type Delivery, type SimulatorOptions, type Webhook } from '../../simulator';
import { bearerOf, during, eachTest, type Session } from './client';
import { type Receiver, startReceiver, undecided } from './receiver';

const session = eachTest({ webhookRetryMs: 1 });
let receiver: Receiver;
beforeEach(async () => {
	receiver = await startReceiver();
});
afterEach(() => receiver.stop());

type Wish = Partial<WebhookConfiguration>;
interface Refused {
	errorMessage: string;
}
const put = (wish: object = {}, headers?: Record<string, string>, on: Session = session()) =>
	on.call<Refused>('/v2/webhook', { method: 'PUT', json: { url: receiver.url, ...wish }, headers });
const remove = () => session().call<Refused>('/v2/webhook', { method: 'DELETE' });
const state = () => session().simulator.state;
const webhooks = () => session().simulator.webhooks;
const webhookOf = (clientId = apps.full.clientId): Webhook => webhooks().configurations()[clientId];
const troubles = () =>
	state()
		.activities.all()
		.map(({ statusCode }) => statusCode)
		.filter((code) => code.startsWith('WEBHOOK_'));
const otherApp = () => ({ authorization: bearerOf(session().simulator, apps.user, 5001) });

/** Adds what is to be delivered, and waits until it is. */
async function deliver(...wishes: Parameters<Session['simulator']['state']['addActivity']>[0][]) {
	const added = wishes.map((wish) => state().addActivity(wish).id);
	await webhooks().idle();
	return added;
}
const deviceIn = (organizationId: number) =>
	state()
		.devices.all()
		.find((device) => device.organizationId === organizationId)?.id;

describe('the configuration of a webhook', () => {
	it('is taken, replaced as a whole, and removed, without an answer', async () => {
		const answer = await put({ expand: ['device'], organizationIds: [1] });
		expect([answer.status, answer.body]).toEqual([204, '']);
		await put({ headers: [{ name: 'X-Key', value: 'a' }] });
		expect(webhookOf()).toEqual({
			configuration: { url: receiver.url, headers: [{ name: 'X-Key', value: 'a' }] },
			enabled: true,
			failures: 0,
		});
		expect((await remove()).status).toBe(204);
		expect((await remove()).status).toBe(204);
		expect(webhooks().configurations()).toEqual({});
	});

	it('belongs to the app that sent it, cannot be read, and needs the scope management', async () => {
		await put({ organizationIds: [1] });
		await put({ organizationIds: [2] }, otherApp());
		expect(webhookOf().configuration.organizationIds).toEqual([1]);
		expect(webhookOf(apps.user.clientId).configuration.organizationIds).toEqual([2]);
		expect((await session().call('/v2/webhook')).status).toBe(404);
		const readOnly = { authorization: bearerOf(session().simulator, apps.readOnly) };
		expect((await put({}, readOnly)).status).toBe(403);
	});

	it.each<[string, object]>([
		['no address', { url: undefined }],
		['an address that is none', { url: 'hook' }],
		['another protocol', { url: 'ftp://127.0.0.1/hook' }],
		['an address on another machine', { url: 'http://198.51.100.7/hook' }],
		['a name that only begins like this machine', { url: 'http://localhost.example/hook' }],
		['an unknown property', { secret: 'a' }],
		['activities that are a list', { activities: ['CONDITION'] }],
		['codes that are no list', { activities: { CONDITION: '*' } }],
		['something else to expand', { expand: ['policy'] }],
		['headers that are an object', { headers: { 'X-Key': 'a' } }],
		['a header over several lines', { headers: [{ name: 'X-Key', value: 'a\r\nb: c' }] }],
		['organizations by name', { organizationIds: ['One'] }],
	])('with %s is refused', async (_case, wish) => {
		expect((await put(wish)).status).toBe(400);
		expect(webhooks().configurations()).toEqual({});
	});

	const administrators = {
		options: { webhookNeedsAdministrator: true },
		refusal: 'Only system administrators can configure webhooks',
	};
	const psa = {
		options: { otherPsaConfigured: true },
		refusal: 'Different PSA is already configured',
	};
	const anybody = { options: {}, refusal: undefined };
	it.each<[string, { options: SimulatorOptions; refusal?: string }, number?]>([
		['by a machine is taken, unless an option is set', anybody, undefined],
		['by an administrator is taken', { ...administrators, refusal: undefined }, 5001],
		['by another technician is refused', administrators, 5008],
		['by a machine is refused', administrators, undefined],
		['is refused to anybody where another PSA is in its place', psa, 5001],
	])('%s: %j', async (_case, { options, refusal }, userId) => {
		await during(options, async (other) => {
			const authorization = bearerOf(other.simulator, apps.full, userId);
			const answers = [
				await put({}, { authorization }, other),
				await other.call<Refused>('/v2/webhook', { method: 'DELETE', headers: { authorization } }),
			];
			expect(answers.map(({ status }) => status)).toEqual(refusal ? [403, 403] : [204, 204]);
			expect(answers.map(({ body }) => body.errorMessage)).toEqual([refusal, refusal]);
		});
	});
});

describe('a webhook', () => {
	it('delivers activities as the feed has them, with its headers', async () => {
		await put({ headers: [{ name: 'Authorization', value: 'Key 1' }] });
		await deliver({ deviceId: 5, message: 'Hello' });
		expect(receiver.received).toHaveLength(1);
		const [{ headers, body }] = receiver.received;
		expect(headers).toMatchObject({
			authorization: 'Key 1',
			'content-type': 'application/json',
		});
		expect(body).toEqual(state().activities.get(state().activities.lastId));
	});

	it('delivers in order, one at a time', async () => {
		await put();
		const { reaction, decide } = undecided();
		receiver.next = [reaction];
		const added = state()
			.burst(300)
			.map(({ id }) => id);
		await session().call('/v2/organizations');
		expect(receiver.received.length).toBeLessThan(2);
		decide(200);
		await webhooks().idle();
		expect(receiver.ids()).toEqual(added);
	});

	it('delivers what the API brings about, too', async () => {
		const { uid } = state().triggerAlert(5);
		await put();
		await session().call(`/v2/alert/${uid}`, { method: 'DELETE' });
		await webhooks().idle();
		expect(receiver.received.map(({ body }) => body.statusCode)).toEqual(['RESET']);
	});

	it.each<[string, Wish, string[]]>([
		['everything, where activities are left out', {}, ['a', 'b', 'c', 'd']],
		['a type', { activities: { CONDITION: ['*'] } }, ['a', 'b']],
		['some codes of a type', { activities: { CONDITION: ['RESET'] } }, ['b']],
		['several types', { activities: { CONDITION: ['TRIGGERED'], SYSTEM: ['*'] } }, ['a', 'd']],
		['nothing, where no type is named', { activities: {} }, []],
	])('delivers %s', async (_case, wish, expected) => {
		await put(wish);
		await deliver(
			{ message: 'a', activityType: 'CONDITION', statusCode: 'TRIGGERED' },
			{ message: 'b', activityType: 'CONDITION', statusCode: 'RESET' },
			{ message: 'c', activityType: 'ACTION', statusCode: 'TRIGGERED' },
			{ message: 'd' },
		);
		expect(receiver.received.map(({ body }) => body.message)).toEqual(expected);
	});

	it('delivers what belongs to its organizations: nothing that is without a device', async () => {
		await put({ organizationIds: [1, 3] });
		const [first, , third] = await deliver(
			{ deviceId: deviceIn(1) },
			{ deviceId: deviceIn(2) },
			{ deviceId: deviceIn(3) },
			{ userId: 5001 },
		);
		expect(receiver.ids()).toEqual([first, third]);
	});

	it('expands what it is asked to, where there is such a thing', async () => {
		await put({ expand: ['device', 'organization', 'location'] });
		await deliver({ deviceId: 5 }, { userId: 5001 });
		const [about, without] = receiver.received.map(({ body }) => body);
		const device = state().devices.get(5);
		expect(about).toMatchObject({
			device: { id: 5, systemName: device?.systemName },
			organization: { id: device?.organizationId },
			location: { id: device?.locationId },
		});
		expect(WebhookPayloadSchema.strict().safeParse(about).error?.issues).toBeUndefined();
		expect(without).not.toHaveProperty('device');
		await put({ expand: ['location'] });
		await deliver({ deviceId: 5 });
		const [, , last] = receiver.received;
		expect(last.body).toHaveProperty('location');
		expect(last.body).not.toHaveProperty('device');
	});

	it('delivers to each app for itself', async () => {
		const other = await startReceiver();
		await put();
		await put({ url: other.url }, otherApp());
		const added = await deliver({}, {});
		expect([receiver.ids(), other.ids()]).toEqual([added, added]);
		await other.stop();
	});

	it('delivers nothing any more once it is removed', async () => {
		await put();
		await remove();
		await deliver({});
		expect(receiver.received).toEqual([]);
	});

	it('sends what is queued to the address that takes the place of the last one', async () => {
		const other = await startReceiver();
		await put();
		const { reaction, decide } = undecided();
		receiver.next = [reaction];
		const [first, second] = [state().addActivity().id, state().addActivity().id];
		await put({ url: other.url });
		decide(200);
		await webhooks().idle();
		expect([receiver.ids(), other.ids()]).toEqual([[first], [second]]);
		expect(webhookOf()).toMatchObject({ enabled: true, failures: 0 });
		await other.stop();
	});
});

describe('a delivery that is not taken', () => {
	it.each([500, 404, 302, 'cut'] as const)('is tried again after %s', async (reaction) => {
		await put();
		receiver.next = [reaction];
		const [id] = await deliver({});
		expect(receiver.ids()).toEqual([id, id]);
		expect(webhooks().deliveries()).toMatchObject([
			{ activityId: id, tries: 2, status: 200, outcome: 'delivered' },
		]);
	});

	it('is tried again after silence', async () => {
		await during({ webhookRetryMs: 1, webhookTimeoutMs: 1000 }, async (other) => {
			await put({}, {}, other);
			receiver.next = ['silence'];
			const { id } = other.simulator.state.addActivity();
			await other.simulator.webhooks.idle();
			// A busy machine may be late with the second answer too.
			expect(receiver.ids().slice(0, 2)).toEqual([id, id]);
			expect(other.simulator.webhooks.deliveries()).toMatchObject([{ outcome: 'delivered' }]);
		});
	});

	it('fails after three tries, which the feed reports', async () => {
		await put();
		receiver.next = [500, 'cut', 503];
		const [failed, next] = await deliver({}, {});
		expect(receiver.ids()).toEqual([failed, failed, failed, next]);
		expect(webhooks().deliveries()).toMatchObject([
			{ activityId: failed, tries: 3, status: 503, outcome: 'failed', url: receiver.url },
			{ activityId: next, tries: 1, status: 200, outcome: 'delivered' },
		]);
		expect(troubles()).toEqual(['WEBHOOK_FAILED']);
		expect(webhookOf()).toMatchObject({ enabled: true, failures: 0 });
	});

	it('counts as failed where nobody listens', async () => {
		await put();
		await receiver.stop();
		await deliver({});
		expect(webhooks().deliveries()).toMatchObject([{ tries: 3, status: 0, outcome: 'failed' }]);
	});

	it('disables the webhook when it is the fifth in a row, until it is configured again', async () => {
		await put();
		receiver.usual = 500;
		const added = await deliver(...Array.from({ length: 8 }, () => ({})));
		expect(new Set(receiver.ids())).toEqual(new Set(added.slice(0, 5)));
		expect(webhookOf()).toMatchObject({ enabled: false, failures: 5 });
		expect(troubles()).toEqual([...Array<string>(5).fill('WEBHOOK_FAILED'), 'WEBHOOK_DISABLED']);
		receiver.usual = 200;
		await deliver({});
		expect(receiver.received).toHaveLength(15);
		await put();
		const [last] = await deliver({});
		expect(receiver.ids().at(-1)).toBe(last);
	});

	it('disables at another number where the option says so', async () => {
		await during({ webhookRetryMs: 1, webhookFailuresAllowed: 1 }, async (other) => {
			await put({}, {}, other);
			receiver.usual = 500;
			other.simulator.state.addActivity();
			await other.simulator.webhooks.idle();
			expect(other.simulator.webhooks.configurations()[apps.full.clientId].enabled).toBe(false);
		});
	});

	it('does not keep the simulator from stopping', async () => {
		await put();
		receiver.usual = 'silence';
		state().burst(20);
		const arrived = session().simulator;
		await arrived.stop();
		await arrived.webhooks.idle();
		expect(arrived.webhooks.deliveries().map(({ outcome }) => outcome)).not.toContain('underWay');
		expect(receiver.received.length).toBeLessThan(2);
		await deliver({});
		expect(receiver.received.length).toBeLessThan(2);
	});
});

describe('the addresses about webhooks', () => {
	const admin = <Body>(path = '', method: 'GET' | 'POST' | 'DELETE' = 'GET', json?: unknown) =>
		session().send<Body>(`/_simulator/webhooks${path}`, { method, json });

	it('wait for the end of all deliveries, show and forget them', async () => {
		await put();
		const { id } = state().addActivity();
		expect((await admin('/idle')).status).toBe(204);
		const { body } = await admin<{ configurations: object; deliveries: Delivery[] }>();
		expect(body.configurations).toEqual(webhooks().configurations());
		expect(body.deliveries).toEqual(webhooks().deliveries());
		expect(body.deliveries).toMatchObject([
			{ clientId: apps.full.clientId, activityId: id, body: { id } },
		]);
		expect((await admin('', 'DELETE')).status).toBe(204);
		expect(webhooks().deliveries()).toEqual([]);
	});

	it('send one activity again to those who want it', async () => {
		await put({ activities: { COMMENT: ['*'] } });
		const [wanted, other] = await deliver({ activityType: 'COMMENT' }, {});
		const resend = (json: object) => admin('/resend', 'POST', json);
		expect(await resend({ activityId: wanted })).toMatchObject({ status: 200, body: { sent: 1 } });
		expect(await resend({ activityId: other })).toMatchObject({ status: 200, body: { sent: 0 } });
		expect((await resend({ activityId: 1 })).status).toBe(404);
		expect((await resend({})).status).toBe(400);
		await webhooks().idle();
		expect(receiver.ids()).toEqual([wanted, wanted]);
	});
});
