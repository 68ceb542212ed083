import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Contract, type ContractKey, contracts } from '../contracts';
import { checked } from './input';
import type { Answer, Settings } from './options';
import { failure } from './refusal';
import { shortPath } from './server';
import { formOf } from './uploads';

declare module 'fastify' {
	interface FastifyContextConfig {
		/** Under which the route has its contract, if it is one of NinjaOne's API. */
		key?: ContractKey;
	}
}

/** Routes and contracts may name what stands in a path differently. */
export const unnamed = (key: string) => key.replace(/\{\w+\}|:\w+/g, ':');
const keys = new Map(
	Object.keys(contracts).map((key) => [unnamed(key), key as ContractKey] as const),
);

/** Gives every route of the API its contract; one without cannot be served. */
export function findContracts(app: FastifyInstance): void {
	app.addHook('onRoute', (route) => {
		if (!route.url.startsWith('/v2/') || route.method === 'HEAD') return;
		const name = `${String(route.method)} ${route.url}`;
		const key = keys.get(unnamed(name));
		if (!key) throw new Error(`contracts/endpoints has no contract for ${name}`);
		route.config = { ...route.config, key };
	});
}

/** Turns away every body that breaks the contract of its endpoint; the others become what the contract reads in them. */
export function checkBodies(app: FastifyInstance): void {
	app.addHook('preHandler', async (request) => {
		const { key } = request.routeOptions.config;
		if (!key) return;
		const contract: Contract = contracts[key];
		if (contract.form) request.body = await formOf(request, contract.form);
		else if (contract.request) request.body = checked(request.body, contract.request);
		else if (request.body !== undefined) throw failure(400, 'No body is expected here');
	});
}

/** Emits every answer as the endpoint made it: none that a fault or a mode of optionals changes. */
export function emitAnswers(app: FastifyInstance, settings: Settings): void {
	const { onAnswer } = settings;
	if (!onAnswer) return;
	app.addHook('onSend', async (request, reply, payload) => {
		const { key } = request.routeOptions.config;
		const isSuccess = reply.statusCode < 300 && !request.fault;
		if (key !== undefined && isSuccess && settings.optionals === 'seeded') {
			const isJson = String(reply.getHeader('content-type')).includes('json');
			const value = isJson && typeof payload === 'string' ? JSON.parse(payload) : payload;
			onAnswer({
				method: request.method,
				path: shortPath(request.url),
				key,
				status: reply.statusCode,
				body: payload === undefined || payload === null || payload === '' ? undefined : value,
			});
		}
		return payload;
	});
}

/** Throws where an answer is not as its contract says. */
export function checkAnswer({ key, path, body }: Answer): void {
	const { answer = z.undefined() }: Contract = contracts[key as ContractKey];
	const { error } = answer.safeParse(body);
	if (!error) return;
	const issues = JSON.stringify(error.issues.slice(0, 3));
	throw new Error(`${key} broke its contract at ${path}: ${issues}`);
}
