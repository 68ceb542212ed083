import type { IDataObject } from 'n8n-workflow';
import type { CredentialFacts } from '../api/connection';
import { NinjaOneError } from '../api/errors';
import { strongestEffect, type Effect, type Endpoint } from '../api/endpoint';
import type { File } from '../api/form';
import type { Call } from '../api/request';
import { cap, holdToCap } from './cap';
import type { Fields, ValuesOf } from './field';
import type { Followed, Watch } from './follower';
import { lookUpIn } from './lookUp';

/** Turns a row of NinjaOne's into one that serves better, before anything else is done with it. */
export type Reshape = (row: IDataObject) => IDataObject;

/** What a running operation can do; see caller.ts. */
export interface Caller {
	/** Sends one call; what comes is as the endpoint's `answers` says. */
	send(call: Call): Promise<unknown>;
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
	/** Says something beside the result, once, where people and agents see it. */
	hint(message: string): void;
	facts(): Promise<CredentialFacts>;
	/** Id of the newest activity: taken before something is started whose end is awaited. */
	bookmark(): Promise<number>;
	/** Waits for the end of something that was started; other items go on meanwhile. */
	follow<Outcome>(watch: Watch<Outcome>): Promise<Followed<Outcome>>;
	/** What the items of one execution share: made by the first that asks for it. */
	shared<T>(key: string, make: () => Promise<T>): Promise<T>;
	/** Does work of one key after the other: items that read and replace the same record must not cross. */
	inTurn<T>(key: string, work: () => Promise<T>): Promise<T>;
}

interface Spec<F extends Fields> {
	/** Title Case, as n8n lists it under its resource. */
	name: string;
	/** Sentence case without article, with the resource: n8n's action list, and the name an AI agent sees. */
	action: string;
	description: string;
	/** Every request template that it sends itself; its fields bring what they look names up in. Others are refused. */
	endpoints: readonly Endpoint[];
	fields: F;
	/** The one request that it makes; a list where the endpoint turns pages. Names are looked up with the caller. */
	request?: (values: ValuesOf<F>, caller: Caller) => Call | Promise<Call>;
	/** Of a list: drops rows that NinjaOne cannot be asked to leave out. */
	keep?: (values: ValuesOf<F>) => ((row: IDataObject) => boolean) | undefined;
	/** Of a list: makes what turns NinjaOne's rows into better ones, reading what that takes once. */
	reshape?: (caller: Caller, values: ValuesOf<F>) => Promise<Reshape>;
	/** Takes the place of `request` where several calls are needed. */
	run?: (caller: Caller, values: ValuesOf<F>) => Promise<IDataObject[]>;
	/** Like `run`, of a list that needs other calls first, such as to find an ID by name; it ends in `caller.list`. */
	list?: (caller: Caller, values: ValuesOf<F>) => Promise<IDataObject[]>;
	/** The most useful fields of a wide row, some ten, flat. Gives the operation its Output parameter. */
	simplify?: (row: IDataObject) => IDataObject;
	/** Adds to simplified rows what NinjaOne has left out of some, from lists that are read once. */
	complete?: (caller: Caller, rows: IDataObject[], values: ValuesOf<F>) => Promise<IDataObject[]>;
	/** The field that identifies a row; it stays whatever fields are selected. */
	key?: string;
	/** Of a change of many records in one item: what they are called, and how many there are. Gives it a Cap. */
	many?: { what: string; count: (values: ValuesOf<F>) => number };
	/** What stands beside `success: true` where NinjaOne answers without content: the ids that it acted on. */
	done?: (values: ValuesOf<F>) => IDataObject;
}

export type Values = Record<string, unknown>;

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
}

/** Writes an operation down. The types of `fields` flow into `request`, `run` and `done`. */
export function operation<const F extends Fields>(spec: Spec<F>): Operation {
	const { name, action, description, many, simplify, complete, key = 'id' } = spec;
	const fields: Fields = many ? { ...spec.fields, cap: cap(many.what) } : spec.fields;
	const lookUp = lookUpIn(fields);
	const endpoints = [...new Set([...spec.endpoints, ...(lookUp?.endpoints ?? [])])];
	const known = async (caller: Caller, values: Values): Promise<Values> =>
		(await lookUp?.resolve(values, caller.rowsOnce, name)) ?? values;
	return {
		name,
		action,
		description,
		endpoints,
		fields,
		effect: strongestEffect(endpoints),
		...(endpoints.some(({ grant }) => grant === 'user') ? { grant: 'user' as const } : {}),
		isList: spec.run === undefined && spec.endpoints.some(({ paging }) => paging !== undefined),
		...(simplify ? { simplify: (row) => expecting(name, () => simplify(row)) } : {}),
		key,
		...(complete
			? {
					complete: async (caller, rows, values) =>
						await complete(caller, rows, (await known(caller, values)) as ValuesOf<F>),
				}
			: {}),
		async run(caller, values) {
			const found = await known(caller, values);
			const { cap: most, ...own } = found;
			const given = (many ? own : found) as ValuesOf<F>;
			if (many) holdToCap(many.count(given), most as number, many.what);
			const run = spec.run ?? spec.list;
			try {
				return run ? await run(caller, given) : await runRequest(spec, caller, given);
			} catch (error) {
				throw inOurWords(error, name);
			}
		},
	};
}

async function runRequest<F extends Fields>(
	{ name, request, keep, reshape, done }: Spec<F>,
	caller: Caller,
	values: ValuesOf<F>,
): Promise<IDataObject[]> {
	if (!request) throw new TypeError(`Operation "${name}" has neither request nor run`);
	const call = await request(values, caller);
	if (call.endpoint.paging) {
		return await caller.list(call, keep?.(values), await reshape?.(caller, values));
	}
	const answer = await caller.send(call);
	if (done || call.endpoint.answers === 'nothing') return [{ success: true, ...done?.(values) }];
	return Array.isArray(answer) ? (answer as IDataObject[]) : [answer as IDataObject];
}

function expecting<T>(name: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw inOurWords(error, name);
	}
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
