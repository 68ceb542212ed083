import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
	HostEntityTypeSchema,
	NewRelationSchema,
	NewRelationsSchema,
	NewSecureItemSchema,
	RelatedEntityTypeSchema,
	RelatedItemScopeSchema,
} from '../../contracts';
import type { Routes } from '../context';
import { download } from '../download';
import { bodyOf, checked, found, idOf, pathOf, queryOf } from '../input';
import { text } from '../query';
import { endpointsOn } from '../serve';
import { signedUrls } from '../signedUrls';
import type { RelatedItemRecord } from '../state/documentation';
import { attach, fileOfItem, keepSecret, relate, relatedItemRow } from '../state/relatedItems';

/** What belongs to an entity: links to others, files and secrets. */
export const relatedItemRoutes: Routes = (app, { state }) => {
	const { relatedItems } = state.documentation;
	const rows = (isMeant: (item: RelatedItemRecord) => boolean) =>
		relatedItems
			.all()
			.filter(isMeant)
			.map((item) => relatedItemRow(state, item));
	const itemOf = (request: FastifyRequest) =>
		found(relatedItems.get(idOf(request, 'relatedItemId')), 'related item');

	app.get('/v2/related-items', () => rows(() => true));
	app.get('/v2/related-items/with-entity/:entityType/:entityId', (request) => {
		const { entityType, entityId } = hostIn(request);
		const scope = checked(text(queryOf(request), 'scope') ?? 'ALL', RelatedItemScopeSchema);
		const hosted = isHostedBy(entityType, entityId);
		const pointing = pointsTo(entityType, entityId);
		return rows(
			(item) => (scope !== 'HOSTED_BY' && hosted(item)) || (scope !== 'HOSTING' && pointing(item)),
		);
	});
	app.get('/v2/related-items/with-entity-type/:entityType', (request) => {
		const type = typeIn(request, 'entityType', HostEntityTypeSchema);
		return rows(({ entityType }) => entityType === type);
	});
	app.get('/v2/related-items/with-related-entity/:relEntityType/:relEntityId', (request) => {
		const type = typeIn(request, 'relEntityType', RelatedEntityTypeSchema);
		return rows(pointsTo(type, idOf(request, 'relEntityId')));
	});
	app.get('/v2/related-items/with-related-entity-type/:relatedEntityType', (request) => {
		const type = typeIn(request, 'relatedEntityType', RelatedEntityTypeSchema);
		return rows(({ relEntityType }) => relEntityType === type);
	});

	const host = '/v2/related-items/entity/:entityType/:entityId';
	const userOf = (request: FastifyRequest) => request.access?.userId;
	app.post(`${host}/relation`, (request) => {
		const relation = bodyOf(request, NewRelationSchema);
		return relate(state, hostIn(request), [relation], userOf(request))[0];
	});
	app.post(`${host}/relations`, (request) =>
		relate(state, hostIn(request), bodyOf(request, NewRelationsSchema), userOf(request)),
	);
	app.post(`${host}/secure`, (request) => {
		const wish = bodyOf(request, NewSecureItemSchema);
		return keepSecret(state, hostIn(request), wish, userOf(request));
	});
	endpointsOn(app)(
		'POST /v2/related-items/entity/{entityType}/{entityId}/attachment',
		({ request, body, userId }) => attach(state, hostIn(request), body.files[0], userId),
	);

	app.get('/v2/related-items/:relatedItemId/attachment/download', (request, reply) =>
		download(reply, found(fileOfItem(state, itemOf(request)), 'attachment')),
	);
	app.get(
		'/v2/related-items/with-entity/:entityType/:entityId/attachments/signed-urls',
		(request) => {
			const { entityType, entityId } = hostIn(request);
			const items = relatedItems.all().filter(isHostedBy(entityType, entityId));
			return signedUrls(
				request,
				items.flatMap((item) => fileOfItem(state, item) ?? []),
			);
		},
	);

	app.delete('/v2/related-items/:relatedItemId', (request, reply) => {
		relatedItems.remove(itemOf(request).id);
		return reply.code(204).send();
	});
	app.delete('/v2/related-items/:entityType/:entityId', (request, reply) => {
		const type = typeIn(request, 'entityType', RelatedEntityTypeSchema);
		const id = idOf(request, 'entityId');
		const doomed = relatedItems
			.all()
			.filter((item) => isHostedBy(type, id)(item) || pointsTo(type, id)(item));
		for (const item of doomed) relatedItems.remove(item.id);
		return reply.code(204).send();
	});
};

/** A type in the path; one that NinjaOne does not know is refused. */
const typeIn = <Type extends z.ZodTypeAny>(
	request: FastifyRequest,
	name: string,
	schema: Type,
): z.infer<Type> => checked(pathOf(request, name), schema);

const hostIn = (request: FastifyRequest) => ({
	entityType: typeIn(request, 'entityType', HostEntityTypeSchema),
	entityId: idOf(request, 'entityId'),
});

const isHostedBy = (type: string, id: number) => (item: RelatedItemRecord) =>
	item.entityType === type && item.entityId === id;
const pointsTo = (type: string, id: number) => (item: RelatedItemRecord) =>
	item.relEntityType === type && item.relEntityId === id;
