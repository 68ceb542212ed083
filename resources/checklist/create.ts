import { checklistTemplateDrop } from '../fields/interim';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { checklists } from '../../api/endpoints/checklists';
import { organizations } from '../../api/endpoints/organizations';
import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import { collection } from '../../operations/collection';
import { text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { pickedReference } from '../fields/interim';
import { changedRows } from '../fields/answers';
import { checklistTemplateIdOf } from '../fields/interim';
import { newTasksOf, taskList } from '../fields/checklistTasks';
import { organizationIdOf, organizationReference } from '../fields/interim';
import { detailFields, detailsOf } from './details';

const details = {
	...detailFields,
	template: pickedReference(
		'Template',
		checklistTemplateDrop,
		'The template that the checklist is made from',
	),
};

export const create = operation({
	name: 'Create',
	action: 'Create checklist',
	description: 'Create a checklist of tasks for an organization',
	endpoints: [checklists.create, organizations.list, users.list, checklistTemplates.list],
	fields: {
		organization: organizationReference(),
		name: text({ displayName: 'Name', description: 'The name of the checklist' }),
		tasks: taskList('newChecklist', 'The tasks, in their order, as a JSON list.'),
		details: collection({ displayName: 'Details', placeholder: 'Add detail' }, details),
	},
	async run(caller, { organization, name, tasks, details: { template, ...given } }) {
		const checklist = {
			organizationId: await organizationIdOf(caller, organization),
			name,
			checklistTemplateId:
				template && (await checklistTemplateIdOf(caller, template, 'Template Name or ID')),
			...(await detailsOf(caller, given)),
			...(tasks.length > 0 ? { tasks: await newTasksOf(caller, tasks) } : {}),
		};
		return changedRows(await caller.send(call(checklists.create, { body: [checklist] })), [
			{ name },
		]);
	},
});
