import { z } from 'zod';
import { RichTextRequestSchema, RichTextSchema } from './richText';
import { answer, count, epochSeconds, id, request, type Row } from './shapes';

const PersonSchema = answer({
	id,
	firstName: z.string(),
	lastName: z.string(),
	deleted: z.boolean(),
});
export type ChecklistPerson = Row<typeof PersonSchema>;

const changeShape = {
	lastUpdatedOn: epochSeconds,
	lastUpdatedBy: PersonSchema.optional(),
	archived: z.boolean(),
	archivedBy: PersonSchema.optional(),
	archiveTime: epochSeconds.optional(),
};

const TemplateTaskSchema = answer({
	position: count,
	name: z.string(),
	description: RichTextSchema.optional(),
});

export const ChecklistTemplateSchema = answer({
	id,
	name: z.string(),
	description: RichTextSchema.optional(),
	tasks: z.array(TemplateTaskSchema),
	required: z.boolean(),
	...changeShape,
});
export type ChecklistTemplate = Row<typeof ChecklistTemplateSchema>;

const ChecklistTaskSchema = answer({
	id,
	position: count,
	name: z.string(),
	description: RichTextSchema.optional(),
	assignedTo: PersonSchema.optional(),
	dueDate: epochSeconds.optional(),
	completed: z.boolean(),
	completedOn: epochSeconds.optional(),
	completedBy: PersonSchema.optional(),
});
export type ChecklistTask = Row<typeof ChecklistTaskSchema>;

/** A checklist of an organization. */
export const ChecklistSchema = answer({
	id,
	name: z.string(),
	description: RichTextSchema.optional(),
	required: z.boolean(),
	dueDate: epochSeconds.optional(),
	completed: z.boolean(),
	completedOn: epochSeconds.optional(),
	assignedTo: PersonSchema.optional(),
	completedTaskCount: count,
	totalTaskCount: count,
	tasks: z.array(ChecklistTaskSchema),
	organizationId: id,
	clientName: z.string(),
	...changeShape,
});
export type Checklist = Row<typeof ChecklistSchema>;

const taskShape = {
	position: count.optional(),
	name: z.string().min(1),
	description: RichTextRequestSchema.optional(),
};
const templateShape = {
	name: z.string().min(1),
	description: RichTextRequestSchema.optional(),
	tasks: z.array(request(taskShape)).optional(),
	required: z.boolean().optional(),
};

const ChecklistTemplateWishSchema = request(templateShape);
export type ChecklistTemplateWish = z.infer<typeof ChecklistTemplateWishSchema>;
export const NewChecklistTemplatesSchema = z.array(ChecklistTemplateWishSchema);
export const UpdateChecklistTemplatesSchema = z.array(request({ ...templateShape, id }));
export const ChecklistTemplateIdsSchema = request({ checklistTemplateIds: z.array(id) });

const TaskWishSchema = request({
	...taskShape,
	/** Says which task is meant; a task without it is new. */
	id: id.optional(),
	assignedToUserId: id.optional(),
	dueDate: epochSeconds.optional(),
	completed: z.boolean().optional(),
});
export type ChecklistTaskWish = z.infer<typeof TaskWishSchema>;

const checklistShape = {
	name: z.string().min(1),
	description: RichTextRequestSchema.optional(),
	required: z.boolean().optional(),
	dueDate: epochSeconds.optional(),
	assignedToUserId: id.optional(),
	tasks: z.array(TaskWishSchema).optional(),
};
const NewChecklistSchema = request({
	...checklistShape,
	/** May be left out where a template lends its name. */
	name: z.string().min(1).optional(),
	organizationId: id,
	checklistTemplateId: id.optional(),
});
export type NewChecklist = z.infer<typeof NewChecklistSchema>;
export const NewChecklistsSchema = z.array(NewChecklistSchema);

/** The whole checklist: what is left out is lost. */
const UpdateChecklistSchema = request({ ...checklistShape, checklistId: id });
export const UpdateChecklistsSchema = z.array(UpdateChecklistSchema);

export const ChecklistIdsSchema = request({ clientChecklistIds: z.array(id) });
export const PromoteChecklistsSchema = z.array(request({ id, name: z.string().min(1) }));
