import { z } from 'zod';
import { AttachmentMetadataSchema } from './attachment';
import { RichTextRequestSchema, RichTextSchema } from './richText';
import { answer, epochSeconds, id, request, type Row } from './shapes';

const UploadStatusSchema = z.enum(['PROCESSING', 'SUCCESS', 'FAILURE', 'SUSPICIOUS']);

/** Without an organization it is global. */
export const KnowledgeBaseArticleSchema = answer({
	id,
	organizationId: id.optional(),
	parentFolderId: id,
	name: z.string(),
	/** False for an uploaded file. */
	isNinjaArticle: z.boolean(),
	isArchived: z.boolean(),
	attachments: z.array(
		answer({ id, uploadStatus: UploadStatusSchema, metadata: AttachmentMetadataSchema }),
	),
	content: RichTextSchema.optional(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	archivedTime: epochSeconds.optional(),
	path: z.string(),
});
export type KnowledgeBaseArticle = Row<typeof KnowledgeBaseArticleSchema>;

/** A folder or an article, as its folder lists it. NinjaOne names each of the two facts twice. */
const FolderItemSchema = answer({
	folder: z.boolean(),
	archived: z.boolean(),
	id,
	organizationId: id.optional(),
	parentFolderId: id,
	isFolder: z.boolean(),
	isArchived: z.boolean(),
	name: z.string(),
	/** Bytes, as text; of uploaded files alone. */
	fileSize: z.string().optional(),
	/** `ninja` for an article that was written in NinjaOne. */
	fileExtension: z.string().optional(),
	fileUploadStatus: UploadStatusSchema.optional(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
});
export type KnowledgeBaseFolderItem = Row<typeof FolderItemSchema>;

export const KnowledgeBaseFolderSchema = answer({
	id,
	organizationId: id.optional(),
	parentFolderId: id.optional(),
	name: z.string(),
	isArchived: z.boolean(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	archivedTime: epochSeconds.optional(),
	content: z.array(FolderItemSchema),
});
export type KnowledgeBaseFolder = Row<typeof KnowledgeBaseFolderSchema>;

const NewArticleSchema = request({
	name: z.string().min(1),
	organizationId: id.optional(),
	destinationFolderId: id.optional(),
	/** Names of folders with `|` between them; those that are missing are made. */
	destinationFolderPath: z.string().optional(),
	content: RichTextRequestSchema.optional(),
});
export const NewArticlesSchema = z.array(NewArticleSchema);
export type NewArticle = z.infer<typeof NewArticleSchema>;

const number = z.string().regex(/^\d+$/).transform(Number).optional();

/** Where uploaded files are to go, as the fields of a form say it. */
export const ArticlePlaceSchema = request({
	organizationId: number,
	folderId: number,
	folderPath: z.string().optional(),
});

export const UpdateArticlesSchema = z.array(
	request({ id, name: z.string().min(1).optional(), content: RichTextRequestSchema.optional() }),
);

/** `documentIds` are articles. An organization is named when it has no root folder yet. */
export const MoveSchema = request({
	folderIds: z.array(id),
	documentIds: z.array(id),
	destinationFolderId: id,
	destinationOrganizationId: id,
}).partial();
export type Move = z.infer<typeof MoveSchema>;
