import { z } from 'zod';
import { answer, epochSeconds, id, request, type Row } from './shapes';

const FieldValueSchema = answer({
	name: z.string(),
	value: z.unknown(),
	valueUpdateTime: epochSeconds,
});
export type DocumentFieldValue = Row<typeof FieldValueSchema>;

const documentShape = {
	documentId: id,
	documentName: z.string(),
	documentDescription: z.string().optional(),
	documentUpdateTime: epochSeconds,
	documentTemplateId: id,
	documentTemplateName: z.string(),
	organizationId: id,
};

/** A document of an organization, with the values that are set and may be read. */
export const DocumentSchema = answer({ ...documentShape, fields: z.array(FieldValueSchema) });
export type Document = Row<typeof DocumentSchema>;

/** The answer to an update: it names the values that were written, and no others. */
export const UpdatedDocumentSchema = answer({
	...documentShape,
	updatedFields: z.array(FieldValueSchema),
});
export type UpdatedDocument = Row<typeof UpdatedDocumentSchema>;

const wishShape = {
	documentName: z.string().min(1).optional(),
	documentDescription: z.string().optional(),
	/** Values by the field's name; null clears. */
	fields: z.record(z.unknown()).optional(),
};

/** The body that creates or updates one document. */
export const DocumentWishSchema = request(wishShape);
export type DocumentWish = z.infer<typeof DocumentWishSchema>;

export const NewDocumentsSchema = z.array(
	request({ ...wishShape, documentTemplateId: id, organizationId: id }),
);
export const UpdateDocumentsSchema = z.array(request({ ...wishShape, documentId: id }));
