import { z } from 'zod';
import { AttachmentMetadataSchema, SignedUrlsSchema } from '../attachment';
import {
	ChecklistIdsSchema,
	ChecklistSchema,
	ChecklistTemplateIdsSchema,
	ChecklistTemplateSchema,
	NewChecklistsSchema,
	NewChecklistTemplatesSchema,
	PromoteChecklistsSchema,
	UpdateChecklistsSchema,
	UpdateChecklistTemplatesSchema,
} from '../checklist';
import { type Contract, FileSchema, IdsSchema } from '../contract';
import {
	DocumentSchema,
	DocumentWishSchema,
	NewDocumentsSchema,
	UpdateDocumentsSchema,
	UpdatedDocumentSchema,
} from '../document';
import {
	DocumentTemplateSchema,
	NewDocumentTemplateSchema,
	UpdateDocumentTemplateSchema,
} from '../documentTemplate';
import {
	ArticlePlaceSchema,
	KnowledgeBaseArticleSchema,
	KnowledgeBaseFolderSchema,
	MoveSchema,
	NewArticlesSchema,
	UpdateArticlesSchema,
} from '../knowledgeBase';
import {
	NewRelationSchema,
	NewRelationsSchema,
	NewSecureItemSchema,
	RelatedItemSchema,
} from '../relatedItem';

const articles = z.array(KnowledgeBaseArticleSchema);
const checklists = z.array(ChecklistSchema);
const checklistTemplates = z.array(ChecklistTemplateSchema);
const documents = z.array(DocumentSchema);
const relatedItems = z.array(RelatedItemSchema);

/** What people write down about their organizations. */
export const documentationContracts = {
	'GET /v2/document-templates': { answer: z.array(DocumentTemplateSchema) },
	'POST /v2/document-templates': {
		request: NewDocumentTemplateSchema,
		answer: DocumentTemplateSchema,
	},
	'GET /v2/document-templates/{documentTemplateId}': { answer: DocumentTemplateSchema },
	'PUT /v2/document-templates/{documentTemplateId}': {
		request: UpdateDocumentTemplateSchema,
		answer: DocumentTemplateSchema,
	},
	'DELETE /v2/document-templates/{documentTemplateId}': {},
	'POST /v2/document-templates/{documentTemplateId}/archive': {},
	'POST /v2/document-templates/{documentTemplateId}/restore': { answer: DocumentTemplateSchema },
	'POST /v2/document-templates/archive': { request: IdsSchema },
	/** Restores several, and answers one: so it is declared. */
	'POST /v2/document-templates/restore': {
		request: IdsSchema.nonempty(),
		answer: DocumentTemplateSchema,
	},

	'GET /v2/organization/documents': { answer: documents },
	'POST /v2/organization/{organizationId}/template/{documentTemplateId}/document': {
		request: DocumentWishSchema,
		answer: DocumentSchema,
	},
	'POST /v2/organization/documents': { request: NewDocumentsSchema, answer: documents },
	'POST /v2/organization/{organizationId}/document/{clientDocumentId}': {
		request: DocumentWishSchema,
		answer: UpdatedDocumentSchema,
	},
	'PATCH /v2/organization/documents': {
		request: UpdateDocumentsSchema,
		answer: z.array(UpdatedDocumentSchema),
	},
	'DELETE /v2/organization/document/{clientDocumentId}': {},
	'POST /v2/organization/document/{clientDocumentId}/archive': { answer: DocumentSchema },
	'POST /v2/organization/document/{clientDocumentId}/restore': { answer: DocumentSchema },
	'POST /v2/organization/documents/archive': { request: IdsSchema, answer: documents },
	'POST /v2/organization/documents/restore': { request: IdsSchema, answer: documents },
	'GET /v2/organization/document/{clientDocumentId}/signed-urls': { answer: SignedUrlsSchema },

	'GET /v2/knowledgebase/organization/articles': { answer: articles },
	'GET /v2/knowledgebase/global/articles': { answer: articles },
	'POST /v2/knowledgebase/articles': { request: NewArticlesSchema, answer: articles },
	'PATCH /v2/knowledgebase/articles': { request: UpdateArticlesSchema, answer: articles },
	'POST /v2/knowledgebase/articles/upload': {
		form: { files: 'files', fields: ArticlePlaceSchema },
		answer: articles,
	},
	'POST /v2/knowledgebase/articles/archive': { request: IdsSchema },
	'POST /v2/knowledgebase/articles/restore': { request: IdsSchema },
	'POST /v2/knowledgebase/articles/delete': { request: IdsSchema },
	'GET /v2/knowledgebase/article/{articleId}/download': { answer: FileSchema },
	'GET /v2/knowledgebase/article/{articleId}/signed-urls': { answer: SignedUrlsSchema },
	'GET /v2/knowledgebase/folder': { answer: KnowledgeBaseFolderSchema },
	'GET /v2/knowledgebase/folder/{folderId}': { answer: KnowledgeBaseFolderSchema },
	'PATCH /v2/knowledgebase/folders/move': { request: MoveSchema },
	'POST /v2/knowledgebase/folders/archive': { request: IdsSchema },
	'POST /v2/knowledgebase/folders/restore': { request: IdsSchema },
	'POST /v2/knowledgebase/folders/delete': { request: IdsSchema },

	'GET /v2/checklist/templates': { answer: checklistTemplates },
	'POST /v2/checklist/templates': {
		request: NewChecklistTemplatesSchema,
		answer: checklistTemplates,
	},
	'PUT /v2/checklist/templates': {
		request: UpdateChecklistTemplatesSchema,
		answer: checklistTemplates,
	},
	'POST /v2/checklist/archive': {
		request: ChecklistTemplateIdsSchema,
		answer: checklistTemplates,
	},
	'POST /v2/checklist/restore': {
		request: ChecklistTemplateIdsSchema,
		answer: checklistTemplates,
	},
	'DELETE /v2/checklist/template/{checklistTemplateId}': {},
	'POST /v2/checklist/templates/delete': { request: IdsSchema },

	'GET /v2/organization/checklists': { answer: checklists },
	'POST /v2/organization/checklists': { request: NewChecklistsSchema, answer: checklists },
	'PUT /v2/organization/checklists': { request: UpdateChecklistsSchema, answer: checklists },
	'GET /v2/organization/checklist/{checklistId}': { answer: ChecklistSchema },
	'DELETE /v2/organization/checklist/{checklistId}': {},
	'GET /v2/organization/checklist/{checklistId}/signed-urls': { answer: SignedUrlsSchema },
	'POST /v2/organization/{organizationId}/checklists-from-templates': {
		request: IdsSchema,
		answer: checklists,
	},
	/** The archive of an organization's checklists, whatever the path says. */
	'POST /v2/organization/archive': { request: ChecklistIdsSchema, answer: checklists },
	'POST /v2/organization/restore': { request: ChecklistIdsSchema, answer: checklists },
	'POST /v2/organization/checklists/delete': { request: IdsSchema },
	'POST /v2/organization/checklists/promote': { request: IdsSchema },
	'POST /v2/organization/checklists/promote-with-name': { request: PromoteChecklistsSchema },

	'GET /v2/related-items': { answer: relatedItems },
	'GET /v2/related-items/with-entity/{entityType}/{entityId}': { answer: relatedItems },
	'GET /v2/related-items/with-entity-type/{entityType}': { answer: relatedItems },
	'GET /v2/related-items/with-related-entity/{relEntityType}/{relEntityId}': {
		answer: relatedItems,
	},
	'GET /v2/related-items/with-related-entity-type/{relatedEntityType}': { answer: relatedItems },
	'POST /v2/related-items/entity/{entityType}/{entityId}/relation': {
		request: NewRelationSchema,
		answer: RelatedItemSchema,
	},
	'POST /v2/related-items/entity/{entityType}/{entityId}/relations': {
		request: NewRelationsSchema,
		answer: relatedItems,
	},
	'POST /v2/related-items/entity/{entityType}/{entityId}/secure': {
		request: NewSecureItemSchema,
		answer: RelatedItemSchema,
	},
	'POST /v2/related-items/entity/{entityType}/{entityId}/attachment': {
		form: { files: 'file', fields: z.object({}) },
		answer: RelatedItemSchema,
	},
	'GET /v2/related-items/{relatedItemId}/attachment/download': { answer: FileSchema },
	'GET /v2/related-items/with-entity/{entityType}/{entityId}/attachments/signed-urls': {
		answer: SignedUrlsSchema,
	},
	'DELETE /v2/related-items/{relatedItemId}': {},
	'DELETE /v2/related-items/{entityType}/{entityId}': {},

	'POST /v2/attachments/temp/upload': {
		form: { files: 'files', fields: z.object({}) },
		answer: z.array(AttachmentMetadataSchema),
	},
} satisfies Record<string, Contract>;
