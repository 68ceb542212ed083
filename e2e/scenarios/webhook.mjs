/** The webhook trigger from activation to deactivation: what NinjaOne is told, what it sends, and what is refused. */

import { credentialFor, withCredential } from '../../playground/credential.mjs';
import { APP } from '../../playground/simulator.mjs';
import { activate, chain, deactivate, settled, verdict } from '../lib/workflows.mjs';

export const title = 'The webhook trigger starts a workflow at once, and only for NinjaOne';

const PROOF = 'X-N8N-NinjaOne-Secret';
const EVENTS = [{ event: 'newAlert' }, { event: 'alertReset' }, { event: 'newDevice' }];
const CODES = [
	'TRIGGERED',
	'RESET',
	'NODE_CREATED',
	'NODE_MANUALLY_APPROVED',
	'NODE_AUTOMATICALLY_APPROVED',
];

const workflow = (id, more = {}) =>
	chain(
		id,
		`Told by NinjaOne: ${id}`,
		{
			name: 'NinjaOne Webhook Trigger',
			type: 'n8n-nodes-ninjaone.ninjaOneWebhookTrigger',
			webhookId: `${id}-webhook`,
			parameters: { events: { row: EVENTS }, ...more },
		},
		{ name: 'Done', type: 'n8n-nodes-base.noOp' },
	);
const FIRST = workflow('webhook-trigger', { removeConfiguration: true });
const SECOND = workflow('another-webhook-trigger');
/** As it comes: whose configuration NinjaOne has cannot be asked, so none is removed. */
const CAREFUL = workflow('careful-webhook-trigger');
const SECRET = 'a-secret-of-24-characters';
const BY_HAND = ['one', 'two'].map((name) =>
	workflow(`by-hand-${name}`, { registration: 'hand', secret: SECRET }),
);

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	const simulator = await context.startSimulator({ devices: 200, organizations: 5 });
	const n8n = await context.startN8n();
	const credential = await n8n.saveCredential(credentialFor(simulator));
	for (const each of [FIRST, SECOND, CAREFUL, ...BY_HAND])
		await n8n.importWorkflow(withCredential(each, credential));

	const configuration = await registers(context, { simulator, n8n });
	await delivers(context, { simulator, n8n });
	await refuses(context, { simulator, n8n, configuration });
	await keepsOthersOut(context, { simulator, n8n });

	await n8n.stop();
	const again = await context.startN8n();
	await survivesRestart(context, { simulator, n8n: again, configuration });
	await leavesNothing(context, { simulator, n8n: again });
	await byHand(context, { simulator, n8n: again });

	const other = await context.startN8n({ home: 'other' });
	const itsCredential = await other.saveCredential(credentialFor(simulator));
	await other.importWorkflow(withCredential(CAREFUL, itsCredential));
	await twoN8n(context, { simulator, one: again, other });
}

/** What the simulator was told by our app; undefined where nothing is set. */
async function told(simulator) {
	const { configurations } = await simulator.look('webhooks');
	return configurations[APP.clientId]?.configuration;
}

async function registers({ check }, { simulator, n8n }) {
	const { status, error } = await activate(n8n, FIRST.id);
	check('n8n activates the workflow', status === 'published', error ?? status);
	const configuration = await told(simulator);
	check(
		'NinjaOne is told the address of the workflow',
		configuration?.url.startsWith(`${n8n.url}/webhook/`),
		configuration,
	);
	const codes = new Set(Object.values(configuration?.activities ?? {}).flat());
	check('NinjaOne is told what the events need, and no more', same(codes, CODES), [...codes]);
	check('NinjaOne is told a secret to send along', secretIn(configuration)?.length === 64);
	return configuration;
}

const secretIn = ({ headers = [] } = {}) => headers.find(({ name }) => name === PROOF)?.value;

/** Lets something happen, waits until it is delivered, and gives the activities. */
async function happens(simulator, happening) {
	const answer = await simulator.act('happen', happening);
	await simulator.look('webhooks/idle');
	return answer;
}

/** Items of all executions, as `event activityId`. */
async function items(n8n, id = FIRST.id) {
	const executions = await settled(n8n, id);
	const read = await Promise.all(executions.map(({ id }) => n8n.execution(id)));
	return read.flatMap(({ output }) =>
		output('Done').map(({ event, activityId }) => `${event} ${activityId}`),
	);
}

const idOf = ({ activities }, code) => activities.find(({ statusCode }) => statusCode === code)?.id;

async function delivers({ check }, { simulator, n8n }) {
	const raised = await happens(simulator, { what: 'alert', deviceId: 3 });
	const reset = await happens(simulator, { what: 'reset', uid: raised.alert.uid });
	const joined = await happens(simulator, { what: 'joinApproved' });
	await happens(simulator, { what: 'ticket' });
	const expected = [
		`newAlert ${idOf(raised, 'TRIGGERED')}`,
		`alertReset ${idOf(reset, 'RESET')}`,
		`newDevice ${idOf(joined, 'NODE_CREATED')}`,
	];
	const found = await items(n8n);
	check('each event starts one execution with its item', same(found, expected), found);

	const activityId = idOf(raised, 'TRIGGERED');
	const { sent } = await simulator.act('webhooks/resend', { activityId });
	await simulator.look('webhooks/idle');
	const afterwards = await items(n8n);
	check(
		'an event that NinjaOne sends once more starts nothing',
		sent === 1 && same(afterwards, found),
		afterwards,
	);
	const { deliveries } = await simulator.look('webhooks');
	check(
		'every call of NinjaOne was taken at the first try',
		deliveries.every(({ outcome, tries }) => outcome === 'delivered' && tries === 1),
		deliveries.map(({ outcome, tries, status }) => ({ outcome, tries, status })),
	);
}

const same = (some, others) => [...some].sort().join() === [...others].sort().join();

async function refuses({ check }, { simulator, n8n, configuration }) {
	const before = await items(n8n);
	const [alert] = (await simulator.look('webhooks')).deliveries;
	const fresh = JSON.stringify({ ...alert.body, id: alert.body.id + 1_000_000 });
	const proof = { [PROOF]: secretIn(configuration) };
	const post = async (body, headers, type = 'application/json') =>
		(
			await fetch(configuration.url, {
				method: 'POST',
				headers: { 'content-type': type, ...headers },
				body,
			})
		).status;

	const strangers = [await post(fresh, {}), await post(fresh, { [PROOF]: 'a guess' })];
	check('a call without the secret is answered 401', same(strangers, [401, 401]), strangers);
	const malformed = [
		await post('{}', proof),
		await post('[1, 2]', proof),
		await post('{"id": "1", "statusCode": "TRIGGERED", "activityType": "CONDITION"}', proof),
		await post('id=1', proof, 'text/plain'),
	];
	check(
		'a call that is no activity is answered 400',
		malformed.every((status) => status === 400),
		malformed,
	);
	const broken = await post('{"id": 1', proof);
	check('a call that is no JSON is refused by n8n itself', broken === 422, broken);
	const large = await post(JSON.stringify({ filling: 'x'.repeat(2_000_000) }), proof);
	check('a call that is too large is answered 413', large === 413, large);
	const after = await items(n8n);
	check('none of them starts an execution', same(after, before), after);
}

async function keepsOthersOut({ check, log }, { simulator, n8n }) {
	const before = await told(simulator);
	const { status, error } = await activate(n8n, SECOND.id);
	log(`n8n says: ${error}`);
	check('a second workflow of the same app is not activated', status === 'failed', status);
	check(
		'n8n says why, and which workflow has it',
		/one webhook configuration/.test(error) && error.includes(FIRST.id),
		error,
	);
	check('and the first one keeps what it has', (await told(simulator)).url === before.url);
	await n8n.rest('POST', `workflows/${SECOND.id}/deactivate`);
	const raised = await happens(simulator, { what: 'alert', deviceId: 4 });
	const found = await items(n8n);
	check('and goes on receiving', found.includes(`newAlert ${idOf(raised, 'TRIGGERED')}`), found);
}

async function survivesRestart({ check, log }, { simulator, n8n, configuration }) {
	const { status, error } = await verdict(n8n, FIRST.id);
	check('after a restart of n8n the workflow is active', status === 'published', error ?? status);
	const now = await told(simulator);
	check(
		'NinjaOne still has its address and secret',
		JSON.stringify(now) === JSON.stringify(configuration),
		now,
	);
	const raised = await happens(simulator, { what: 'alert', deviceId: 5 });
	const expected = `newAlert ${idOf(raised, 'TRIGGERED')}`;
	const found = await items(n8n);
	check(
		'and an event starts one execution',
		found.filter((item) => item === expected).length === 1,
		found,
	);

	const old = found.at(-2);
	await simulator.act('webhooks/resend', { activityId: Number(old.split(' ')[1]) });
	await simulator.look('webhooks/idle');
	const times = (await items(n8n)).filter((item) => item === old).length;
	log(
		`an event from before the restart that NinjaOne sends once more is told ${times} times in all`,
	);
}

async function leavesNothing({ check }, { simulator, n8n }) {
	await deactivate(n8n, FIRST.id);
	const left = await told(simulator);
	check('once deactivated, NinjaOne has no configuration of ours', left === undefined, left);
	const before = await items(n8n);
	await happens(simulator, { what: 'alert', deviceId: 6 });
	const after = await items(n8n);
	check('and events start nothing', same(after, before), after);
}

/** As NinjaOne's notification channels do: the address with its secret was written there by hand. */
async function byHand({ check }, { simulator, n8n }) {
	for (const { id } of BY_HAND) await activate(n8n, id);
	check(
		'registered by hand, nothing is sent to NinjaOne',
		(await told(simulator)) === undefined,
		await told(simulator),
	);
	const { deliveries } = await simulator.look('webhooks');
	const body = JSON.stringify({ ...deliveries[0].body, id: 9_000_001 });
	const post = async ({ id }, secret) =>
		(
			await fetch(`${n8n.url}/webhook/${id}-webhook/webhook?secret=${secret}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body,
			})
		).status;
	const answers = [];
	for (const each of BY_HAND) answers.push(await post(each, SECRET), await post(each, 'a guess'));
	check('each takes calls with its secret alone', same(answers, [200, 401, 200, 401]), answers);
	const found = [];
	for (const { id } of BY_HAND) found.push(...(await items(n8n, id)));
	check('and any number of workflows starts', found.length === BY_HAND.length, found);
	for (const { id } of BY_HAND) await deactivate(n8n, id);
}

async function twoN8n({ check }, { simulator, one, other }) {
	for (const [leaves, stays, name] of [
		[one, other, 'the first'],
		[other, one, 'the second'],
	]) {
		await activate(leaves, CAREFUL.id);
		await activate(stays, CAREFUL.id);
		await deactivate(leaves, CAREFUL.id);
		const raised = await happens(simulator, { what: 'alert', deviceId: 7 });
		const found = await items(stays, CAREFUL.id);
		check(
			`two n8n on one app: with ${name} deactivated, the other still hears`,
			found.includes(`newAlert ${idOf(raised, 'TRIGGERED')}`),
			found,
		);
		await deactivate(stays, CAREFUL.id);
	}
}
