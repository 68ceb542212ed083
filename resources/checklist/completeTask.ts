import { NinjaOneError } from '../../api/errors';
import { flag } from '../../operations/fields';
import { idNamed } from '../../operations/names';
import { operation } from '../../operations/operation';
import { reference } from '../../operations/reference';
import { checklistFields, taskPicker } from '../fields/checklistLists';
import { replaceChecklist, replaceEndpoints } from './replace';

export const completeTask = operation({
	name: 'Complete Task',
	action: 'Complete task of checklist',
	description:
		'Mark one task of a checklist as done, or open it again. All other tasks stay as they are.',
	endpoints: replaceEndpoints,
	fields: {
		...checklistFields(),
		task: reference({
			displayName: 'Task',
			description: "The task: picked from the checklist's own, or given by its name or ID",
			picker: taskPicker,
			example: '90001',
		}),
		completed: flag(
			{
				displayName: 'Completed',
				description: 'Whether the task is done. Turn it off to open the task again.',
			},
			true,
		),
	},
	run: async (caller, { checklistId, task, completed }) =>
		await replaceChecklist(caller, checklistId, (current) => {
			const { tasks } = current;
			const taskId = 'id' in task ? task.id : idNamed(tasks, task.name, { label: 'Task' });
			const found = tasks.find(({ id }) => id === taskId);
			if (!found) throw unknownTask(checklistId, taskId);
			if (found.completed === completed) return undefined;
			return {
				...current,
				tasks: tasks.map((each) => (each === found ? { ...each, completed } : each)),
			};
		}),
});

const unknownTask = (checklistId: number, taskId: number) =>
	new NinjaOneError(`Checklist ${checklistId} has no task with the ID ${taskId}`, {
		description: 'Give the name of the task as NinjaOne shows it, or its ID.',
	});
