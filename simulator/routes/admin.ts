import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context, Routes } from '../context';
import { faultFrom } from '../faults/faults';
import { checked, found, idOf, pathOf, queryOf } from '../input';
import { integer, text } from '../query';

/** Serves what is asked about the simulator itself, without a token; what returns nothing is answered 204. */
export const adminOn =
	(app: FastifyInstance) =>
	(method: 'GET' | 'POST' | 'DELETE', path: string, handle: (request: FastifyRequest) => unknown) =>
		app.route({
			method,
			url: `/_simulator${path}`,
			handler: async (request, reply) => (await handle(request)) ?? reply.code(204).send(),
		});

const JobWishSchema = z
	.object({
		deviceId: z.number().int(),
		name: z.string(),
		ends: z.enum(['COMPLETED', 'CANCELLED', 'BLOCKED', 'NEVER']),
		result: z.enum(['SUCCESS', 'FAILURE']),
		exitCode: z.number().int(),
		output: z.string(),
		times: z.number().int().positive(),
	})
	.partial()
	.strict();

/** What tests and demonstrations ask about the simulator itself, and do to it. */
export const adminRoutes: Routes = (app, context) => {
	const { state, requests, faults, authority } = context;
	const admin = adminOn(app);

	admin('GET', '/health', () => ({ status: 'ok' }));
	admin('GET', '/summary', () => summaryOf(context));
	admin('GET', '/devices/:id', (request) => found(state.devices.get(idOf(request)), 'device'));
	admin('GET', '/alerts', () => [...state.alerts.values()]);

	admin('GET', '/requests', (request) => {
		const query = queryOf(request);
		const path = text(query, 'path');
		const since = integer(query, 'since') ?? 0;
		return requests
			.matching({ method: text(query, 'method'), path: path ? new RegExp(path) : undefined })
			.filter(({ index }) => index >= since);
	});
	admin('DELETE', '/requests', () => requests.clear());

	admin('GET', '/faults', () =>
		faults.all().map(({ path, ...fault }) => ({ ...fault, ...(path && { path: sourceOf(path) }) })),
	);
	admin('POST', '/faults', ({ body }) => faults.add(faultFrom(body)));
	admin('DELETE', '/faults', () => faults.clear());

	admin('POST', '/tokens/expire', ({ body }) =>
		authority.expireTokens((body ?? {}) as { refresh?: boolean }),
	);
	admin('POST', '/apps/:clientId/revoke', (request) =>
		authority.revokeApp(pathOf(request, 'clientId')),
	);
	admin('POST', '/apps/:clientId/restore', (request) =>
		authority.restoreApp(pathOf(request, 'clientId')),
	);

	admin('POST', '/jobs/plans', ({ body }) => state.jobs.plan(checked(body, JobWishSchema)));
};

const sourceOf = (path: string | RegExp) => (typeof path === 'string' ? path : path.source);

const summaryOf = ({ state, requests }: Context) => ({
	organizations: state.organizations.size,
	locations: state.locations.size,
	devices: state.devices.size,
	alerts: state.alerts.size,
	activities: state.activities.all().length,
	users: state.users.size,
	tickets: state.tickets.size,
	requests: requests.all().length,
});
