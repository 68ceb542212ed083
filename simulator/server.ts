import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { readsMultipart } from './multipart';
import { failureBody, isRefusal, unknownRoute } from './refusal';

/** NinjaOne answers under both prefixes; the shorter is the one that everything here speaks of. */
const longPrefix = /^\/api(?=\/v2\/)/;
export const shortPath = (url: string) => url.replace(longPrefix, '').split('?', 1)[0];

const mebibyte = 1024 ** 2;

/** A server with NinjaOne's manners, and no routes yet. */
export function createServer(): FastifyInstance {
	const app = fastify({
		rewriteUrl: ({ url = '/' }) => url.replace(longPrefix, ''),
		// NinjaOne documents no HEAD, and a server with half the routes starts in half the time.
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		bodyLimit: 64 * mebibyte,
		routerOptions: { maxParamLength: 1000 },
	});
	app.removeContentTypeParser('application/json');
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
		const parsed = parseJson(String(body));
		done(parsed.error ?? null, parsed.value);
	});
	app.register(formbody);
	readsMultipart(app);

	app.setNotFoundHandler(() => {
		throw unknownRoute();
	});
	app.setErrorHandler((error, _request, reply) => {
		if (isRefusal(error)) return reply.code(error.refusal.status).send(error.refusal.body);
		const status = (error as { statusCode?: number }).statusCode ?? 500;
		const message = error instanceof Error ? error.message : String(error);
		return reply.code(status).send(failureBody(message));
	});
	return app;
}

/** An empty body is no body: clients send the content type with it all the same. */
export function parseJson(text: string): { value?: unknown; error?: Error } {
	if (text.trim() === '') return {};
	try {
		return { value: JSON.parse(text) };
	} catch {
		return { error: Object.assign(new Error('Unable to process JSON'), { statusCode: 400 }) };
	}
}
