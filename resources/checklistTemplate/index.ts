import type { IDataObject } from 'n8n-workflow';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { collection, filterCollection } from '../../operations/collection';
import { flag, idList, optionalText, text } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { archiveRestoreDelete } from '../fields/archive';
import { detailsOf } from '../fields/checklistDetails';
import { checklistTemplateId } from '../fields/checklistLists';
import { inOrder, taskList } from '../fields/checklistTasks';
import { readTemplate, templateDetails } from './template';
import { update } from './update';

/** A template with the names of its tasks alone. */
function simplify(row: IDataObject): IDataObject {
	const tasks = (row.tasks ?? []) as IDataObject[];
	return {
		id: row.id,
		name: row.name,
		description: (row.description as IDataObject | undefined)?.text,
		required: row.required,
		tasks: tasks.map(({ name }) => name) as string[],
		lastUpdatedOn: row.lastUpdatedOn,
		archived: row.archived,
	};
}

const listed = (checklistTemplateIds: number[]) => ({ checklistTemplateIds });

export const checklistTemplate: Resource = {
	name: 'Checklist Template',
	description: 'A list of tasks from which checklists are made',
	operations: {
		...archiveRestoreDelete({
			noun: 'checklist template',
			label: 'Template',
			idName: 'templateId',
			archive: { bulk: checklistTemplates.archive, body: listed },
			restore: { bulk: checklistTemplates.restore, body: listed },
			delete: { one: checklistTemplates.delete, bulk: checklistTemplates.deleteBulk },
			show: simplify,
		}),

		create: operation({
			name: 'Create',
			action: 'Create checklist template',
			description: 'Create a template from which checklists can be made',
			endpoint: checklistTemplates.create,
			fields: {
				name: text({
					displayName: 'Name',
					description: 'The name of the template, which no other template may have',
				}),
				tasks: taskList('template', 'The tasks, in their order, as a JSON list.'),
				details: collection({ displayName: 'Details', placeholder: 'Add detail' }, templateDetails),
			},
			fill: ({ name, tasks, details }) => ({
				body: [{ name, ...detailsOf(details), tasks: inOrder(tasks) }],
			}),
			rows: (answer, { name }) => changedRows(answer, [{ name }]),
		}),

		get: operation({
			name: 'Get',
			action: 'Get checklist template',
			description: 'Get one template with its tasks',
			endpoints: [checklistTemplates.list],
			fields: { templateId: checklistTemplateId() },
			run: async (caller, { templateId }) => [await readTemplate(caller, templateId)],
			simplify,
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many checklist templates',
			description: 'List many templates from which checklists are made',
			endpoint: checklistTemplates.list,
			fields: {
				filters: filterCollection(
					{ displayName: 'Filters', placeholder: 'Add filter' },
					{
						checklistTemplateIds: idList({
							displayName: 'Template IDs',
							description: 'Comma-separated numeric IDs of templates',
							placeholder: 'e.g. 4801,4802',
						}),
						checklistTemplateName: optionalText({
							displayName: 'Template Name',
							description: 'Templates with this name',
						}),
						includeArchived: flag({
							displayName: 'Include Archived',
							description: 'Whether to list archived templates, too',
						}),
						required: flag({
							displayName: 'Required',
							description:
								'Whether to list templates of checklists that must be completed, or of those that need not',
						}),
					},
				),
			},
			fill: ({ filters: { checklistTemplateIds, ...plain } }) => ({
				query: { ...plain, checklistTemplateIds: checklistTemplateIds?.join(',') },
			}),
			simplify,
		}),

		update,
	},
};
