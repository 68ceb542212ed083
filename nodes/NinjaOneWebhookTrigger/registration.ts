import { randomBytes } from 'node:crypto';
import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { connect, type Connection } from '../../api/connection';
import { webhookRemove, webhookSet } from '../../api/endpoints/webhook';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { toNodeError } from '../../operations/nodeError';
import { accountOf } from '../events/account';
import { emptyMemory } from '../events/memory';
import { dropClaims, otherClaim, setClaim, type Claim } from './claims';
import { configurationOf } from './configuration';
import { readWebhookSettings } from './settings';
import { keep, readWebhookState } from './state';

/** Milliseconds that somebody may wait who activates or deactivates a workflow. */
const longestMs = 30_000;

const claimOf = (context: IHookFunctions, isTest = false): Claim => ({
	workflowId: String(context.getWorkflow().id ?? ''),
	nodeId: context.getNode().id,
	isTest,
});

/** The way to NinjaOne, and the app that it leads to. */
async function place(context: IHookFunctions) {
	const deadline = Date.now() + longestMs;
	const connection = await connect(context, { deadline, longestWaitMs: longestMs / 3 });
	return { connection, app: await accountOf(connection) };
}

/** What n8n gives as the reason when it starts, or takes over from another process, rather than when a person does. */
const starts = ['init', 'leadershipChange'];

/** Runs a step of the registration; what goes wrong is told as n8n shows errors. */
async function told<T>(context: IHookFunctions, act: () => Promise<T>): Promise<T> {
	try {
		return await act();
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/**
 * Whether NinjaOne knows what this trigger wants. Nobody can ask NinjaOne, and it gives up a webhook that could not be
 * reached for a while, so whoever publishes the workflow makes it be told again. When n8n starts, that is tried, too;
 * where it fails, what was told last counts.
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	return await told(context, async () => {
		const state = readWebhookState(context.getWorkflowStaticData('node'));
		if (!state?.configuration || !starts.includes(context.getActivationMode())) return false;
		const wanted = wantedConfiguration(context, state.secret);
		if (JSON.stringify(wanted) !== JSON.stringify(state.configuration)) return false;
		const { connection, app } = await place(context);
		const claim = claimOf(context);
		if (otherClaim(app, claim)) return false;
		setClaim(app, claim);
		await tellAgain(context, connection, wanted);
		return true;
	});
}

async function tellAgain(
	context: IHookFunctions,
	connection: Connection,
	configuration: IDataObject,
): Promise<void> {
	try {
		await tell(connection, configuration);
	} catch (error) {
		const { message } = asNinjaOneError(error);
		context.logger.warn(
			`NinjaOne Webhook Trigger: NinjaOne could not be told again what to send, so what it was told before counts. ${message}`,
		);
	}
}

function wantedConfiguration(context: IHookFunctions, secret: string): IDataObject {
	const { wanted } = readWebhookSettings(context);
	return configurationOf(wanted, { url: String(context.getNodeWebhookUrl('default')), secret });
}

/** The secret is in the configuration: it is hidden wherever the call is shown. */
async function tell(connection: Connection, configuration: IDataObject): Promise<void> {
	const [{ value }] = configuration.headers as Array<{ value: string }>;
	await send(connection, call(webhookSet, { body: configuration, secrets: [value] }));
}

/** Tells NinjaOne what to send. Never takes the app from another workflow unless that is wanted. */
export async function register(context: IHookFunctions): Promise<boolean> {
	return await told(context, async () => {
		const { connection, app } = await place(context);
		const isTest = context.getMode() === 'manual';
		const claim = claimOf(context, isTest);
		const { replaceOther } = readWebhookSettings(context);
		const other = otherClaim(app, claim);
		if (other && (claim.isTest || !replaceOther)) throw taken(other, claim);
		const kept = context.getWorkflowStaticData('node');
		const before = readWebhookState(kept);
		// A call that is on its way while the workflow is published anew still carries the last secret.
		const secret = before?.configuration ? before.secret : randomBytes(32).toString('hex');
		const configuration = wantedConfiguration(context, secret);
		demandReachable(connection, String(configuration.url));
		await tell(connection, configuration);
		setClaim(app, claim);
		keep(kept, {
			version: 1,
			configuration,
			...(isTest ? { isTest } : {}),
			secret,
			recent: before?.recent ?? [],
			memory: before?.memory ?? emptyMemory(),
		});
		return true;
	});
}

function taken({ workflowId, isTest }: Claim, mine: Claim): NinjaOneError {
	const where =
		workflowId === mine.workflowId ? 'this workflow itself' : `the workflow with ID ${workflowId}`;
	const state = isTest ? 'is being tested' : 'is active';
	const message = `NinjaOne keeps one webhook configuration for an API app, and ${where} ${state} with this one, so nothing was changed`;
	return new NinjaOneError(message, {
		description: mine.isTest
			? 'A test would take the events away from the active workflow. Deactivate it first, use a credential of another API app, or test with pinned data.'
			: 'Use a credential of another API app, put the events of both into one trigger, use the polling trigger, or turn on "Replace Another Workflow\'s Configuration".',
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
 * Tells NinjaOne to send nothing any more, if it was this trigger that told it to. A workflow can be deactivated while
 * NinjaOne does not answer, or after its credential is gone: NinjaOne's calls come to nothing then.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const kept = context.getWorkflowStaticData('node');
	const state = readWebhookState(kept);
	if (!state?.configuration) return true;
	const claim = claimOf(context, state.isTest);
	try {
		const { connection, app } = await place(context);
		if (otherClaim(app, claim) === undefined) await send(connection, call(webhookRemove));
	} catch (error) {
		const { message } = asNinjaOneError(error);
		context.logger.warn(
			`NinjaOne Webhook Trigger: the configuration could not be removed from NinjaOne, which goes on calling in vain until it gives up. ${message}`,
		);
	}
	dropClaims(claim);
	const { version, secret, recent, memory } = state;
	keep(kept, { version, secret, recent, memory });
	return true;
}
