import type { IDataObject } from 'n8n-workflow';
import { credentialFacts, type Connection } from '../api/connection';
import { defined } from '../api/defined';
import { NinjaOneError } from '../api/errors';
import { list } from '../api/list';
import { plainRequest, shownRequest, type Call, type PlainRequest } from '../api/request';
import { missingScope } from '../api/scope';
import { send } from '../api/send';
import type { ItemFiles } from './files';
import { createFollower, type Follower } from './follower';
import type { Caller, Operation } from './operation';

/** A request that was not sent; `refusal` is why it would not be sent in a real run either. */
export type ShownRequest = PlainRequest & { refusal?: string };

/** Thrown in a dry run in place of the first request that would change something. */
export class DryRun extends Error {
	constructor(readonly request: ShownRequest) {
		super('Dry run');
	}
}

interface CallerSettings {
	/** Most rows of a list; Infinity for Return All. */
	limit: number;
	dryRun: boolean;
	/** A row of a list as it is returned. */
	shape: (row: IDataObject) => IDataObject;
	/** Called when NinjaOne has more rows than the limit let through. */
	onCut: () => void;
	/** Shown with the result. */
	hint: (message: string) => void;
	/** Lets another item start while this one waits. */
	freeSlot: () => void;
	files: ItemFiles;
}

/** What all items of one execution use together. */
export interface SharedMeans {
	connection: Connection;
	follower: Follower;
	kept: Map<string, Promise<unknown>>;
	/** The last in each line of work that goes one after the other. */
	lines: Map<string, Promise<unknown>>;
}

export const createSharedMeans = (connection: Connection): SharedMeans => ({
	connection,
	follower: createFollower(connection),
	kept: new Map(),
	lines: new Map(),
});

/** Gives a running operation its way to NinjaOne, held to the endpoints that the operation declares. */
export function createCaller(
	{ connection, follower, kept, lines }: SharedMeans,
	{ endpoints, name }: Operation,
	{ limit, dryRun, shape, onCut, hint, freeSlot, files }: CallerSettings,
): Caller {
	const admit = ({ endpoint: { method, path }, endpoint }: Call) => {
		if (endpoints.includes(endpoint)) return;
		throw new NinjaOneError(`Operation "${name}" does not declare ${method} ${path}`, {
			failure: { cause: 'node-defect' },
		});
	};
	const shown = (call: Call): ShownRequest => {
		const refusal = missingScope(connection, call.endpoint)?.message;
		return { ...shownRequest(call), ...defined({ refusal }) };
	};
	const rows: Caller['rows'] = async (call, size) => {
		admit(call);
		return (await list(connection, call, size)).rows;
	};
	const shared = async <T>(key: string, make: () => Promise<T>): Promise<T> => {
		const made = kept.get(key) ?? make();
		kept.set(key, made);
		return (await made) as T;
	};
	return {
		async send(call) {
			admit(call);
			if (dryRun && call.endpoint.effect !== 'read') throw new DryRun(shown(call));
			return await send(connection, call);
		},
		async list(call, keep, reshape) {
			admit(call);
			const shaped = reshape ? (row: IDataObject) => shape(reshape(row)) : shape;
			const { rows, cut } = await list(connection, call, limit, shaped, keep);
			if (cut) onCut();
			return rows;
		},
		upToLimit(made) {
			if (made.length > limit) onCut();
			return made.slice(0, limit).map(shape);
		},
		rows,
		rowsOnce: async (call) =>
			await shared(JSON.stringify(plainRequest(call)), async () => await rows(call)),
		readFile: files.read,
		keepFile: files.keep,
		hint,
		facts: async () => await credentialFacts(connection.context),
		bookmark: follower.bookmark,
		async follow(watch) {
			freeSlot();
			return await follower.follow(watch);
		},
		shared,
		async inSequence(key, work) {
			const done = (lines.get(key) ?? Promise.resolve()).then(work);
			// One that fails does not hold up the next.
			const ended = done.catch(() => undefined);
			lines.set(key, ended);
			return await done;
		},
	};
}
