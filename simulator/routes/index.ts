import type { FastifyInstance } from 'fastify';
import type { Context, Routes } from '../context';
import { checkBodies, findContracts } from '../contractCheck';
import { type Access } from '../oauth/authority';
import { createGuard } from '../oauth/guard';
import { shortPath } from '../server';
import { activityRoutes } from './activities';
import { adminRoutes } from './admin';
import { checklistRoutes } from './checklists';
import { customFieldRoutes } from './customFields';
import { deviceRoutes } from './devices';
import { documentRoutes } from './documents';
import { documentTemplateRoutes } from './documentTemplates';
import { fieldReportRoutes } from './fieldReports';
import { fieldValueRoutes } from './fieldValues';
import { fileRoutes } from './files';
import { happeningRoutes } from './happenings';
import { deviceActionRoutes } from './deviceActions';
import { deviceDataRoutes } from './deviceData';
import { knowledgeBaseRoutes } from './knowledgeBase';
import { oauthRoutes } from './oauth';
import { organizationRoutes } from './organizations';
import { peopleRoutes } from './people';
import { relatedItemRoutes } from './relatedItems';
import { ticketingRoutes } from './ticketing';
import { ticketRoutes } from './tickets';
import { webhookRoutes } from './webhooks';

declare module 'fastify' {
	interface FastifyRequest {
		/** In whose name a call of the API is made. */
		access?: Access;
	}
}

const parts: readonly Routes[] = [
	oauthRoutes,
	adminRoutes,
	happeningRoutes,
	organizationRoutes,
	deviceRoutes,
	activityRoutes,
	fieldValueRoutes,
	customFieldRoutes,
	fieldReportRoutes,
	deviceActionRoutes,
	deviceDataRoutes,
	ticketingRoutes,
	ticketRoutes,
	peopleRoutes,
	fileRoutes,
	documentTemplateRoutes,
	documentRoutes,
	knowledgeBaseRoutes,
	checklistRoutes,
	relatedItemRoutes,
	webhookRoutes,
];

/** The whole of NinjaOne. Calls of the API pass the guard first, those to unknown routes too. */
export function routes(app: FastifyInstance, context: Context): void {
	findContracts(app);
	const guard = createGuard(context.authority, context.settings);
	app.addHook('preHandler', async (request) => {
		const path = shortPath(request.originalUrl);
		if (!path.startsWith('/v2/')) return;
		const { authorization } = request.headers;
		request.access = guard({ method: request.method, path, authorization });
	});
	checkBodies(app);
	for (const part of parts) part(app, context);
}
