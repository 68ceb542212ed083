import { z } from 'zod';
import { answer, id, type Row } from './shapes';

const assetType = z.enum(['DEVICE', 'USER', 'ASSET']);

/** How two assets are related. NinjaOne publishes no shape: this one is what its own tools read. */
export const AssetRelationshipSchema = answer({
	relationId: id,
	sourceId: id,
	sourceType: assetType,
	targetId: id,
	targetType: assetType,
	relationshipTypeId: id,
});
export type AssetRelationship = Row<typeof AssetRelationshipSchema>;

export const AssetRelationshipsPageSchema = answer({
	results: z.array(AssetRelationshipSchema),
	pageInfo: answer({ hasMore: z.boolean(), nextCursor: z.string().optional() }),
});

export const AssetRelationshipTypeSchema = answer({
	id,
	name: z.string(),
	inverseName: z.string(),
});
export type AssetRelationshipType = Row<typeof AssetRelationshipTypeSchema>;
