import { createHash, timingSafeEqual } from 'node:crypto';
import {
	sleep,
	type IDataObject,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { connect } from '../../api/connection';
import { asNinjaOneError, NinjaOneError } from '../../api/errors';
import { withoutNulls } from '../../api/nulls';
import { learnFrom } from '../events/alerts';
import type { Facts } from '../events/facts';
import { sourceTypesFor } from '../events/filters';
import { itemOf } from '../events/item';
import { copyOf, emptyMemory } from '../events/memory';
import type { Wanted } from '../events/parameters';
import { readFacts } from '../events/readFacts';
import { isCandidate, judge, needsOf, needsSource } from '../events/recognize';
import { proofHeader } from './configuration';
import { readWanted, readWebhookSettings, type WebhookSettings } from './settings';
import {
	latestState,
	mostRecent,
	noteCall,
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
	const kept = context.getWorkflowStaticData('node');
	try {
		const settings = readWebhookSettings(context);
		const state = statesOf(context, kept, settings).find((each) => isProven(context, each));
		if (!state) return refuse(context, 401, 'The secret is missing or wrong');
		if (sizeOf(context) > largestBody) return refuse(context, 413, 'The call is too large');
		const activity = activityIn(context.getBodyData());
		if (!activity) return refuse(context, 400, 'The call holds no activity');
		return await emit(context, kept, { state, settings, activity });
	} catch (error) {
		context.logger.warn(`NinjaOne Webhook Trigger: ${asNinjaOneError(error).message}`);
		return refuse(context, 503, 'Try again later');
	}
}

/** What is known of the trigger: as it was kept, and as noted by an activation that n8n has not written yet. */
function statesOf(
	context: IWebhookFunctions,
	kept: IDataObject,
	{ registration, secret }: WebhookSettings,
): WebhookState[] {
	const known = [readWebhookState(kept), notedState(triggerOf(context))].filter(
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

/** NinjaOne sends one activity in a call. */
function activityIn(body: unknown): IDataObject | undefined {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
	const { id, statusCode, activityType } = body as IDataObject;
	const isOne = Number.isSafeInteger(id) && [statusCode, activityType].every(isText);
	return isOne ? withoutNulls(body as IDataObject) : undefined;
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

interface ProvenCall {
	state: WebhookState;
	settings: WebhookSettings;
	activity: IDataObject;
}

async function emit(
	context: IWebhookFunctions,
	kept: IDataObject,
	{ state: before, settings: { output }, activity }: ProvenCall,
): Promise<IWebhookResponseData> {
	const trigger = triggerOf(context);
	const isKnown = ({ recent }: WebhookState) => recent.includes(Number(activity.id));
	if (isKnown(latestState(trigger, before))) return accepted();
	const wanted = await readWanted(context);
	const candidates = wanted.filter((each) => isCandidate(activity, [each]));
	const isOpen = (facts: Facts) =>
		judge(activity, candidates, { facts, memory: copyOf(before.memory) }).isOpen;
	const facts = await factsAbout(context, activity, candidates, isOpen);

	// From here on nothing is waited for, so no other call comes between.
	const state = latestState(trigger, before);
	if (isKnown(state)) return accepted();
	const memory = copyOf(state.memory);
	const alert = facts.alert(activity.seriesUid);
	if (alert) learnFrom(alert, memory, sourceTypesFor(wanted));
	const knowledge = { facts, memory, isFinal: true };
	const items = judge(activity, candidates, knowledge).names.map((name) =>
		itemOf(name, withoutExpansions(activity), knowledge, output),
	);
	noteCall(trigger, kept, {
		...state,
		memory,
		recent: [...state.recent, Number(activity.id)].slice(-mostRecent),
	});
	if (items.length === 0) return accepted();
	return { ...accepted(), workflowData: [context.helpers.returnJsonArray(items)] };
}

/**
 * NinjaOne sends the records along. What it leaves out is looked up where an event or a filter needs it, and once more
 * after a moment where it is not listed yet.
 */
async function factsAbout(
	context: IWebhookFunctions,
	activity: IDataObject,
	candidates: Wanted[],
	isOpen: (facts: Facts) => boolean,
): Promise<Facts> {
	const { device, organization, location } = activity as Record<string, IDataObject | undefined>;
	const nameOf = (record: IDataObject | undefined) => record?.name as string | undefined;
	const sent: Facts = {
		device: () => device,
		alert: () => undefined,
		organizationName: () => nameOf(organization),
		locationName: () => nameOf(location),
		inGroup: () => false,
		hasFailed: () => false,
		lacksNames: false,
	};
	const lacksDevice = activity.deviceId !== undefined && device === undefined;
	if (!candidates.some((each) => lacksDevice || needsMore(each)) && !isOpen(sent)) return sent;
	const deadline = Date.now() + longestLookMs;
	const connection = await connect(context, { deadline, longestWaitMs: longestLookMs / 4 });
	const warn = (message: string) => context.logger.debug(`NinjaOne Webhook Trigger: ${message}`);
	const look = async () => await readFacts(connection, [activity], needsOf(candidates), { warn });
	let facts = await look();
	for (let looks = 1; looks < mostLooks && isOpen(facts); looks++) {
		await sleep(longestLookMs / 4);
		facts = await look();
	}
	if (facts.hasFailed(activity.deviceId)) throw new NinjaOneError('NinjaOne does not tell of it');
	return facts;
}

/** Whether an event depends on an alert's source, or on a group of devices; NinjaOne sends neither along. */
const needsMore = (wanted: Wanted) =>
	needsSource(wanted) || wanted.deviceFilters?.groupId !== undefined;

const expansions = ['device', 'organization', 'location'];

const withoutExpansions = (activity: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(activity).filter(([name]) => !expansions.includes(name)));

const accepted = (): IWebhookResponseData => ({ webhookResponse: { received: true } });

function refuse(context: IWebhookFunctions, status: number, error: string): IWebhookResponseData {
	context.getResponseObject().status(status).json({ error });
	return { noWebhookResponse: true };
}
