import { z } from 'zod';
import { CustomFieldValuesSchema, DefinitionScopeSchema } from './customField';
import { answer, epochSeconds, id, type Row } from './shapes';

/** A value, and who set it when. */
export const DetailedFieldValueSchema = answer({
	name: z.string(),
	value: z.unknown(),
	updateTime: epochSeconds,
	updatedBy: answer({
		source: z.enum(['API', 'USER', 'SCRIPT', 'SYSTEM']),
		user: answer({ id, name: z.string(), email: z.string() }).optional(),
	}),
});
export type DetailedFieldValue = Row<typeof DetailedFieldValueSchema>;

const detailed = z.array(DetailedFieldValueSchema);
const whose = { scope: DefinitionScopeSchema, entityId: id };

/** Rows of the reports on custom fields: of devices, and of whatever else has values. */
export const DeviceFieldsRowSchema = answer({ deviceId: id, fields: CustomFieldValuesSchema });
export const DeviceFieldsDetailedRowSchema = answer({
	deviceId: id,
	entityId: id,
	entityType: DefinitionScopeSchema,
	fields: detailed,
});
export const ScopedFieldsRowSchema = answer({ ...whose, fields: CustomFieldValuesSchema });
export const ScopedFieldsDetailedRowSchema = answer({ ...whose, fields: detailed });
