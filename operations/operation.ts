import type { IDataObject } from 'n8n-workflow';
import type { CredentialFacts } from '../api/connection';
import { NinjaOneError } from '../api/errors';
import { strongestEffect, type Effect, type Endpoint, type Method } from '../api/endpoint';
import type { AnswerOf, Expectation } from '../api/expectation';
import type { File } from '../api/form';
import type { Paging } from '../api/paging';
import { call, type Call, type CallParts, type PathNames } from '../api/request';
import { cap, holdToCap } from './cap';
import type { Fields, Values, ValuesOf } from './field';
import type { Followed, Watch } from './follower';
import { lookUpIn } from './lookUp';

/** Turns a row of NinjaOne's into one that serves better, before anything else is done with it. */
export type Reshape = (row: IDataObject) => IDataObject;

/** What a running operation can do; see caller.ts. */
export interface Caller {
	/** Sends one call; what comes is as the endpoint's `answers` says. */
	send<Expected extends Expectation>(call: Call<Expected>): Promise<AnswerOf<Expected>>;
	/** Reads a list as far as the user's Return All or Limit says; `keep` drops what NinjaOne cannot leave out itself. */
	list(call: Call, keep?: (row: IDataObject) => boolean, reshape?: Reshape): Promise<IDataObject[]>;
	/** Ends rows that were made here, such as sums, where the user's Limit says. */
	upToLimit(made: IDataObject[]): IDataObject[];
	/** Reads the rows of a list, or the first few of them, whatever the user's limit. */
	rows(call: Call, size?: number): Promise<IDataObject[]>;
	/** The same for all rows, read once for all items of the execution: for looking names up. */
	rowsOnce(call: Call): Promise<IDataObject[]>;
	/** A file of the input item, by the name of its binary field. */
	readFile(field: string): Promise<File>;
	/** Puts a file into the output item. */
	keepFile(field: string, file: File): Promise<void>;
	/** Shows a hint with the result, once, where people and agents see it. */
	hint(message: string): void;
	facts(): Promise<CredentialFacts>;
	/** Id of the newest activity: taken before something is started whose end is awaited. */
	bookmark(): Promise<number>;
	/** Waits for the end of something that was started; other items go on meanwhile. */
	follow<Outcome>(watch: Watch<Outcome>): Promise<Followed<Outcome>>;
	/** What the items of one execution share: made by the first that asks for it. */
	shared<T>(key: string, make: () => Promise<T>): Promise<T>;
	/** Does work of one key after the other: items that read and replace the same record must not cross. */
	inSequence<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** What every operation says. */
interface Described<F extends Fields> {
	/** Title Case, as n8n lists it under its resource. */
	name: string;
	/** Sentence case without article, with the resource: n8n's action list, and the name an AI agent sees. */
	action: string;
	description: string;
	/** Its parameters. Those that name records find them, and bring what they read. */
	fields: F;
	/** The most useful fields of a wide row, some ten, flat. Gives the operation its Output parameter. */
	simplify?: (row: IDataObject) => IDataObject;
	/** Adds to simplified rows what NinjaOne has left out of some, from lists that are read once. */
	complete?: (caller: Caller, rows: IDataObject[], values: ValuesOf<F>) => Promise<IDataObject[]>;
	/** The field that identifies a row; it stays whatever fields are selected. */
	key?: string;
	/** Of a change of many records in one item: what they are called, and how many there are. Gives it a Cap. */
	bulk?: { what: string; count: (values: ValuesOf<F>) => number };
}

type Awaitable<T> = T | Promise<T>;

/** What an operation does: some of these, see `Spec`. */
interface Work<F extends Fields, Path extends string, M extends Method> {
	/** The one request that it makes, or the list that it reads. */
	endpoint: Endpoint<Path, M>;
	/**
	 * How the values of the fields fill the endpoint, files of the input item too; left out where its path has nothing to
	 * fill.
	 */
	fill: (values: ValuesOf<F>, files: Pick<Caller, 'readFile'>) => Awaitable<CallParts<Path, M>>;
	/** Every request template that it can send itself; its fields bring what they look names up in. Others are refused. */
	endpoints: readonly Endpoint[];
	/** Which of several endpoints, filled: all turn pages, or none. */
	request: (values: ValuesOf<F>) => Awaitable<Call>;
	/** Makes several calls. Names in the values are looked up. */
	run: (caller: Caller, values: ValuesOf<F>) => Promise<IDataObject[]>;
	/** Like `run`, of a list that needs other calls first; it ends in `caller.list`. */
	list: (caller: Caller, values: ValuesOf<F>) => Promise<IDataObject[]>;
	/** Drops rows of a list that NinjaOne cannot be asked to leave out. */
	keep: (values: ValuesOf<F>) => ((row: IDataObject) => boolean) | undefined;
	/** Makes what turns NinjaOne's rows into better ones, reading what that takes once. */
	reshape: (caller: Caller, values: ValuesOf<F>) => Promise<Reshape>;
	/** What comes with `success: true` where NinjaOne answers without content: the IDs that it acted on. */
	done: (values: ValuesOf<F>) => IDataObject;
	/** Makes rows of an answer that is neither a record nor a list of them, or that may be left out. */
	rows: (answer: unknown, values: ValuesOf<F>) => IDataObject[];
}

/** Some properties, others where they are wanted, and none of the rest. */
type Only<All, Needed extends keyof All, Wanted extends keyof All = never> = Pick<All, Needed> &
	Partial<Pick<All, Wanted>> & { [Other in Exclude<keyof All, Needed | Wanted>]?: never };

/** An operation is one of these: what cannot be meant together does not compile. */
type Spec<
	F extends Fields,
	Path extends string,
	M extends Method,
	W extends Work<F, Path, M> = Work<F, Path, M>,
> = Described<F> &
	(
		| (OneRequest & Filled<W, Path> & Only<W, 'endpoint', 'fill' | 'done' | 'rows'>)
		| (OneList & Filled<W, Path> & Only<W, 'endpoint', 'fill' | 'keep' | 'reshape'>)
		| Only<W, 'endpoints' | 'request', 'keep' | 'reshape' | 'done' | 'rows'>
		| Only<W, 'endpoints' | 'run'>
		| Only<W, 'endpoints' | 'list'>
	);

type OneRequest = { endpoint: { paging?: undefined } };
type OneList = { endpoint: { paging: Paging } };
type Filled<W extends { fill: unknown }, Path extends string> = [PathNames<Path>] extends [never]
	? unknown
	: Pick<W, 'fill'>;

/** One operation as everything else sees it: UI, execution, docs, tests. */
export interface Operation {
	readonly name: string;
	readonly action: string;
	readonly description: string;
	readonly endpoints: readonly Endpoint[];
	readonly fields: Fields;
	readonly effect: Effect;
	/** `user`: a part of it needs a signed-in technician. */
	readonly grant?: 'user';
	readonly isList: boolean;
	readonly simplify?: (row: IDataObject) => IDataObject;
	readonly key: string;
	complete?(caller: Caller, rows: IDataObject[], values: Values): Promise<IDataObject[]>;
	/** @param values as they were read: names in them are looked up first */
	run(caller: Caller, values: Values): Promise<IDataObject[]>;
	/** The same with any IDs in the place of names: to see how far it comes without NinjaOne. */
	check(caller: Caller, values: Values): Promise<IDataObject[]>;
}

/** Writes an operation down. The types of `fields` flow into `fill`, `run` and the others. */
export function operation<
	const F extends Fields,
	Path extends string = string,
	M extends Method = Method,
>(spec: Spec<F, Path, M>): Operation {
	const { name, action, description, bulk, simplify, complete, key = 'id' } = spec;
	const fields: Fields = bulk ? { ...spec.fields, cap: cap(bulk.what) } : spec.fields;
	const lookUp = lookUpIn(fields);
	const sent: readonly Endpoint[] = spec.endpoint ? [spec.endpoint] : spec.endpoints;
	const endpoints = [...new Set([...sent, ...(lookUp?.endpoints ?? [])])];
	const work = workOf(spec);
	const act = async (caller: Caller, known: Values): Promise<IDataObject[]> => {
		const { cap: most, ...others } = known;
		const values = (bulk ? others : known) as ValuesOf<F>;
		if (bulk) holdToCap(bulk.count(values), most as number, bulk.what);
		try {
			return await work(caller, values);
		} catch (error) {
			throw inOurWords(error, name);
		}
	};
	const found = async (caller: Caller, values: Values): Promise<Values> =>
		(await lookUp?.resolve(values, { rows: caller.rowsOnce })) ?? values;
	return {
		name,
		action,
		description,
		endpoints,
		fields,
		effect: strongestEffect(endpoints),
		grant: endpoints.some(({ grant }) => grant === 'user') ? 'user' : undefined,
		isList: spec.run === undefined && sent.some(({ paging }) => paging !== undefined),
		simplify:
			simplify &&
			((row) => {
				try {
					return simplify(row);
				} catch (error) {
					throw inOurWords(error, name);
				}
			}),
		key,
		complete:
			complete &&
			(async (caller, rows, values) =>
				await complete(caller, rows, (await found(caller, values)) as ValuesOf<F>)),
		run: async (caller, values) => await act(caller, await found(caller, values)),
		check: async (caller, values) => await act(caller, lookUp?.assume(values) ?? values),
	};
}

/** What an operation does, whichever way it is written. */
function workOf<F extends Fields, Path extends string, M extends Method>(
	spec: Spec<F, Path, M>,
): Work<F, Path, M>['run'] {
	if (spec.run) return spec.run;
	if (spec.list) return spec.list;
	const { endpoint, fill, request, keep, reshape, done, rows } = spec;
	return async (caller, values) => {
		// The compiler has checked that what fills the path is there.
		const filled = request
			? await request(values)
			: call(endpoint as Endpoint, (await fill?.(values, caller)) as CallParts<string>);
		const { paging, answers } = filled.endpoint;
		if (paging) return await caller.list(filled, keep?.(values), await reshape?.(caller, values));
		const answer = await caller.send(filled);
		if (rows) return rows(answer, values);
		if (done || answers === 'nothing') return [{ success: true, ...done?.(values) }];
		return [answer].flat() as IDataObject[];
	};
}

/** An operation that trips over an answer, such as a record that lacks what it must have, says so. */
function inOurWords(error: unknown, name: string): unknown {
	if (!(error instanceof TypeError || error instanceof RangeError)) return error;
	return new NinjaOneError(
		`NinjaOne answered with something that "${name}" does not expect, so its result is not known`,
		{
			description: `What had been sent may have been carried out: look in NinjaOne before running this again. (${error.message})`,
			failure: { cause: 'node-defect' },
		},
	);
}

/** A resource of the node with its operations, keyed by their internal names. */
export interface Resource {
	readonly name: string;
	readonly description: string;
	readonly operations: Readonly<Record<string, Operation>>;
}

export type Resources = Readonly<Record<string, Resource>>;
