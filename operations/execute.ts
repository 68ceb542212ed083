import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { connect } from '../api/connection';
import { inputError } from '../api/errors';
import { authorsChoice } from './authorOnly';
import { createCaller, createSharedMeans, DryRun, type SharedMeans } from './caller';
import { filesOf } from './files';
import { isTool, toNodeError } from './nodeError';
import type { Operation, Resources } from './operation';
import { rowShaper } from './output';
import { defaultConcurrency, workThrough } from './pool';
import { readFields } from './readFields';
import { standardFields, type StandardValues } from './standardFields';

/**
 * Runs the chosen operation for every input item: several at a time, results in the order of the items, each paired
 * with its item. An item that fails fails the node, or becomes an item with `error` where the node is told to
 * continue; either way the others' results are not lost.
 */
export async function execute(
	context: IExecuteFunctions,
	resources: Resources,
): Promise<INodeExecutionData[][]> {
	const { length } = context.getInputData();
	if (length === 0) return [[]];
	const run = startRun(context, chosenOperation(context, resources));
	const results = new Array<INodeExecutionData[]>(length);
	const failures = new Map<number, unknown>();
	const goesOn = context.continueOnFail();

	await workThrough(
		length,
		run.concurrency,
		async (item, stepAside) => {
			try {
				results[item] = await run.item(item, stepAside);
			} catch (error) {
				if (!(error instanceof DryRun)) failures.set(item, error);
				results[item] = [instead(context, error, item)];
			}
		},
		() => goesOn || failures.size === 0,
	);

	if (failures.size > 0 && !goesOn) {
		const item = Math.min(...failures.keys());
		const done = results.filter(Boolean).length - failures.size;
		throw toNodeError(
			context.getNode(),
			failures.get(item),
			item,
			progress(run.operation, done, length),
		);
	}
	const hint = run.hint();
	const rows = results.flat();
	return [isTool(context.getNode()) ? told(rows, hint) : rows];
}

/** An AI agent sees the rows alone: it would take a part for the whole, and no row for no answer. */
function told(rows: INodeExecutionData[], more: string | undefined): INodeExecutionData[] {
	const hint = more ?? (rows.length === 0 ? 'Nothing was found' : undefined);
	return hint ? [...rows, { json: { hint }, pairedItem: { item: 0 } }] : rows;
}

function chosenOperation(context: IExecuteFunctions, resources: Resources): Operation {
	try {
		const resource = authorsChoice(context, 'resource', 'Resource');
		const name = authorsChoice(context, 'operation', 'Operation');
		const operation = resources[resource]?.operations[name];
		if (operation) return operation;
		throw inputError('Operation', `has no "${name}" for the resource "${resource}"`);
	} catch (error) {
		throw toNodeError(context.getNode(), error, 0);
	}
}

/** What the items of one execution share: the connection, and what is told to the user at the end. */
function startRun(context: IExecuteFunctions, operation: Operation) {
	const standard = standardFields(operation);
	const concurrency = readConcurrency();
	const hints = new Set<string>();
	let opened: Promise<SharedMeans> | undefined;

	/** One value for all items, so it is the first item's. */
	function readConcurrency(): number {
		try {
			const { options } = readFields(context, 0, {
				options: standard.options,
			}) as unknown as StandardValues;
			return options.concurrency ?? defaultConcurrency;
		} catch (error) {
			throw toNodeError(context.getNode(), error, 0);
		}
	}

	function readStandard(item: number): StandardValues {
		return readFields(context, item, standard) as unknown as StandardValues;
	}

	return {
		operation,
		concurrency,
		async item(item: number, stepAside: () => void): Promise<INodeExecutionData[]> {
			const values = readFields(context, item, operation.fields, operation.effect);
			const { output = 'raw', outputFields = '', returnAll, limit, options } = readStandard(item);
			const shape = rowShaper(operation, {
				mode: output,
				selected: outputFields
					.split(',')
					.map((name) => name.trim())
					.filter(Boolean),
				addIsoTimes: options.addIsoTimes ?? false,
			});
			const timeoutMs = seconds(options.timeoutSeconds);
			opened ??= connect(context, { concurrency, timeoutMs }).then(createSharedMeans);
			const files = filesOf(context, item);
			const caller = createCaller(await opened, operation, {
				limit: returnAll ? Infinity : (limit ?? Infinity),
				dryRun: options.dryRun ?? false,
				// What other operations read, they think with: the end is shaped, not the means.
				shape: operation.isList ? shape : (row) => row,
				onCut: () => hints.add(moreThanTheLimit),
				hint: (message) => hints.add(message),
				stepAside,
				files,
			});
			const made = await operation.run(caller, values);
			const shaped = operation.isList || operation.effect !== 'read' ? made : made.map(shape);
			const completed =
				output === 'simplified' ? await operation.complete?.(caller, shaped, values) : undefined;
			const rows = completed ?? shaped;
			const binary = files.kept();
			const pairedItem = { item };
			return rows.map((json) => (binary ? { json, binary, pairedItem } : { json, pairedItem }));
		},
		/** What is beside the result, such as that more exists: said, never left for the user to find out. */
		hint(): string | undefined {
			for (const message of hints) {
				context.addExecutionHints?.({ message, location: 'outputPane' });
			}
			return hints.size === 0 ? undefined : [...hints].join(' ');
		},
	};
}

const moreThanTheLimit =
	'NinjaOne has more records than the Limit let through. Raise the Limit or turn on Return All to get them.';

const seconds = (value: number | undefined) => (value === undefined ? undefined : value * 1000);

/** What stands in an item's place in the output when it made no rows. */
function instead(context: IExecuteFunctions, error: unknown, item: number): INodeExecutionData {
	const pairedItem = { item };
	if (error instanceof DryRun) return { json: { dryRun: true, ...error.request }, pairedItem };
	const { message } = toNodeError(context.getNode(), error, item);
	// This alone sends it to the error output where there is one. With the error itself beside it, expressions of later
	// nodes could not read the item: n8n 2 evaluates them in an isolate, into which no error object can be copied.
	return { json: { error: message }, pairedItem };
}

/** After a change for many items has stopped in the middle: what has been done already. */
function progress({ effect }: Operation, done: number, total: number): string | undefined {
	if (effect === 'read' || total === 1) return undefined;
	return `${done} of ${total} items were carried out before the node stopped. To go on with the others when one fails, set On Error in the node's settings to "Continue".`;
}
