import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { connect } from '../../api/connection';
import { asNinjaOneError, type NinjaOneError } from '../../api/errors';
import { toNodeError } from '../../operations/nodeError';
import { beginLate } from './begin';
import { resume } from './resume';
import { sample } from './sample';
import { readSettings } from './settings';
import { takeTurn } from './turns';

/** Milliseconds that a poll takes at most, whatever n8n grants: its smallest interval is a minute. */
const longestPollMs = 45_000;
/** A longer wait is told to n8n, which then polls less often. */
const longestWaitMs = 5_000;
/** n8n grants five minutes to polls of its older engine, and to the first one of an activation in either. */
const grantedToFirst = 60_000;

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
	const before = stateOf(context);
	const turn = takeTurn(triggerOf(context), before);
	if (!turn) return null;
	const hasPolled = polled.has(context);
	polled.add(context);
	try {
		const items = await look(context);
		// Its older engine has the state in memory, and it is new at once.
		if (isDurable(context) && stateOf(context) !== before) turn.moveOn();
		return items.length > 0 ? [context.helpers.returnJsonArray(items)] : null;
	} catch (error) {
		const reason = asNinjaOneError(error);
		if (hasPolled || !isActivation(context) || !passes(reason)) {
			throw toNodeError(context.getNode(), error);
		}
		outlive(context, reason);
		return null;
	} finally {
		turn.end();
	}
}

const triggerOf = (context: IPollFunctions): string =>
	[context.getMode(), context.getWorkflow().id, context.getNode().id].join(' ');

const stateOf = (context: IPollFunctions): string | undefined =>
	JSON.stringify(context.getWorkflowStaticData('node').state);

const budgetOf = (context: IPollFunctions): number => context.getPollBudgetMs?.() ?? Infinity;

const isDurable = (context: IPollFunctions) => budgetOf(context) <= grantedToFirst;

const isActivation = (context: IPollFunctions) =>
	context.getMode() !== 'manual' && !isDurable(context);

/** Whether trouble passes by itself. */
const passes = ({ failure }: NinjaOneError) =>
	failure?.cause === 'rate-limited' || failure?.cause === 'temporarily-unavailable';

/** A trigger without a state is to tell what happens from now on, once NinjaOne answers. */
function outlive(context: IPollFunctions, { message }: NinjaOneError): void {
	const kept = context.getWorkflowStaticData('node');
	if (kept.state === undefined) kept.state = beginLate() as unknown as IDataObject;
	context.logger.warn(
		`NinjaOne Trigger: the first poll failed and the next one goes on. ${message}`,
	);
}

async function look(context: IPollFunctions): Promise<IDataObject[]> {
	const settings = readSettings(context);
	const deadline = Date.now() + Math.min(budgetOf(context), longestPollMs);
	const connection = await connect(context, { deadline, longestWaitMs });
	if (context.getMode() === 'manual') return await sample(connection, settings);

	const kept = context.getWorkflowStaticData('node');
	const before = JSON.stringify(kept.state);
	const { items, state } = await resume(connection, settings, kept, context.logger);
	// Another poll has been here meanwhile, and has told what there was.
	if (JSON.stringify(kept.state) !== before) return [];
	// Last of all: an error before this line leaves everything to the next poll.
	if (JSON.stringify(state) !== before) kept.state = state as unknown as IDataObject;
	return items;
}
