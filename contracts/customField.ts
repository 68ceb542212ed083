import { z } from 'zod';
import {
	AdvancedSettingsSchema,
	AttributePermissionSchema,
	AttributeTypeSchema,
	TechnicianPermissionSchema,
} from './attribute';
import { answer, count, epochSeconds, id, request, type Row, uid } from './shapes';

/** What can have values. */
export const DefinitionScopeSchema = z.enum(['NODE', 'END_USER', 'LOCATION', 'ORGANIZATION']);
export type DefinitionScope = z.infer<typeof DefinitionScopeSchema>;

const AttributeScopeSchema = z.enum(['NODE_GLOBAL', 'NODE_ROLE', 'NODE_CLASS']);
const OptionSchema = answer({ id: uid, name: z.string(), active: z.boolean() });

/** The definition of a custom field; values are kept under `name`, people see `label`. */
export const CustomFieldSchema = answer({
	name: z.string(),
	label: z.string(),
	description: z.string().optional(),
	type: AttributeTypeSchema,
	entityType: z.enum(['USER', 'NODE', 'TICKET', 'DOCUMENT']),
	scope: AttributeScopeSchema,
	definitionScope: z.array(DefinitionScopeSchema),
	defaultValue: z.string().optional(),
	technicianPermission: TechnicianPermissionSchema,
	scriptPermission: AttributePermissionSchema,
	apiPermission: AttributePermissionSchema,
	endUserPermission: z.string().optional(),
	content: answer({
		required: z.boolean(),
		values: z.array(OptionSchema).optional(),
		footerText: z.string().optional(),
		tooltipText: z.string().optional(),
		advancedSettings: AdvancedSettingsSchema.optional(),
	}),
	system: z.boolean(),
	active: z.boolean(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
});
export type CustomField = Row<typeof CustomFieldSchema>;

export const CustomFieldsPageSchema = answer({
	page: count,
	pageSize: count,
	count,
	results: z.array(CustomFieldSchema),
	/** Where the next page starts; missing on the last. */
	cursorName: z.string().optional(),
});

const sent = {
	label: z.string().min(1),
	fieldName: z.string().min(1),
	description: z.string().optional(),
	type: AttributeTypeSchema,
	technicianPermission: TechnicianPermissionSchema.optional(),
	scriptPermission: AttributePermissionSchema.optional(),
	apiPermission: AttributePermissionSchema.optional(),
	defaultValue: z.string().optional(),
	scope: AttributeScopeSchema.optional(),
	definitionScope: z.array(DefinitionScopeSchema).nonempty().optional(),
	groupId: id.optional(),
};
const texts = {
	required: z.boolean().optional(),
	footerText: z.string().optional(),
	tooltipText: z.string().optional(),
	advancedSettings: AdvancedSettingsSchema.optional(),
};

/** A field to define. Its options get their ids from NinjaOne. */
export const NewCustomFieldSchema = request({
	...sent,
	content: request({
		...texts,
		values: z.array(request({ name: z.string().min(1) })).optional(),
	}).optional(),
	addToDefaultTab: z.boolean().optional(),
});
export type NewCustomField = z.infer<typeof NewCustomFieldSchema>;

/** What is to be different about a field. Options that have no id are new. */
export const CustomFieldUpdateSchema = request({
	...sent,
	content: request({
		...texts,
		values: z
			.array(
				request({
					id: uid.optional(),
					name: z.string().min(1).optional(),
					active: z.boolean().optional(),
					system: z.boolean().optional(),
				}),
			)
			.optional(),
	}),
	active: z.boolean(),
}).partial();
export type CustomFieldUpdate = z.infer<typeof CustomFieldUpdateSchema>;

export const NewCustomFieldsSchema = request({
	customFields: z.array(NewCustomFieldSchema).nonempty(),
});
export const CustomFieldUpdatesSchema = request({
	customFields: z.array(CustomFieldUpdateSchema).nonempty(),
});
export const DeletedCustomFieldsSchema = z.array(z.string());

/** Values of an entity's custom fields, by machine name. */
export const CustomFieldValuesSchema = z.record(z.unknown());
