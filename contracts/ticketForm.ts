import { z } from 'zod';
import { AdvancedSettingsSchema, AttributeTypeSchema } from './attribute';
import { answer, epochSeconds, id, type Row, uid } from './shapes';

/** A field that forms add to tickets. */
export const TicketAttributeSchema = answer({
	id,
	attributeType: AttributeTypeSchema,
	name: z.string(),
	description: z.string(),
	endUserOption: z.string(),
	technicianOption: z.string(),
	content: answer({
		required: z.boolean(),
		values: z.array(answer({ id: uid, name: z.string(), active: z.boolean() })).optional(),
		advancedSettings: AdvancedSettingsSchema.optional(),
	}),
	system: z.boolean(),
	active: z.boolean(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
});
export type TicketAttribute = Row<typeof TicketAttributeSchema>;

export const TicketFormSchema = answer({
	id,
	name: z.string(),
	description: z.string(),
	endUserTitle: z.string(),
	content: answer({ fields: z.array(id) }),
	active: z.boolean(),
	createTime: epochSeconds,
	updateTime: epochSeconds,
	fields: z.array(TicketAttributeSchema),
	default: z.boolean(),
});
export type TicketForm = Row<typeof TicketFormSchema>;
