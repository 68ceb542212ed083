import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { call } from '../../api/request';
import { collection } from '../../operations/collection';
import { text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { newTasksOf, taskList } from '../fields/checklistTasks';
import { detailFields, detailsOf } from './details';

export const create = operation({
	name: 'Create',
	action: 'Create checklist template',
	description: 'Create a template from which checklists can be made',
	endpoints: [checklistTemplates.create],
	fields: {
		name: text({
			displayName: 'Name',
			description: 'The name of the template, which no other template may have',
		}),
		tasks: taskList('template', 'The tasks, in their order, as a JSON list.'),
		details: collection({ displayName: 'Details', placeholder: 'Add detail' }, detailFields),
	},
	async run(caller, { name, tasks, details }) {
		const body = [{ name, ...detailsOf(details), tasks: await newTasksOf(caller, tasks) }];
		return changedRows(await caller.send(call(checklistTemplates.create, { body })), [{ name }]);
	},
});
