import { z } from 'zod';
import type { Context, Routes } from '../context';
import { faultFrom } from '../faults/faults';
import { checked, found, idOf, pathOf, queryOf } from '../input';
import { integer, text } from '../query';
import { briefDevice } from '../rows';

const HappeningSchema = z
	.object({
		/** How many entries to append to the feed. */
		count: z.number().int().nonnegative().optional(),
		/** An alert to trigger: on which device, and what is to be different about it. */
		alert: z.object({ deviceId: z.number().int() }).passthrough().optional(),
	})
	.strict();

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

/** What tests and demonstrations ask about the simulator itself, and do to it. Needs no token. */
export const adminRoutes: Routes = (app, context) => {
	const { state, requests, faults, authority } = context;

	app.get('/_simulator/health', () => ({ status: 'ok' }));
	app.get('/_simulator/summary', () => summaryOf(context));
	app.get('/_simulator/devices/:id', (request) =>
		found(state.devices.get(idOf(request)), 'device'),
	);
	app.get('/_simulator/alerts', () => [...state.alerts.values()]);

	app.get('/_simulator/requests', (request) => {
		const query = queryOf(request);
		const path = text(query, 'path');
		const since = integer(query, 'since') ?? 0;
		return requests
			.matching({
				method: text(query, 'method'),
				path: path === undefined ? path : new RegExp(path),
			})
			.filter(({ index }) => index >= since);
	});
	app.delete('/_simulator/requests', (_request, reply) => {
		requests.clear();
		return reply.code(204).send();
	});

	app.get('/_simulator/faults', () =>
		faults.all().map(({ path, ...fault }) => ({ ...fault, ...(path && { path: sourceOf(path) }) })),
	);
	app.post('/_simulator/faults', (request, reply) => {
		faults.add(faultFrom(request.body));
		return reply.code(204).send();
	});
	app.delete('/_simulator/faults', (_request, reply) => {
		faults.clear();
		return reply.code(204).send();
	});

	app.post('/_simulator/tokens/expire', (request, reply) => {
		authority.expireTokens((request.body ?? {}) as { refresh?: boolean });
		return reply.code(204).send();
	});
	app.post('/_simulator/apps/:clientId/revoke', (request, reply) => {
		authority.revokeApp(pathOf(request, 'clientId'));
		return reply.code(204).send();
	});
	app.post('/_simulator/apps/:clientId/restore', (request, reply) => {
		authority.restoreApp(pathOf(request, 'clientId'));
		return reply.code(204).send();
	});

	app.post('/_simulator/activities', (request) => {
		const { count = 0, alert } = checked(request.body ?? {}, HappeningSchema);
		const activities = Array.from({ length: count }, () => state.addActivity());
		if (!alert) return { activities };
		const { deviceId, ...wish } = alert;
		found(state.devices.get(deviceId), 'device');
		return { activities, alert: state.triggerAlert(deviceId, wish) };
	});
	app.get('/_simulator/jobs', () => state.jobs.all());
	app.post('/_simulator/jobs/plans', (request, reply) => {
		state.jobs.plan(checked(request.body, JobWishSchema));
		return reply.code(204).send();
	});
	app.post('/_simulator/devices', (request) =>
		briefDevice(state.addDevice((request.body ?? {}) as Record<string, never>)),
	);
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
