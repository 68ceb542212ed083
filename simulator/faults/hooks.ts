import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { pause } from '../pause';
import { type LoggedRequest, masked, maskedHeaders } from '../requestLog';
import { parseJson, shortPath } from '../server';
import { type Fault, faultFrom } from './faults';
import { after, before, turnsAway } from './strike';

declare module 'fastify' {
	interface FastifyRequest {
		logged?: LoggedRequest;
		fault?: Fault;
	}
}

const adminPrefix = '/_simulator';
const faultHeader = 'x-simulator-fault';

/**
 * Writes down every request, lets the set time pass, and lets faults strike. What is asked about the simulator itself
 * is left in peace.
 */
export function watch(app: FastifyInstance, context: Context): void {
	const { latencyMs } = context.settings;

	app.addHook('onRequest', async (request, reply) => {
		reply.header('x-nj-request-id', randomUUID());
		reply.header('date', new Date(context.settings.now()).toUTCString());
		const path = shortPath(request.originalUrl);
		if (path.startsWith(adminPrefix)) return;
		request.logged = context.requests.add({
			at: context.settings.now(),
			method: request.method,
			path,
			url: request.originalUrl,
			query: request.query as Record<string, unknown>,
			headers: maskedHeaders(request.headers),
		});
		if (latencyMs > 0) await pause(latencyMs);
	});

	app.addHook('preHandler', async (request, reply) => {
		if (!request.logged) return;
		const isSignIn = request.logged.path.startsWith('/ws/');
		request.logged.body = isSignIn ? masked(request.body) : request.body;
		request.fault = faultInHeader(request) ?? context.faults.strike(request.logged);
		if (!request.fault) return;
		request.logged.fault = request.fault.kind;
		if (request.fault.kind === 'hang') context.faults.hangs(request.logged);
		await before(request.fault, { request, reply, authority: context.authority });
	});

	app.addHook('onSend', async (request, reply, payload) => {
		if (!request.logged) return payload;
		request.logged.acted = reply.statusCode < 400 && !turnsAway(request.fault);
		const answer = request.fault
			? await after(request.fault, { request, reply, payload })
			: payload;
		request.logged.status = reply.statusCode;
		return answer;
	});
}

function faultInHeader({ headers }: FastifyRequest): Fault | undefined {
	const json = headers[faultHeader];
	if (json === undefined) return undefined;
	const { value, error } = parseJson(String(json));
	if (error) throw error;
	return faultFrom(value);
}
