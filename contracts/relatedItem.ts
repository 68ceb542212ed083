import { z } from 'zod';
import { AttachmentMetadataSchema } from './attachment';
import { answer, epochSeconds, freeData, id, request, type Row } from './shapes';

const hosts = [
	'ORGANIZATION',
	'DOCUMENT',
	'LOCATION',
	'NODE',
	'CHECKLIST',
	'KB_DOCUMENT',
	'END_USER',
	'SOFTWARE_LICENSE',
] as const;
const related = [...hosts, 'ATTACHMENT', 'TECHNICIAN', 'CREDENTIAL', 'CONTACT'] as const;

/** What can have related items. */
export const HostEntityTypeSchema = z.enum(hosts);
/** What a related item can be asked for by. */
export const RelatedEntityTypeSchema = z.enum(related);
export type RelatedEntityType = z.infer<typeof RelatedEntityTypeSchema>;
export const RelatedItemScopeSchema = z.enum(['ALL', 'HOSTING', 'HOSTED_BY']);

/** What a secret tells of itself: neither the password nor what makes one-time codes. */
const SecureValueSchema = answer({
	name: z.string().optional(),
	url: z.string().optional(),
	notes: z.string().optional(),
	username: z.string().optional(),
	password: z.undefined(),
	totpSecret: z.undefined(),
});

export const RelatedItemSchema = answer({
	id,
	/** A link to an entity, or a value of its own: a file or a secret. */
	type: z.enum(['VALUE', 'ENTITY']),
	entity: freeData.optional(),
	entityId: id,
	entityType: HostEntityTypeSchema,
	relEntity: freeData.optional(),
	relEntityId: id.optional(),
	relEntityType: z.enum([...related, 'SECURE']),
	value: z.union([AttachmentMetadataSchema, SecureValueSchema]).optional(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	createdByAppUserId: id.optional(),
	updatedByAppUserId: id.optional(),
});
export type RelatedItem = Row<typeof RelatedItemSchema>;

export const NewRelationSchema = request({
	relEntityType: RelatedEntityTypeSchema,
	relEntityId: id,
});
export const NewRelationsSchema = z.array(NewRelationSchema);

export const NewSecureItemSchema = request({
	name: z.string().optional(),
	url: z.string().optional(),
	notes: z.string().optional(),
	username: z.string().optional(),
	password: z.string().optional(),
	totpSecret: z.string().optional(),
});
export type NewSecureItem = z.infer<typeof NewSecureItemSchema>;
