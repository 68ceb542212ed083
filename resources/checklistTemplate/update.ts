import type { IDataObject } from 'n8n-workflow';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { call } from '../../api/request';
import { changes } from '../../operations/collection';
import { optionalText, textsList } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { detailsOf } from '../fields/checklistDetails';
import { checklistTemplateId } from '../fields/checklistLists';
import { taskList } from '../fields/checklistTasks';
import { demandList } from '../fields/demandList';
import { mergeTasks } from '../fields/mergeTasks';
import { readTemplate, templateDetails } from './template';

const updateFields = {
	...templateDetails,
	name: optionalText({ displayName: 'Name', description: 'The new name of the template' }),
	removeTasks: textsList({
		displayName: 'Remove Tasks',
		description: 'Names of tasks to take out, comma-separated',
		placeholder: 'e.g. Install agents',
	}),
	tasks: taskList(
		'template',
		'Tasks to change or add, as a JSON list: one with the name of a task changes that task, any other is added.',
	),
};

export const update = operation({
	name: 'Update',
	action: 'Update checklist template',
	description:
		'Change a template or some of its tasks. Whatever is not named stays as it is; checklists made from it do, too.',
	endpoints: [checklistTemplates.update, checklistTemplates.list],
	fields: {
		templateId: checklistTemplateId(),
		updateFields: changes({ displayName: 'Update Fields', placeholder: 'Add field' }, updateFields),
	},
	async run(
		caller,
		{ templateId: id, updateFields: { name, removeTasks = [], tasks = [], ...details } },
	) {
		// NinjaOne replaces the whole template: items that change the same one do so one after the other.
		return await caller.inSequence(`checklist template ${id}`, async () => {
			const current = wholeOf(await readTemplate(caller, id));
			const next = {
				...current,
				...(name === undefined ? {} : { name }),
				...detailsOf(details),
				tasks: mergeTasks(current.tasks, tasks, removeTasks),
			};
			const answer = await caller.send(call(checklistTemplates.update, { body: [next] }));
			return changedRows(answer, [{ templateId: id }]);
		});
	},
});

/** A template in the form in which NinjaOne takes the whole of it. */
const wholeOf = ({ id, name, description, required, tasks }: IDataObject) => ({
	id,
	name,
	...(description ? { description } : {}),
	required,
	tasks: demandList({ tasks }, 'tasks', `checklist template ${String(id)}`).map(
		({ position, name: task, description: text }) => ({
			position,
			name: task,
			...(text ? { description: text } : {}),
		}),
	),
});
