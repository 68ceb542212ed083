import type { IDataObject } from 'n8n-workflow';
import { defined } from '../../api/defined';
import { checklists } from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { collection, filterCollection } from '../../operations/collection';
import { atLeastOne, flag, idList, optionalText, text } from '../../operations/fields';
import { operation, type Resource } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { archiveRestoreDelete } from '../fields/archive';
import { detailsOf } from '../fields/checklistDetails';
import {
	checklistFields,
	checklistTemplateChoice,
	checklistTemplateChoices,
} from '../fields/checklistLists';
import { inOrder, taskList } from '../fields/checklistTasks';
import { organizationChoices, organizationId } from '../fields/organizations';
import { assigneeId } from '../fields/people';
import { personName } from '../fields/personName';
import { signedUrls } from '../fields/signedUrls';
import { completeTask } from './completeTask';
import { checklistDetails } from './details';
import { update } from './update';

/** A checklist without its texts and tasks. */
const simplify = (row: IDataObject): IDataObject => ({
	id: row.id,
	name: row.name,
	organizationId: row.organizationId,
	organizationName: row.clientName,
	assignedTo: row.assignedTo && personName(row.assignedTo as IDataObject),
	dueDate: row.dueDate,
	completed: row.completed,
	completedTaskCount: row.completedTaskCount,
	totalTaskCount: row.totalTaskCount,
	archived: row.archived,
});

const listed = (clientChecklistIds: number[]) => ({ clientChecklistIds });

export const checklist: Resource = {
	name: 'Checklist',
	description: 'A list of tasks to be done for an organization',
	operations: {
		...archiveRestoreDelete({
			noun: 'checklist',
			label: 'Checklist',
			idName: 'checklistId',
			archive: { bulk: checklists.archive, body: listed },
			restore: { bulk: checklists.restore, body: listed },
			delete: { one: checklists.delete, bulk: checklists.deleteBulk },
			show: simplify,
		}),

		completeTask,

		create: operation({
			name: 'Create',
			action: 'Create checklist',
			description: 'Create a checklist of tasks for an organization',
			endpoint: checklists.create,
			fields: {
				organization: organizationId(),
				name: text({ displayName: 'Name', description: 'The name of the checklist' }),
				tasks: taskList('newChecklist', 'The tasks, in their order, as a JSON list.'),
				details: collection(
					{ displayName: 'Details', placeholder: 'Add detail' },
					{
						...checklistDetails,
						template: checklistTemplateChoice('The template that the checklist is made from'),
					},
				),
			},
			fill: ({ organization, name, tasks, details: { template, ...details } }) => ({
				body: [
					{
						organizationId: organization,
						name,
						checklistTemplateId: template,
						...detailsOf(details),
						...(tasks.length > 0 ? { tasks: inOrder(tasks) } : {}),
					},
				],
			}),
			rows: (answer, { name }) => changedRows(answer, [{ name }]),
		}),

		createFromTemplates: operation({
			name: 'Create From Templates',
			action: 'Create checklists from templates',
			description: 'Create one checklist for an organization from each of the templates',
			endpoint: checklists.createFromTemplates,
			fields: {
				organization: organizationId(),
				templates: atLeastOne(checklistTemplateChoices('Templates to make checklists from')),
			},
			bulk: { what: 'checklists', count: ({ templates }) => templates.length },
			fill: ({ organization, templates }) => ({
				path: { organizationId: organization },
				body: templates,
			}),
			rows: (answer, { organization, templates }) =>
				changedRows(answer, [{ organizationId: organization, templateIds: templates }]),
		}),

		get: operation({
			name: 'Get',
			action: 'Get checklist',
			description: 'Get one checklist with its tasks',
			endpoint: checklists.get,
			fields: checklistFields(),
			fill: ({ checklistId }) => ({ path: { checklistId } }),
			simplify,
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many checklists',
			description: 'List many checklists of organizations, with their tasks',
			endpoint: checklists.list,
			fields: {
				filters: filterCollection(
					{ displayName: 'Filters', placeholder: 'Add filter' },
					{
						assignedTo: assigneeId('Assignee', 'Checklists that are assigned to this technician'),
						checklistIds: idList({
							displayName: 'Checklist IDs',
							description: 'Comma-separated numeric IDs of checklists',
							placeholder: 'e.g. 4601,4602',
						}),
						checklistName: optionalText({
							displayName: 'Checklist Name',
							description: 'Checklists with this name',
						}),
						completed: flag({
							displayName: 'Completed',
							description:
								'Whether to list the checklists that are completed, or those that are not',
						}),
						includeArchived: flag({
							displayName: 'Include Archived',
							description: 'Whether to list archived checklists, too',
						}),
						organizationIds: organizationChoices('Checklists of these'),
						required: flag({
							displayName: 'Required',
							description:
								'Whether to list the checklists that must be completed, or those that need not',
						}),
					},
				),
			},
			fill: ({ filters: { assignedTo, checklistIds, organizationIds, ...plain } }) => ({
				query: {
					...plain,
					checklistIds: checklistIds?.join(','),
					organizationIds: organizationIds?.join(','),
					assignedToUserId: assignedTo,
				},
			}),
			simplify,
		}),

		getSignedUrls: operation({
			...signedUrls,
			action: 'Get signed URL of each file of checklist',
			description:
				'Get an address for each file in the texts of a checklist. It works for a while and without signing in, so treat it like the file.',
			endpoint: checklists.signedUrls,
			fields: checklistFields(),
			fill: ({ checklistId }) => ({ path: { checklistId } }),
		}),

		promote: operation({
			name: 'Promote',
			action: 'Promote checklist to template',
			description: 'Make a checklist template of a checklist, which itself stays what it is',
			endpoints: [checklists.promote, checklists.promoteWithName],
			fields: {
				...checklistFields(),
				templateName: optionalText({
					displayName: 'Template Name',
					description: 'What to call the template; like the checklist where it is empty',
				}),
			},
			request: ({ checklistId: id, templateName: name }) =>
				name === undefined
					? call(checklists.promote, { body: [id] })
					: call(checklists.promoteWithName, { body: [{ id, name }] }),
			done: ({ checklistId, templateName }) => defined({ checklistId, templateName }),
		}),

		update,
	},
};
