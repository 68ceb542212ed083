import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Contract, type ContractKey, contracts } from '../contracts';
import { idOf, pathOf, queryOf } from './input';
import type { UploadedFile } from './multipart';
import type { Query } from './query';

/** A request to an endpoint. */
export interface AnyCall {
	/** As the contract reads it. */
	body: unknown;
	query: Query;
	/** A number in the path: the last one, unless it is named. */
	id(name?: string): number;
	/** Text in the path. */
	path(name: string): string;
	/** The technician in whose name the call is made; none where a machine makes it. */
	userId?: number;
	request: FastifyRequest;
	reply: FastifyReply;
}

/** A request whose body is as its contract says. */
export interface Call<Key extends ContractKey> extends AnyCall {
	body: BodyOf<(typeof contracts)[Key]>;
}

type BodyOf<Entry> = Entry extends { request: infer Schema extends z.ZodTypeAny }
	? z.infer<Schema>
	: Entry extends { form: { fields: infer Fields extends z.ZodTypeAny } }
		? { fields: z.infer<Fields>; files: UploadedFile[] }
		: undefined;

/** Handlers by the keys of their contracts. */
export type Endpoints = { [Key in ContractKey]?: (call: Call<Key>) => unknown };

/** Serves endpoints: what a handler returns is the answer. Where the contract has none, or nothing is returned, it is 204. */
export function serve(app: FastifyInstance, endpoints: Endpoints): void {
	for (const [key, handle] of Object.entries(endpoints)) {
		const [method, path] = key.split(' ');
		const { answer }: Contract = contracts[key as ContractKey];
		const lastName = [...path.matchAll(/\{(\w+)\}/g)].at(-1)?.[1];
		app.route({
			method,
			url: path.replace(/\{(\w+)\}/g, ':$1'),
			handler: async (request, reply) => {
				const given = await (handle as (call: AnyCall) => unknown)({
					body: request.body,
					query: queryOf(request),
					id: (name = lastName) => idOf(request, name),
					path: (name) => pathOf(request, name),
					userId: request.access?.userId,
					request,
					reply,
				});
				return answer && given !== undefined ? given : reply.code(204).send();
			},
		});
	}
}
