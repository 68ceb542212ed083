import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { connect, type Connection } from '../../api/connection';
import { asNinjaOneError, type NinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { toNodeError } from '../../operations/nodeError';
import { waitingSince } from './begin';
import { compare, latestCompared, noteCompared } from './changes/compare';
import { takeTurn } from './overlap';
import { forgetState, latestState, noteState, thisProcess, type Trigger } from './process';
import { resume, warnInto } from './resume';
import { sample } from './sample';
import { readSettings, type Settings } from './settings';
import { readState, storedState, type Kept, type State, type Waiting } from './state';
import { tooFast } from './readOn';

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
 * What was seen is written down last, so a poll that fails changes nothing and the next one resumes. A poll whose turn it
 * is not does nothing. The first poll of an activation outlives trouble that passes, since n8n would give the trigger up.
 * @throws NodeApiError or NodeOperationError with the reason, and with n8n's word for it (`failure`)
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const before = entryOf(context);
	const trigger = triggerOf(context);
	const turn = takeTurn(trigger.id, before ?? (thisProcess.noted.has(trigger.id) ? '' : undefined));
	if (!turn) return null;
	const isFirst = !polled.has(context) && isActivation(context);
	polled.add(context);
	let connection: Connection | undefined;
	try {
		const deadline = Date.now() + Math.min(budgetOf(context), longestPollMs);
		connection = await connect(context, { deadline, longestWaitMs, concurrency });
		const settings = await readSettings(context, rowsFor(connection));
		const items =
			context.getMode() === 'manual'
				? await sample(connection, settings, warnInto(context.logger))
				: await look(context, connection, settings, isFirst);
		// Its older engine has the state in memory, and it is new at once.
		if (isDurable(context) && entryOf(context) !== before) turn.moveOn();
		return items.length > 0 ? [context.helpers.returnJsonArray(items)] : null;
	} catch (error) {
		const reason = asNinjaOneError(error);
		if (!isFirst || !passes(reason)) throw toNodeError(context.getNode(), error);
		outlive(context, reason, connection);
		return null;
	} finally {
		turn.end();
	}
}

const triggerOf = (context: IPollFunctions): Trigger => ({
	id: [context.getMode(), context.getWorkflow().id, context.getNode().id].join(' '),
	name: context.getNode().name,
});

const storedIn = (context: IPollFunctions): string | undefined =>
	JSON.stringify(context.getWorkflowStaticData('node').state);

/** All that n8n has stored: the place in the feed, and what was seen of the lists that are compared. */
function entryOf(context: IPollFunctions): string | undefined {
	const { state, compared } = context.getWorkflowStaticData('node');
	return (state ?? compared) ? JSON.stringify([state, compared]) : undefined;
}

const budgetOf = (context: IPollFunctions): number => context.getPollBudgetMs?.() ?? Infinity;

const isDurable = (context: IPollFunctions) => budgetOf(context) <= grantedToFirst;

const isActivation = (context: IPollFunctions) =>
	context.getMode() !== 'manual' && !isDurable(context);

/** Whether trouble passes by itself. */
const passes = ({ failure }: NinjaOneError) =>
	failure?.cause === 'rate-limited' || failure?.cause === 'temporarily-unavailable';

/** A trigger without a state is to tell what happens from now on, once NinjaOne answers. */
function outlive(
	context: IPollFunctions,
	{ message }: NinjaOneError,
	connection: Connection | undefined,
): void {
	const given = storedIn(context);
	if (latestState(triggerOf(context), given) === undefined) {
		keep(context, waitingSince(Date.now(), true, connection), {
			given,
			hasItems: false,
			isFirst: true,
		});
	}
	warnInto(context.logger)(`the first poll failed and the next one goes on. ${message}`);
}

async function look(
	context: IPollFunctions,
	connection: Connection,
	settings: Settings,
	isFirst: boolean,
): Promise<IDataObject[]> {
	const given = storedIn(context);
	const latest = latestState(triggerOf(context), given);
	const kept: Kept = readState(latest === undefined ? undefined : JSON.parse(latest));
	const from = kept === 'none' && isDurable(context) ? sinceActivation(settings) : kept;
	const warn = warnInto(context.logger);
	const { items: events, state } =
		settings.wanted.length === 0
			? { items: [], state: undefined }
			: await resume(connection, settings, from, warn);
	const known = latestCompared(
		triggerOf(context).id,
		context.getWorkflowStaticData('node').compared,
	);
	const { items: changes, compared } = await compare(connection, settings.changes, known, {
		output: settings.output,
		warn,
	});
	const items = [...events, ...changes];
	// Another poll has been here meanwhile, and has emitted what there was.
	if (storedIn(context) !== given) return [];
	// Last of all: an error before this line leaves everything to the next poll.
	if (state) keep(context, state, { given, hasItems: items.length > 0, isFirst });
	else forget(context);
	if (compared) {
		context.getWorkflowStaticData('node').compared = compared as unknown as IDataObject;
		noteCompared(triggerOf(context).id, { items, compared });
	}
	return items;
}

/**
 * n8n's durable scheduler polls at the activation, and stores nothing of it. Where that was in another process, it was
 * before this one began, and not longer ago than the interval of polls.
 */
const sinceActivation = ({ interval, emitStanding }: Settings): Waiting =>
	waitingSince(Math.max(thisProcess.startedAt, Date.now() - interval * 1000), emitStanding);

function keep(
	context: IPollFunctions,
	state: State | Waiting,
	about: Parameters<typeof noteState>[2],
): void {
	const stored = storedState(state, () => warnInto(context.logger)(tooFast));
	const text = JSON.stringify(stored);
	if (text !== about.given) context.getWorkflowStaticData('node').state = stored;
	noteState(triggerOf(context), text, about);
}

/** Without events there is no place in the feed: those that are added later count from then on. */
function forget(context: IPollFunctions): void {
	delete context.getWorkflowStaticData('node').state;
	forgetState(triggerOf(context));
}
