import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Authority } from '../oauth/authority';
import { pause } from '../pause';
import { failure, failureBody } from '../refusal';
import type { Fault } from './faults';

interface Exchange {
	request: FastifyRequest;
	reply: FastifyReply;
}

/** Whether the fault keeps the server from acting. */
export function turnsAway(fault: Fault | undefined): boolean {
	if (!fault) return false;
	if (fault.kind === 'status' || fault.kind === 'cut') return (fault.when ?? 'before') === 'before';
	return ['throttle', 'throttlePage', 'hang'].includes(fault.kind);
}

/** What the fault does before the server acts. */
export async function before(
	fault: Fault,
	{ request, reply, authority }: Exchange & { authority: Authority },
): Promise<void> {
	if (fault.kind === 'latency') return pause(fault.ms ?? 1000);
	if (fault.kind === 'expireToken') return authority.expireTokens();
	if (fault.kind === 'revokeApp') return authority.revokeApp(clientOf(request, authority));
	if (!turnsAway(fault)) return;
	if (fault.kind === 'cut') return cut(request);
	if (fault.kind === 'hang') return silence();
	if (fault.kind === 'throttlePage') return sendThrottlePage(fault, reply);
	if (fault.kind === 'throttle') throw throttled(fault, reply);
	throw failure(fault.status ?? 502, `HTTP ${fault.status ?? 502}`);
}

/** What the fault makes of the answer, once the server has acted. */
export async function after(
	fault: Fault,
	{ request, reply, payload }: Exchange & { payload: unknown },
): Promise<unknown> {
	if (turnsAway(fault)) return payload;
	if (fault.kind === 'cut' && fault.when === 'midway') return cutMidway(request, reply, payload);
	if (fault.kind === 'cut') return cut(request);
	if (fault.kind !== 'status') return payload;
	reply.code(fault.status ?? 502).header('content-type', 'application/json; charset=utf-8');
	return JSON.stringify(failureBody(`HTTP ${reply.statusCode}`));
}

/** Never answers. */
const silence = () => new Promise<never>(() => undefined);

function cut(request: FastifyRequest): Promise<never> {
	request.raw.socket.destroy();
	return silence();
}

function cutMidway(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<never> {
	const body = String(payload ?? '');
	reply.raw.statusCode = reply.statusCode;
	const headers = { ...reply.getHeaders(), 'content-length': Buffer.byteLength(body) };
	for (const [name, value] of Object.entries(headers)) {
		if (value !== undefined) reply.raw.setHeader(name, value);
	}
	reply.raw.write(body.slice(0, body.length / 2), () => request.raw.socket.destroy());
	return silence();
}

async function sendThrottlePage({ status = 200 }: Fault, reply: FastifyReply): Promise<void> {
	const page =
		'<html><head><title>Too many requests</title></head><body>Request limit exceeded</body></html>';
	await reply.code(status).type('text/html; charset=utf-8').send(page);
}

function throttled({ retryAfterSeconds }: Fault, reply: FastifyReply) {
	if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
	return failure(429, 'HTTP 429 Too Many Requests');
}

/** The app that asks: by its token, or by its id where it asks for a token. */
function clientOf({ headers, body }: FastifyRequest, authority: Authority): string {
	const access = authority.access(String(headers.authorization).replace('Bearer ', ''));
	return access?.clientId ?? String((body as Record<string, unknown> | undefined)?.client_id);
}
