import type { FastifyInstance } from 'fastify';
import { type Contract, contracts } from '../contracts';
import { checked } from './input';
import type { Settings } from './options';
import { failure } from './refusal';
import { formOf } from './uploads';

declare module 'fastify' {
	interface FastifyContextConfig {
		/** What the route takes and gives, if it is one of NinjaOne's API. */
		contract?: Contract;
	}
}

/** Routes and contracts may name what stands in a path differently. */
const unnamed = (key: string) => key.replace(/\{\w+\}|:\w+/g, ':');
const byRoute = new Map<string, Contract>(
	Object.entries(contracts).map(([key, contract]) => [unnamed(key), contract]),
);

/** Gives every route of the API its contract; one without cannot be served. */
export function findContracts(app: FastifyInstance): void {
	app.addHook('onRoute', (route) => {
		if (!route.url.startsWith('/v2/') || route.method === 'HEAD') return;
		const key = `${String(route.method)} ${route.url}`;
		const contract = byRoute.get(unnamed(key));
		if (!contract) throw new Error(`contracts/endpoints has no contract for ${key}`);
		route.config = { ...route.config, contract };
	});
}

/** Turns away every body that breaks the contract of its endpoint; the others become what the contract reads in them. */
export function checkBodies(app: FastifyInstance): void {
	app.addHook('preHandler', async (request) => {
		const { contract } = request.routeOptions.config;
		if (!contract) return;
		if (contract.form) request.body = await formOf(request, contract.form);
		else if (contract.request) request.body = checked(request.body, contract.request);
		else if (request.body !== undefined) throw failure(400, 'No body is expected here');
	});
}

/** Puts a 500 in the place of an answer that breaks its contract. What a fault or a mode of optionals made is let pass. */
export function checkAnswers(app: FastifyInstance, settings: Settings): void {
	if (!settings.checkAnswers) return;
	app.addHook('onSend', async (request, reply, payload) => {
		const { contract } = request.routeOptions.config;
		const { fault } = request;
		if (!contract || fault || reply.statusCode >= 300 || settings.optionals !== 'seeded')
			return payload;
		const problem = problemWith(contract, payload, String(reply.getHeader('content-type')));
		if (problem !== undefined)
			throw new Error(`${request.method} ${request.url} broke its contract: ${problem}`);
		return payload;
	});
}

function problemWith({ answer }: Contract, payload: unknown, type: string): string | undefined {
	const isEmpty = payload === undefined || payload === null || payload === '';
	if (!answer) return isEmpty ? undefined : 'an answer where none is declared';
	const value =
		typeof payload === 'string' && type.includes('json') ? JSON.parse(payload) : payload;
	const { error } = answer.safeParse(isEmpty ? undefined : value);
	return error && JSON.stringify(error.issues.slice(0, 3));
}
