import { z } from 'zod';
import { answer, count, epochSeconds, type Row, uid } from './shapes';

const OptionSchema = answer({ id: uid, name: z.string(), active: z.boolean() });

/** The definition of a custom field; values are kept under `name`, people see `label`. */
export const CustomFieldSchema = answer({
	name: z.string(),
	label: z.string(),
	description: z.string().optional(),
	type: z.string(),
	entityType: z.string(),
	scope: z.string(),
	definitionScope: z.array(z.enum(['NODE', 'END_USER', 'LOCATION', 'ORGANIZATION'])),
	technicianPermission: z.string(),
	scriptPermission: z.string(),
	apiPermission: z.enum(['NONE', 'READ_ONLY', 'WRITE_ONLY', 'READ_WRITE']),
	endUserPermission: z.string().optional(),
	content: answer({ required: z.boolean(), values: z.array(OptionSchema).optional() }),
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

/** Values of an entity's custom fields, by machine name. */
export const CustomFieldValuesSchema = z.record(z.unknown());
