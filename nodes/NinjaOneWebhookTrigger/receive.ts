import { createHash, timingSafeEqual } from 'node:crypto';
import {
	deepCopy,
	sleep,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { connect } from '../../api/connection';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { withoutNulls } from '../../api/nulls';
import { learnFrom } from '../events/alerts';
import type { Facts } from '../events/event';
import { readFacts } from '../events/facts';
import { isCandidate, needsSourceType, sourceTypesFor } from '../events/filters';
import type { OutputForm } from '../events/item';
import { judge } from '../events/judge';
import { emptyMemory } from '../events/memory';
import { namesIn } from '../events/names';
import type { Wanted } from '../events/parameters';
import { proofHeader } from './configuration';
import { readWanted, readWebhookSettings, type WebhookSettings } from './settings';
import {
	latestState,
	mostRecent,
	noteAndKeep,
	notedState,
	readWebhookState,
	triggerOf,
	type WebhookState,
} from './state';

/** Bytes of a call at most; an activity takes a few thousand. */
const largestBody = 1_000_000;

/** Milliseconds that a look-up before the answer may take: NinjaOne does not wait long, and then sends again. */
const longestLookMs = 8_000;
/** Looks for a record that NinjaOne does not list yet. */
const mostLooks = 3;

/**
 * One call of NinjaOne's. It is answered at once; a workflow starts where it brings a wanted event for the first time.
 * What is not from NinjaOne, malformed or too large starts nothing and is answered 401, 400 or 413.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		const settings = readWebhookSettings(context);
		const state = statesOf(context, settings).find((each) => isProven(context, each));
		if (!state) return refuse(context, 401, 'The secret is missing or wrong');
		if (sizeOf(context) > largestBody) return refuse(context, 413, 'The call is too large');
		const activity = activityIn(context.getBodyData());
		if (!activity) return refuse(context, 400, 'The call holds no activity');
		return await emit(context, state, activity, settings.output);
	} catch (error) {
		context.logger.warn(`NinjaOne Webhook Trigger: ${asNinjaOneError(error).message}`);
		return refuse(context, 503, 'Try again later');
	}
}

/** What is known of the trigger: as it was kept, and as noted by an activation that n8n has not written yet. */
function statesOf(
	context: IWebhookFunctions,
	{ registration, secret }: WebhookSettings,
): WebhookState[] {
	const known = [readWebhookState(context), notedState(triggerOf(context))].filter(
		(state) => state !== undefined,
	);
	if (registration === 'node') return known;
	const { recent, memory } = known[0] ?? { recent: [], memory: emptyMemory() };
	return secret === undefined ? [] : [{ version: 1, secret, recent, memory }];
}

/**
 * The secret comes in a header, or in the address where NinjaOne's own form has no room for one. Compared by their hashes,
 * in a time that does not depend on where they differ.
 */
function isProven(context: IWebhookFunctions, { secret }: WebhookState): boolean {
	const header = context.getHeaderData()[proofHeader.toLowerCase()];
	const { secret: inAddress } = context.getQueryData() as IDataObject;
	const given = header ?? inAddress;
	return typeof given === 'string' && timingSafeEqual(hashOf(given), hashOf(secret));
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();

function sizeOf(context: IWebhookFunctions): number {
	const { rawBody, headers } = context.getRequestObject();
	return Math.max(rawBody?.length ?? 0, Number(headers['content-length'] ?? 0));
}

/** An activity with the records that NinjaOne sends along. */
type Sent = IDataObject & Partial<Record<'device' | 'organization' | 'location', IDataObject>>;

/** NinjaOne sends one activity in a call. */
function activityIn(body: unknown): Sent | undefined {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
	const { id, statusCode, activityType } = body as IDataObject;
	const isOne = Number.isSafeInteger(id) && [statusCode, activityType].every(isText);
	return isOne ? withoutNulls(body as Sent) : undefined;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

async function emit(
	context: IWebhookFunctions,
	before: WebhookState,
	{ device, organization, location, ...activity }: Sent,
	output: OutputForm,
): Promise<IWebhookResponseData> {
	const isKnown = ({ recent }: WebhookState) => recent.includes(Number(activity.id));
	if (isKnown(latestState(context, before))) return accepted();
	const wanted = await readWanted(context);
	const candidates = wanted.filter((each) => isCandidate(activity, [each]));
	const sent: Facts = {
		device: () => device,
		alert: () => undefined,
		inGroup: () => false,
		hasFailed: () => false,
		names: namesIn([{ ...device, references: { organization, location } }]),
	};
	const isOpen = (facts: Facts) =>
		judge(activity, candidates, { facts, memory: deepCopy(before.memory) }, output).isOpen;
	const facts =
		candidates.some((each) => needsMore(each, activity, device)) || isOpen(sent)
			? await lookUp(context, activity, candidates, isOpen)
			: sent;

	// From here on nothing is waited for, so no other call comes between.
	const state = latestState(context, before);
	if (isKnown(state)) return accepted();
	const memory = deepCopy(state.memory);
	learnFrom(facts.alert(activity.seriesUid), memory, sourceTypesFor(wanted));
	const { items } = judge(activity, candidates, { facts, memory, isFinal: true }, output);
	const recent = [...state.recent, Number(activity.id)].slice(-mostRecent);
	noteAndKeep(context, { ...state, memory, recent });
	if (items.length === 0) return accepted();
	return { ...accepted(), workflowData: [context.helpers.returnJsonArray(items)] };
}

/** Whether an event depends on what NinjaOne does not send along: an alert's source, a group of devices. */
const needsMore = (wanted: Wanted, { deviceId }: IDataObject, device: IDataObject | undefined) =>
	(deviceId !== undefined && device === undefined) ||
	needsSourceType(wanted) ||
	wanted.deviceFilters?.groupId !== undefined;

/** Looks up what NinjaOne did not send along, and once more after a moment where it is not listed yet. */
async function lookUp(
	context: IWebhookFunctions,
	activity: IDataObject,
	candidates: readonly Wanted[],
	isOpen: (facts: Facts) => boolean,
): Promise<Facts> {
	const deadline = Date.now() + longestLookMs;
	const connection = await connect(context, { deadline, longestWaitMs: longestLookMs / 4 });
	const warn = (message: string) => context.logger.debug(`NinjaOne Webhook Trigger: ${message}`);
	const look = async () => await readFacts(connection, [activity], candidates, warn);
	let facts = await look();
	for (let looks = 1; looks < mostLooks && isOpen(facts); looks++) {
		await sleep(longestLookMs / 4);
		facts = await look();
	}
	if (facts.hasFailed(activity.deviceId)) throw new NinjaOneError('NinjaOne does not tell of it');
	return facts;
}

const accepted = (): IWebhookResponseData => ({ webhookResponse: { received: true } });

function refuse(context: IWebhookFunctions, status: number, error: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ error });
	return { noWebhookResponse: true };
}
