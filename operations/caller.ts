import type { IDataObject } from 'n8n-workflow';
import { credentialFacts, type Connection } from '../api/connection';
import { NinjaOneError } from '../api/errors';
import { list } from '../api/list';
import { plainRequest, type Call, type PlainRequest } from '../api/request';
import { send } from '../api/send';
import { createFollower, type Follower } from './follower';
import type { Caller, Operation } from './operation';

/** Thrown in a dry run in place of the first request that would change something. */
export class DryRun extends Error {
	constructor(readonly request: PlainRequest) {
		super('Dry run');
	}
}

export interface CallerSettings {
	/** Most rows of a list; Infinity for Return All. */
	limit: number;
	dryRun: boolean;
	/** A row of a list as it is returned. */
	shape: (row: IDataObject) => IDataObject;
	/** Told when NinjaOne has more rows than the limit let through. */
	onCut: () => void;
	/** Lets another item start while this one waits. */
	stepAside: () => void;
}

/** What all items of one execution use together. */
export interface SharedMeans {
	connection: Connection;
	follower: Follower;
	kept: Map<string, Promise<unknown>>;
}

export function createSharedMeans(connection: Connection): SharedMeans {
	return { connection, follower: createFollower(connection), kept: new Map() };
}

/** Gives a running operation its way to NinjaOne, held to the endpoints that the operation declares. */
export function createCaller(
	{ connection, follower, kept }: SharedMeans,
	{ endpoints, name }: Operation,
	{ limit, dryRun, shape, onCut, stepAside }: CallerSettings,
): Caller {
	const admit = ({ endpoint }: Call) => {
		if (endpoints.includes(endpoint)) return;
		throw new NinjaOneError(
			`Operation "${name}" does not declare ${endpoint.method} ${endpoint.path}`,
			{
				failure: { cause: 'node-defect' },
			},
		);
	};
	return {
		async send(call) {
			admit(call);
			if (dryRun && call.endpoint.effect !== 'read') throw new DryRun(plainRequest(call));
			return await send(connection, call);
		},
		async list(call, keep) {
			admit(call);
			const { rows, cut } = await list(connection, call, limit, shape, keep);
			if (cut) onCut();
			return rows;
		},
		async sample(call, size) {
			admit(call);
			return (await list(connection, call, size, (row) => row)).rows;
		},
		facts: async () => await credentialFacts(connection.context),
		bookmark: async () => await follower.bookmark(),
		async follow(watch) {
			stepAside();
			return await follower.follow(watch);
		},
		async shared<T>(key: string, make: () => Promise<T>) {
			const made = (kept.get(key) as Promise<T> | undefined) ?? make();
			kept.set(key, made);
			return await made;
		},
	};
}
