import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { connect, type Connection } from '../../api/connection';
import { asNinjaOneError, type NinjaOneError } from '../../api/errors';
import { toNodeError } from '../../operations/nodeError';
import type { Warn } from '../events/names';
import { compare, latestCompared, noteCompared } from './changes/compare';
import { lockPoll } from './pollLock';
import { forgetState, latestState, noteState, thisProcess, type Trigger } from './process';
import { tooFast } from './readFeed';
import { resume, waitingSince } from './resume';
import { sample } from './sample';
import { readSettings, type Poll, type Settings } from './settings';
import { readState, storedState, type State, type Waiting } from './state';

/** Milliseconds that a poll takes at most, whatever n8n grants: its smallest interval is a minute. */
const longestPollMs = 45_000;
/** A longer wait is handed to n8n, which then polls less often. */
const longestWaitMs = 5_000;
/** n8n grants five minutes to polls of its older engine, and to the first one of an activation in either. */
const grantedToFirst = 60_000;
/** Requests at once: what is looked up together is waited for together. */
const concurrency = 3;

/** Contexts in which there was a poll: n8n makes a new one for each activation, its durable scheduler for each poll. */
const polled = new WeakSet<object>();

/**
 * One poll: what has happened since the one before, each event once and in order; null where nothing has.
 *
 * What was seen is written down last, so a poll that fails changes nothing and the next one resumes. A poll that begins during
 * another one does nothing. The first poll of an activation outlives trouble that passes, since n8n would give the trigger up.
 * @throws NodeApiError or NodeOperationError with the reason, and with n8n's word for it (`failure`)
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const before = entryOf(context);
	const { id } = triggerOf(context);
	const lock = lockPoll(id, before ?? (thisProcess.noted.has(id) ? '' : undefined));
	if (!lock) return null;
	const isManual = context.getMode() === 'manual';
	const isFirst = !polled.has(context) && !isManual && !isDurable(context);
	polled.add(context);
	const warn: Warn = (message) => context.logger.warn(`NinjaOne Trigger: ${message}`);
	let connection: Connection | undefined;
	try {
		const deadline = Date.now() + Math.min(budgetOf(context), longestPollMs);
		connection = await connect(context, { deadline, longestWaitMs, concurrency });
		const settings = await readSettings(context, connection);
		const all: Poll = { connection, settings, warn };
		const items = isManual ? await sample(all) : await look(context, all, isFirst);
		// Its older engine has the state in memory, and it is new at once.
		if (isDurable(context) && entryOf(context) !== before) lock.moveOn();
		return items.length > 0 ? [context.helpers.returnJsonArray(items)] : null;
	} catch (error) {
		const reason = asNinjaOneError(error);
		if (!isFirst || !passes(reason)) throw toNodeError(context.getNode(), error);
		startLater(context, connection, warn);
		warn(`the first poll failed and the next one goes on. ${reason.message}`);
		return null;
	} finally {
		lock.release();
	}
}

const triggerOf = (context: IPollFunctions): Trigger => ({
	id: [context.getMode(), context.getWorkflow().id, context.getNode().id].join(' '),
	name: context.getNode().name,
});

const dataOf = (context: IPollFunctions): IDataObject => context.getWorkflowStaticData('node');
const storedIn = (context: IPollFunctions): string | undefined =>
	JSON.stringify(dataOf(context).state);

/** All that n8n has stored: the place in the feed, and what was seen of the lists that are compared. */
function entryOf(context: IPollFunctions): string | undefined {
	const { state, compared } = dataOf(context);
	return (state ?? compared) ? JSON.stringify([state, compared]) : undefined;
}

const budgetOf = (context: IPollFunctions): number => context.getPollBudgetMs?.() ?? Infinity;
const isDurable = (context: IPollFunctions) => budgetOf(context) <= grantedToFirst;

/** Whether trouble passes by itself. */
const passes = ({ failure }: NinjaOneError) =>
	failure?.cause === 'rate-limited' || failure?.cause === 'temporarily-unavailable';

/** A trigger without a state is to emit what happens from now on, once NinjaOne answers. */
function startLater(context: IPollFunctions, connection: Connection | undefined, warn: Warn): void {
	const given = storedIn(context);
	if (latestState(triggerOf(context), given) !== undefined) return;
	const state = waitingSince(Date.now(), true, connection);
	keep(context, state, { given, hasItems: false, isFirst: true }, warn);
}

async function look(context: IPollFunctions, poll: Poll, isFirst: boolean): Promise<IDataObject[]> {
	const { settings, warn } = poll;
	const trigger = triggerOf(context);
	const given = storedIn(context);
	const latest = latestState(trigger, given);
	const kept = readState(latest === undefined ? undefined : JSON.parse(latest));
	const from = kept === 'none' && isDurable(context) ? sinceActivation(settings) : kept;
	const events = settings.wanted.length > 0 ? await resume(poll, from) : undefined;
	const changes = await compare(poll, latestCompared(trigger.id, dataOf(context).compared));
	const items = [...(events?.items ?? []), ...changes.items];
	// Another poll has been here meanwhile, and has emitted what there was.
	if (storedIn(context) !== given) return [];
	// Last of all: an error before this line leaves everything to the next poll.
	if (events) {
		keep(context, events.state, { given, hasItems: items.length > 0, isFirst }, warn);
	} else {
		// Without events there is no place in the feed: those that are added later count from then on.
		delete dataOf(context).state;
		forgetState(trigger);
	}
	if (changes.compared) {
		dataOf(context).compared = changes.compared as unknown as IDataObject;
		noteCompared(trigger.id, { items, compared: changes.compared });
	}
	return items;
}

/**
 * n8n's durable scheduler polls at the activation, and stores nothing of it. Where that was in another process, it was
 * before this one began, and not longer ago than the interval of polls.
 */
const sinceActivation = ({ interval, emitActive }: Settings): Waiting =>
	waitingSince(Math.max(thisProcess.startedAt, Date.now() - interval * 1000), emitActive);

function keep(
	context: IPollFunctions,
	state: State | Waiting,
	about: Parameters<typeof noteState>[2],
	warn: Warn,
): void {
	const stored = storedState(state, () => warn(tooFast));
	const text = JSON.stringify(stored);
	if (text !== about.given) dataOf(context).state = stored;
	noteState(triggerOf(context), text, about);
}
