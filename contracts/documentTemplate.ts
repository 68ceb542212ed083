import { z } from 'zod';
import {
	AdvancedSettingsSchema,
	AttributePermissionSchema,
	AttributeTypeSchema,
	TechnicianPermissionSchema,
} from './attribute';
import { answer, epochSeconds, id, request, type Row, uid } from './shapes';

const UiElementTypeSchema = z.enum(['TITLE', 'DESCRIPTION', 'SEPARATOR']);

const fieldContent = <Option extends z.ZodTypeAny>(option: Option) => ({
	values: z.array(option).optional(),
	required: z.boolean().optional(),
	footerText: z.string().optional(),
	tooltipText: z.string().optional(),
	advancedSettings: AdvancedSettingsSchema.optional(),
});

/** What a field and an element of the form have in every request and answer. */
const itemShape = {
	fieldLabel: z.string().optional(),
	fieldName: z.string().optional(),
	fieldDescription: z.string().optional(),
	fieldType: AttributeTypeSchema.optional(),
	fieldTechnicianPermission: TechnicianPermissionSchema.optional(),
	fieldScriptPermission: AttributePermissionSchema.optional(),
	fieldApiPermission: AttributePermissionSchema.optional(),
	fieldDefaultValue: z.string().optional(),
	uiElementName: z.string().optional(),
	uiElementType: UiElementTypeSchema.optional(),
	uiElementValue: z.string().optional(),
};

const FieldOptionSchema = answer({ id: uid, name: z.string(), active: z.boolean() });

/** A field, or an element of the form: the one has a `fieldName`, the other a `uiElementType`. */
export const DocumentItemSchema = answer({
	...itemShape,
	fieldId: id.optional(),
	fieldContent: answer(fieldContent(FieldOptionSchema)).optional(),
	uiElementUid: uid.optional(),
	createdTime: epochSeconds.optional(),
	updatedTime: epochSeconds.optional(),
});
export type DocumentItem = Row<typeof DocumentItemSchema>;

export const DocumentTemplateSchema = answer({
	id,
	name: z.string(),
	description: z.string().optional(),
	allowMultiple: z.boolean(),
	mandatory: z.boolean(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	fields: z.array(DocumentItemSchema),
	availableToAllTechnicians: z.boolean(),
	/** Only when asked for with `includeTechnicianRoles`. */
	allowedTechnicianRoles: z.array(id).optional(),
	archived: z.boolean(),
	archivedTime: epochSeconds.optional(),
	archivedBy: answer({ id, displayName: z.string(), deleted: z.boolean() }).optional(),
});
export type DocumentTemplate = Row<typeof DocumentTemplateSchema>;

const NewOptionSchema = request({ name: z.string() });
const KeptOptionSchema = request({
	id: uid.optional(),
	name: z.string(),
	active: z.boolean().optional(),
});

const NewDocumentItemSchema = request({
	...itemShape,
	fieldContent: request(fieldContent(NewOptionSchema)).optional(),
});
const UpdatedDocumentItemSchema = request({
	...itemShape,
	/** Says which field is meant; a field without it is new. */
	fieldId: id.optional(),
	fieldContent: request(fieldContent(KeptOptionSchema)).optional(),
	uiElementUid: uid.optional(),
});
export type DocumentItemWish = z.infer<typeof UpdatedDocumentItemSchema>;

const templateShape = {
	description: z.string().optional(),
	mandatory: z.boolean().optional(),
	availableToAllTechnicians: z.boolean().optional(),
	allowedTechnicianRoles: z.array(id).optional(),
};

export const NewDocumentTemplateSchema = request({
	...templateShape,
	name: z.string().min(1),
	allowMultiple: z.boolean().optional(),
	fields: z.array(NewDocumentItemSchema).optional(),
});
export type NewDocumentTemplate = z.infer<typeof NewDocumentTemplateSchema>;

/** The body of PUT: it takes the whole list of fields, and knows no `allowMultiple`. */
export const UpdateDocumentTemplateSchema = request({
	...templateShape,
	name: z.string().min(1).optional(),
	fields: z.array(UpdatedDocumentItemSchema).optional(),
});
