import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type DevicePredicate, parseDeviceFilter } from './deviceFilter';
import { type Query, text } from './query';
import { failure, unknownRoute } from './refusal';
import type { State } from './state/state';

export const queryOf = (request: FastifyRequest) => request.query as Query;

const largestId = 2_147_483_647;

/** A number in the path. NinjaOne treats anything else there as an unknown route. */
export function idOf(request: FastifyRequest, name = 'id'): number {
	const value = pathOf(request, name);
	if (/^\d+$/.test(value) && Number(value) <= largestId) return Number(value);
	throw unknownRoute();
}

export const pathOf = (request: FastifyRequest, name: string) =>
	(request.params as Record<string, string>)[name];

export { found } from './refusal';

/** The body, as strict as NinjaOne reads it: an unknown property is named and refused. */
export const bodyOf = <Schema extends z.ZodTypeAny>(
	request: FastifyRequest,
	schema: Schema,
): z.infer<Schema> => checked(request.body, schema);

export function checked<Schema extends z.ZodTypeAny>(
	value: unknown,
	schema: Schema,
): z.infer<Schema> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw failure(
		400,
		issue.code === 'unrecognized_keys'
			? `Unrecognized field "${issue.keys[0]}"`
			: `${issue.path.join('.') || 'body'}: ${issue.message}`,
	);
}

/** The device filter of a request, if it has one. An empty one is an error. */
export function filterOf(request: FastifyRequest, state: State): DevicePredicate | undefined {
	const filter = text(queryOf(request), 'df');
	return filter === undefined ? undefined : parseDeviceFilter(filter, state);
}
