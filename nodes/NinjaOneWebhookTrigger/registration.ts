import { randomBytes } from 'node:crypto';
import { deepCopy, type IDataObject, type IHookFunctions } from 'n8n-workflow';
import { connect, type Connection } from '../../api/connection';
import { alerts } from '../../api/endpoints/alerts';
import { webhooks } from '../../api/endpoints/webhooks';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { agentOffline, learnFrom } from '../events/alerts';
import { emptyMemory } from '../events/memory';
import { appOf, claimOf, dropClaims, otherClaim, setClaim, type Claim } from './claims';
import { configurationOf } from './configuration';
import { readWanted, readWebhookSettings } from './settings';
import {
	forgetState,
	keep,
	latestState,
	noteAndKeep,
	noteState,
	notedState,
	readWebhookState,
	triggerOf,
	type WebhookState,
} from './state';

/** Milliseconds that somebody may wait who activates a workflow. */
const longestMs = 30_000;
/** Milliseconds that somebody may wait who deactivates one: it succeeds in any case. */
const longestRemovalMs = 5_000;

/** What n8n gives as the reason when it starts, or takes over from another process, rather than when a person does. */
const starts = ['init', 'leadershipChange'];

async function connectFor(context: IHookFunctions, ms = longestMs): Promise<Connection> {
	return await connect(context, { deadline: Date.now() + ms, longestWaitMs: ms / 3 });
}

const warn = (context: IHookFunctions, message: string) =>
	context.logger.warn(`NinjaOne Webhook Trigger: ${message}`);

/**
 * Whether NinjaOne has what this trigger wants. Nobody can ask NinjaOne, and it gives up a webhook that could not be
 * reached for a while, so whoever publishes the workflow has the configuration sent again. When n8n starts, that is
 * tried, too; where it fails, the last one counts. A trigger that is registered by hand has nothing to send.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const { registration, secret } = readWebhookSettings(context);
	if (registration === 'hand') {
		await learnByHand(context, secret ?? '');
		return true;
	}
	const state = readWebhookState(context);
	if (!state?.configuration || !starts.includes(context.getActivationMode())) return false;
	const wanted = await wantedConfiguration(context, state.secret);
	if (JSON.stringify(wanted) !== JSON.stringify(state.configuration)) return false;
	const app = await appOf(context);
	const claim = claimOf(context);
	if (state.app !== app || otherClaim(app, claim)) return false;
	setClaim(app, claim);
	const connection = await connectFor(context);
	await unlessItFails(
		context,
		'the configuration could not be sent to NinjaOne again, so the last one counts',
		async () => await put(connection, wanted),
	);
	keep(context, await withOffline(context, connection, state));
	return true;
}

/** Learns who is offline where calls come by hand; NinjaOne is asked for nothing else, and need not answer. */
async function learnByHand(context: IHookFunctions, secret: string): Promise<void> {
	const { recent = [], memory = emptyMemory() } = readWebhookState(context) ?? {};
	const before = latestState(context, { version: 1, secret, recent, memory });
	await unlessItFails(context, offlineUnknown, async () => {
		if (!(await wantsOnline(context))) return;
		noteAndKeep(context, await withOffline(context, await connectFor(context), before));
	});
}

const wantsOnline = async (context: IHookFunctions) =>
	(await readWanted(context)).some(({ event }) => event === 'deviceOnline');

const offlineUnknown =
	'the devices that are offline could not be read, so it may be missed that they come online';

/** Does what is not vital: a failure is logged. */
async function unlessItFails(context: IHookFunctions, what: string, act: () => Promise<void>) {
	try {
		await act();
	} catch (error) {
		warn(context, `${what}. ${asNinjaOneError(error).message}`);
	}
}

/**
 * A state that knows who is offline now: by the end of such an alert a device is seen to come online. n8n forgets with a
 * restart what calls have noted.
 */
async function withOffline(
	context: IHookFunctions,
	connection: Connection,
	state: WebhookState,
): Promise<WebhookState> {
	if (!(await wantsOnline(context))) return state;
	const memory = deepCopy(state.memory);
	await unlessItFails(context, offlineUnknown, async () => {
		const query = { sourceType: agentOffline };
		for (const alert of await rowsFor(connection)(call(alerts.list, { query }))) {
			learnFrom(alert, memory, [agentOffline]);
		}
	});
	return { ...state, memory };
}

async function wantedConfiguration(context: IHookFunctions, secret: string): Promise<IDataObject> {
	const url = String(context.getNodeWebhookUrl('default'));
	return configurationOf(await readWanted(context), url, secret);
}

/** The secret is in the configuration: it is hidden wherever the call is shown. */
async function put(connection: Connection, configuration: IDataObject): Promise<void> {
	const [{ value }] = configuration.headers as Array<{ value: string }>;
	await send(connection, call(webhooks.configure, { body: configuration, secrets: [value] }));
}

/** Sends NinjaOne the configuration. Never takes the app from another workflow unless that is wanted. */
export async function register(context: IHookFunctions): Promise<boolean> {
	const connection = await connectFor(context);
	const app = await appOf(context);
	const isTest = context.getMode() === 'manual';
	const claim = claimOf(context, isTest);
	demandFree(context, app, claim);
	const stored = readWebhookState(context);
	const before = stored ? latestState(context, stored) : notedState(triggerOf(context));
	// A call that is on its way while the workflow is published anew still carries the last secret.
	const secret = before?.configuration ? before.secret : randomBytes(32).toString('hex');
	const configuration = await wantedConfiguration(context, secret);
	demandReachable(connection, String(configuration.url));
	const state: WebhookState = {
		version: 1,
		configuration,
		app,
		...(isTest ? { isTest } : {}),
		secret,
		recent: before?.recent ?? [],
		memory: before?.memory ?? emptyMemory(),
	};
	await putNoted(context, connection, state, configuration);
	setClaim(app, claim);
	keep(context, await withOffline(context, connection, state));
	return true;
}

/**
 * Notes the secret before it is sent: NinjaOne may call before the answer is here, or have taken the configuration though
 * the answer was lost. The next try then uses the same one. A refusal leaves nothing.
 */
async function putNoted(
	context: IHookFunctions,
	connection: Connection,
	state: WebhookState,
	configuration: IDataObject,
): Promise<void> {
	const trigger = triggerOf(context);
	noteState(trigger, state);
	try {
		await put(connection, configuration);
	} catch (error) {
		const { status } = asNinjaOneError(error);
		const isRefusal = status !== undefined && status < 500;
		if (isRefusal) forgetState(trigger);
		throw asNinjaOneError(error);
	}
}

/** @throws NinjaOneError where another trigger of this n8n has the app, and where a test would take it away */
function demandFree(context: IHookFunctions, app: string, mine: Claim): void {
	// A test can run in another process of n8n's than the active workflow, where no claim is known.
	const active =
		mine.isTest && context.getWorkflow().active ? { ...mine, isTest: false } : undefined;
	const other = otherClaim(app, mine) ?? active;
	if (!other) return;
	const { replaceOther } = readWebhookSettings(context);
	if (mine.isTest || other.isTest || !replaceOther) throw appInUse(other, mine);
}

function appInUse(other: Claim, mine: Claim): NinjaOneError {
	const where =
		other.workflowId === mine.workflowId
			? 'this workflow itself'
			: `the workflow with ID ${other.workflowId}`;
	const state = other.isTest ? 'is being tested' : 'is active';
	const message = `NinjaOne keeps one webhook configuration for an API app, and ${where} ${state} with this one, so nothing was changed`;
	return new NinjaOneError(message, {
		description: mine.isTest
			? 'A test would take the events away from the active workflow. Deactivate it first, use a credential of another API app, or test with pinned data.'
			: 'Use a credential of another API app, put the events of both into one trigger, use the polling trigger, or turn on "Replace Another Workflow\'s Configuration". Or set Registration to "By Hand in NinjaOne", of which there can be any number.',
	});
}

/** An address on this machine is of no use to NinjaOne, unless that runs here, too. */
function demandReachable({ server }: Connection, url: string): void {
	const isLocal = (address: string) =>
		/^https?:\/\/(localhost|127\.|\[::1\]|0\.0\.0\.0)/i.test(address);
	if (!isLocal(url) || isLocal(server)) return;
	throw new NinjaOneError(`NinjaOne cannot reach the webhook address ${new URL(url).origin}`, {
		description:
			'Set the environment variable WEBHOOK_URL of n8n to the address under which it is reached from outside. Or use the polling trigger, which needs no such address.',
		failure: { cause: 'configuration-invalid' },
	});
}

/**
 * Ends the registration. NinjaOne cannot be asked whose configuration it has, so it is removed only where the author of
 * the workflow says that nothing else uses the app, and never where this n8n knows better. A workflow can be deactivated
 * while NinjaOne does not answer, or after its credential is gone.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const state = readWebhookState(context);
	// Nothing but an activation that failed: what it noted is for the next one.
	if (!state?.configuration) return true;
	const claim = claimOf(context, state.isTest);
	const left = await removeConfiguration(context, state, claim);
	if (left) warn(context, `the configuration was left at NinjaOne: ${left}. ${whatFollows}`);
	dropClaims(claim);
	forgetState(triggerOf(context));
	const { version, secret, recent, memory } = state;
	keep(context, { version, secret, recent, memory });
	return true;
}

const whatFollows =
	'If it still leads here, NinjaOne goes on calling in vain until it gives up. To end that, activate the workflow and deactivate it again with "Remove Configuration on Deactivation" on, or delete the notification channel of type Webhook in NinjaOne (Administration > Apps > Notification channels)';

/** @returns why it was not removed; undefined where it was */
async function removeConfiguration(
	context: IHookFunctions,
	{ app }: WebhookState,
	claim: Claim,
): Promise<string | undefined> {
	try {
		if (!readWebhookSettings(context).removeConfiguration) {
			return 'NinjaOne cannot be asked whether it is still the one of this workflow';
		}
		if (app !== (await appOf(context))) {
			return 'the credential is of another API app now than when the workflow was activated';
		}
		if (otherClaim(app, claim)) return 'another workflow of this n8n has replaced it';
		await send(await connectFor(context, longestRemovalMs), call(webhooks.disable));
		return undefined;
	} catch (error) {
		return asNinjaOneError(error).message;
	}
}
