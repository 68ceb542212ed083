import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { connect } from '../api/connection';
import { joined } from '../api/defined';
import { inputError } from '../api/errors';
import { authorsChoice } from './authorOnly';
import { createCaller, createSharedMeans, DryRun, type SharedMeans } from './caller';
import { checkItem } from './check';
import { failureWords, progress, sumOf } from './failure';
import { filesOf } from './files';
import { failuresHint, limitHint, recordsHint } from './hints';
import { newJournal, withJournal, type Journal } from './journal';
import { isTool, toNodeError } from './nodeError';
import type { Fields } from './field';
import type { Operation, Resources } from './operation';
import { isFailed, outcomesOf, type Outcomes } from './outcomes';
import { rowShaper } from './output';
import { defaultConcurrency, workThrough } from './pool';
import { readFields } from './readFields';
import { standardFields, type StandardValues } from './standardFields';

/**
 * Runs the chosen operation for every input item: several at a time, results in the order of the items, each paired
 * with its item. All items of a change are checked before the first one is carried out. An item that fails fails the
 * node, or becomes an item with `error` where the node is set to continue; either way the others' results are not lost.
 */
export async function execute(
	context: IExecuteFunctions,
	resources: Resources,
): Promise<INodeExecutionData[][]> {
	const { length } = context.getInputData();
	if (length === 0) return [[]];
	const operation = chosenOperation(context, resources);
	const run = startRun(context, operation);
	const outcomes = outcomesOf(context, operation);
	const goesOn = context.continueOnFail();

	const wrong = operation.effect === 'read' ? 0 : await checkAll(run, outcomes);
	if (goesOn || wrong === 0) await runAll(run, outcomes, goesOn);

	if (!goesOn) throwFailure(context, operation, outcomes);
	const hints = [
		...run.hints(),
		...(operation.effect === 'read' ? [] : recordsHint(outcomes)),
		...failuresHint(outcomes),
	];
	context.addExecutionHints?.(
		...hints.map((message) => ({ message, location: 'outputPane' as const })),
	);
	const rows = rowsOf(context, outcomes);
	return [isTool(context.getNode()) ? withHints(rows, hints) : rows];
}

type Run = ReturnType<typeof startRun>;

const checkedAtOnce = 100;

/** Checks what has not been done yet; gives how many items cannot be carried out. */
async function checkAll(run: Run, outcomes: Outcomes): Promise<number> {
	let wrong = 0;
	for (const [item, outcome] of outcomes.entries()) {
		if (outcome) continue;
		// Checking waits for nothing: without a pause, a long list would hold up everything else that n8n does.
		if (item > 0 && item % checkedAtOnce === 0) await sleep(0);
		await run.check(item).catch((error: unknown) => {
			wrong += 1;
			outcomes[item] = { error, journal: newJournal(), isWrong: true };
		});
	}
	return wrong;
}

/** Carries out what has not been done yet. */
async function runAll(run: Run, outcomes: Outcomes, goesOn: boolean): Promise<void> {
	let hasFailed = false;
	await workThrough(
		outcomes.length,
		run.concurrency,
		async (item, freeSlot) => {
			if (outcomes[item]) return;
			const journal = newJournal();
			try {
				outcomes[item] = { rows: await run.item(item, journal, freeSlot), journal };
			} catch (error) {
				hasFailed = true;
				outcomes[item] = { error, journal };
			}
		},
		() => goesOn || !hasFailed,
	);
}

/** @throws the failure of the first item that has one, with what became of the others */
function throwFailure(context: IExecuteFunctions, operation: Operation, outcomes: Outcomes): void {
	const item = outcomes.findIndex(isFailed);
	const failed = outcomes[item];
	if (!isFailed(failed)) return;
	const { message, description } = failureWords(failed, sumOf(outcomes));
	const advice = joined(description, progress(operation, outcomes));
	const words = { message, description: advice || undefined };
	throw toNodeError(context.getNode(), failed.error, item, words);
}

/** The rows of all items in their order; an item that failed has one with `error`. */
function rowsOf(context: IExecuteFunctions, outcomes: Outcomes): INodeExecutionData[] {
	const all = sumOf(outcomes);
	return outcomes.flatMap((outcome, item) => {
		if (!isFailed(outcome)) return outcome?.rows ?? [];
		const words = failureWords(outcome, all);
		const { message } = toNodeError(context.getNode(), outcome.error, item, words);
		// This alone sends it to the error output where there is one. With the error itself in the item, expressions of later
		// nodes could not read the item: n8n 2 evaluates them in an isolate, into which no error object can be copied.
		return [{ json: { error: message }, pairedItem: { item } }];
	});
}

/** An AI agent sees the rows alone: it would take a part for the whole, and no row for no answer. */
function withHints(rows: INodeExecutionData[], hints: string[]): INodeExecutionData[] {
	const hint = hints.join(' ') || (rows.length === 0 ? 'Nothing was found' : '');
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

/** What the items of one execution share: the connection, and the hints for the user at the end. */
function startRun(context: IExecuteFunctions, operation: Operation) {
	const { fields, effect, isList } = operation;
	const standardOnes = standardFields(operation);
	const concurrency = readConcurrency();
	const checked = new Map<number, ReturnType<typeof read>>();
	const hints = new Set<string>();
	let opened: Promise<SharedMeans> | undefined;

	/** One value for all items, so it is the first item's. */
	function readConcurrency(): number {
		try {
			return (
				readStandard(0, { options: standardOnes.options }).options.concurrency ?? defaultConcurrency
			);
		} catch (error) {
			throw toNodeError(context.getNode(), error, 0);
		}
	}

	function readStandard(item: number, which: Fields) {
		return readFields(context, item, which) as unknown as StandardValues;
	}

	function read(item: number) {
		return {
			values: readFields(context, item, fields, effect),
			standard: readStandard(item, standardOnes),
		};
	}

	return {
		concurrency,
		/** @throws what is wrong with the item and can be found without NinjaOne */
		async check(item: number): Promise<void> {
			const parameters = read(item);
			await checkItem(context, item, operation, parameters.values);
			checked.set(item, parameters);
		},
		async item(
			item: number,
			journal: Journal,
			freeSlot: () => void,
		): Promise<INodeExecutionData[]> {
			const { values, standard } = checked.get(item) ?? read(item);
			checked.delete(item);
			const { output, returnAll, limit = Infinity, options } = standard;
			const timeoutMs = options.timeoutSeconds && options.timeoutSeconds * 1000;
			opened ??= connect(context, { concurrency, timeoutMs }).then(createSharedMeans);
			const shape = rowShaper(operation, standard);
			const files = filesOf(context, item);
			const sender = createCaller(await opened, operation, {
				limit: returnAll ? Infinity : limit,
				dryRun: options.dryRun ?? false,
				// What other operations read, they think with: the end is shaped, not the means.
				shape: isList ? shape : (row) => row,
				onCut: () => hints.add(limitHint),
				hint: (message) => hints.add(message),
				freeSlot,
				files,
			});
			const caller = withJournal(sender, journal);
			const made = await operation.run(caller, values).catch(shown);
			const shaped = isList || effect !== 'read' ? made : made.map(shape);
			const { complete } = operation;
			const isCompleted = output === 'simplified' && complete;
			const rows = isCompleted ? await complete(caller, shaped, values) : shaped;
			const binary = files.kept();
			const pairedItem = { item };
			return rows.map((json) => (binary ? { json, binary, pairedItem } : { json, pairedItem }));
		},
		/** What the rows do not say, such as that more exists. */
		hints: () => [...hints],
	};
}

/** What a dry run makes: the request that would have been sent. */
function shown(error: unknown) {
	if (error instanceof DryRun) return [{ dryRun: true, ...error.request }];
	throw error;
}
