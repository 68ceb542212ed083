import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ContractKey, contracts } from '../contracts';
import { idOf, pathOf, queryOf } from './input';
import type { UploadedFile } from './multipart';
import type { Query } from './query';

/** A request whose body is as its contract says. */
export interface Call<Key extends ContractKey> {
	body: BodyOf<(typeof contracts)[Key]>;
	query: Query;
	/** A number in the path. */
	id(name?: string): number;
	/** Text in the path. */
	path(name: string): string;
	/** The technician in whose name the call is made; none where a machine makes it. */
	userId?: number;
	request: FastifyRequest;
	reply: FastifyReply;
}

type BodyOf<Entry> = Entry extends { request: infer Schema extends z.ZodTypeAny }
	? z.infer<Schema>
	: Entry extends { form: { fields: infer Fields extends z.ZodTypeAny } }
		? { fields: z.infer<Fields>; files: UploadedFile[] }
		: undefined;

/**
 * Serves endpoints by the keys of their contracts. What a handler returns is the answer; one that returns nothing is
 * answered 204.
 */
export const endpointsOn =
	(app: FastifyInstance) =>
	<Key extends ContractKey>(key: Key, handle: (call: Call<Key>) => unknown): void => {
		const [method, path] = key.split(' ');
		app.route({
			method,
			url: path.replace(/\{(\w+)\}/g, ':$1'),
			handler: async (request, reply) => {
				const answer = await handle({
					body: request.body as Call<Key>['body'],
					query: queryOf(request),
					id: (name) => idOf(request, name),
					path: (name) => pathOf(request, name),
					userId: request.access?.userId,
					request,
					reply,
				});
				return answer === undefined ? reply.code(204).send() : answer;
			},
		});
	};
