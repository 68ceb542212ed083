import {
	HostEntityTypeSchema,
	type RelatedItem,
	RelatedEntityTypeSchema,
	RelatedItemScopeSchema,
} from '../../contracts';
import { collection } from '../collection';
import type { Routes } from '../context';
import { download } from '../download';
import { checked } from '../input';
import { text } from '../query';
import { found } from '../refusal';
import { type AnyCall, serve } from '../serve';
import { signedUrls } from '../signedUrls';
import { metadataOf } from '../state/attachments';
import type { RelatedItemRecord } from '../state/documentation';
import { keepFile } from '../state/files';
import {
	fileOfItem,
	relatedItemFrom,
	relatedItemRow,
	type RelatedItemToWrite,
} from '../state/relatedItems';

type Test = (item: RelatedItemRecord) => boolean;

const isHostedBy =
	(type: string, id: number): Test =>
	({ entityType, entityId }) =>
		entityType === type && entityId === id;
const pointsTo =
	(type: string, id: number): Test =>
	({ relEntityType, relEntityId }) =>
		relEntityType === type && relEntityId === id;

/** Types in the path; one that NinjaOne does not know is refused. */
const hostTypeIn = (call: AnyCall) => checked(call.path('entityType'), HostEntityTypeSchema);
const relatedTypeIn = (call: AnyCall, name: string) =>
	checked(call.path(name), RelatedEntityTypeSchema);
const hostIn = (call: AnyCall) => ({ entityType: hostTypeIn(call), entityId: call.id('entityId') });

/** What belongs to an entity: links to others, files and secrets. */
export const relatedItemRoutes: Routes = (app, { state }) => {
	const items = collection<RelatedItemRecord, RelatedItemToWrite, RelatedItem>({
		name: 'related item',
		table: state.documentation.relatedItems,
		row: (item) => relatedItemRow(state, item),
		make: (wish, _before, { userId }) => relatedItemFrom(state, wish, userId),
	});
	const { table } = items;

	serve(app, {
		'GET /v2/related-items': items.list,
		'GET /v2/related-items/with-entity/{entityType}/{entityId}'(call) {
			const { entityType, entityId } = hostIn(call);
			const scope = checked(text(call.query, 'scope') ?? 'ALL', RelatedItemScopeSchema);
			const hosted = isHostedBy(entityType, entityId);
			const pointing = pointsTo(entityType, entityId);
			return items.list(
				call,
				(item) =>
					(scope !== 'HOSTED_BY' && hosted(item)) || (scope !== 'HOSTING' && pointing(item)),
			);
		},
		'GET /v2/related-items/with-entity-type/{entityType}'(call) {
			const type = hostTypeIn(call);
			return items.list(call, ({ entityType }) => entityType === type);
		},
		'GET /v2/related-items/with-related-entity/{relEntityType}/{relEntityId}': (call) =>
			items.list(call, pointsTo(relatedTypeIn(call, 'relEntityType'), call.id())),
		'GET /v2/related-items/with-related-entity-type/{relatedEntityType}'(call) {
			const type = relatedTypeIn(call, 'relatedEntityType');
			return items.list(call, ({ relEntityType }) => relEntityType === type);
		},

		'POST /v2/related-items/entity/{entityType}/{entityId}/relation': (call) =>
			items.create({ ...call, body: { type: 'ENTITY', ...hostIn(call), ...call.body } }),
		'POST /v2/related-items/entity/{entityType}/{entityId}/relations'(call) {
			const link = { type: 'ENTITY', ...hostIn(call) };
			return items.createMany({ ...call, body: call.body.map((each) => ({ ...link, ...each })) });
		},
		'POST /v2/related-items/entity/{entityType}/{entityId}/secure'(call) {
			const { password, totpSecret, ...value } = call.body;
			const kept = { type: 'VALUE', relEntityType: 'SECURE', value };
			return items.create({
				...call,
				body: { ...hostIn(call), ...kept, secret: { password, totpSecret } },
			});
		},
		'POST /v2/related-items/entity/{entityType}/{entityId}/attachment'(call) {
			const host = hostIn(call);
			const file = keepFile(state.files, call.body.files[0]);
			const kept = { type: 'VALUE', relEntityType: 'ATTACHMENT', relEntityId: file.id };
			const body = { ...host, ...kept, value: metadataOf(file), fileId: file.id };
			return items.create({ ...call, body });
		},

		'GET /v2/related-items/{relatedItemId}/attachment/download': (call) =>
			download(call.reply, found(fileOfItem(state, items.one(call)), 'attachment')),
		'GET /v2/related-items/with-entity/{entityType}/{entityId}/attachments/signed-urls'(call) {
			const { entityType, entityId } = hostIn(call);
			const theirs = table.all().filter(isHostedBy(entityType, entityId));
			return signedUrls(
				call.request,
				theirs.flatMap((item) => fileOfItem(state, item) ?? []),
			);
		},
		'DELETE /v2/related-items/{relatedItemId}': items.delete,
		'DELETE /v2/related-items/{entityType}/{entityId}'(call) {
			const [type, id] = [relatedTypeIn(call, 'entityType'), call.id()];
			const [hosted, pointing] = [isHostedBy(type, id), pointsTo(type, id)];
			const doomed = table.all().filter((item) => hosted(item) || pointing(item));
			for (const item of doomed) table.remove(item.id);
		},
	});
};
