import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { hasActed, type Journal } from './journal';
import type { Operation } from './operation';

export interface Done {
	journal: Journal;
	rows: INodeExecutionData[];
}

export interface Failed {
	journal: Journal;
	rows?: undefined;
	error: unknown;
	/** Found before anything was sent, when all items were checked. */
	isWrong?: boolean;
	/** It failed in an earlier try of Retry On Fail and was left alone since. */
	isLeftAlone?: boolean;
}

/** What became of each input item; undefined where it has not been done. */
export type Outcomes = Array<Done | Failed | undefined>;

export const isFailed = (outcome: Outcomes[number]): outcome is Failed =>
	outcome !== undefined && outcome.rows === undefined;

/** What earlier tries of the same node in the same execution came to. It goes when the execution's items go. */
const earlierTries = new WeakMap<object, Outcomes>();

/**
 * Where the outcomes of this run are written down. With Retry On Fail, n8n runs a node again from its first item, and
 * what was carried out would be carried out twice. So a change goes on where the last try stopped: an item that was
 * carried out keeps its rows, one that may have been keeps its error, and all others are done.
 */
export function outcomesOf(context: IExecuteFunctions, { effect }: Operation): Outcomes {
	const { length } = context.getInputData();
	const fresh: Outcomes = new Array<undefined>(length).fill(undefined);
	if (effect === 'read' || context.getNode().retryOnFail !== true) return fresh;
	const key = sameInEveryTry(context);
	const outcomes = earlierTries.get(key)?.map(kept) ?? fresh;
	earlierTries.set(key, outcomes);
	return outcomes;
}

function kept(outcome: Outcomes[number]): Outcomes[number] {
	if (!isFailed(outcome)) return outcome;
	return hasActed(outcome.journal) ? { ...outcome, isLeftAlone: true } : undefined;
}

/**
 * An object that is the same in all tries and in nothing else: n8n makes the input items anew for every run of a node
 * (n8n-core, addPairedItemLineage), and for a tool what the agent gives, which it wraps into a new item in every try.
 */
function sameInEveryTry(context: IExecuteFunctions): object {
	const [item] = context.getInputData();
	// Absent in older versions of n8n.
	const isCalledByAgent = 'isToolExecution' in context && context.isToolExecution();
	return isCalledByAgent ? item.json : item;
}
