import { users } from '../../api/endpoints/users';
import { inputError } from '../../api/errors';
import { changes, type Added } from '../../operations/collection';
import { codes, optionalText, textsList } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { checklistEndpoints, checklistFields, checklistIdOf } from '../fields/interim';
import { taskList, tasksOf } from '../fields/checklistTasks';
import { mergeTasks } from '../fields/mergeTasks';
import { detailFields, detailsOf } from './details';
import { replaceChecklist, replaceEndpoints, type WholeChecklist } from './replace';

/** What can be emptied, and NinjaOne's name for it. */
const clearable = {
	ASSIGNEE: 'assignedToUserId',
	DESCRIPTION: 'description',
	DUE_DATE: 'dueDate',
} as const;

const updateFields = {
	...detailFields,
	clear: codes({ displayName: 'Clear', description: 'What to take away from the checklist' }, [
		{ name: 'Assignee', value: 'ASSIGNEE' },
		{ name: 'Description', value: 'DESCRIPTION' },
		{ name: 'Due Date', value: 'DUE_DATE' },
	]),
	name: optionalText({ displayName: 'Name', description: 'The new name of the checklist' }),
	removeTasks: textsList({
		displayName: 'Remove Tasks',
		description: 'Names or IDs of tasks to take out, comma-separated',
		placeholder: 'e.g. Install agents',
	}),
	tasks: taskList(
		'checklist',
		'Tasks to change or add, as a JSON list: one with the ID or the name of a task changes that task, any other is added.',
	),
};

export const update = operation({
	name: 'Update',
	action: 'Update checklist',
	description:
		'Change a checklist or some of its tasks. Whatever is not named stays as it is, every other task too.',
	endpoints: [...replaceEndpoints, ...checklistEndpoints, users.list],
	fields: {
		...checklistFields(),
		updateFields: changes({ displayName: 'Update Fields', placeholder: 'Add field' }, updateFields),
	},
	async run(caller, { updateFields: { clear = [], ...given }, ...which }) {
		const cleared = clear.map(clearedName);
		const checklistId = await checklistIdOf(caller, which);
		return await replaceChecklist(
			caller,
			checklistId,
			async (current) => await changed(caller, current, given, cleared),
		);
	},
});

async function changed(
	caller: Caller,
	current: WholeChecklist,
	{ name, removeTasks = [], tasks = [], ...details }: Omit<Added<typeof updateFields>, 'clear'>,
	cleared: ReadonlyArray<ReturnType<typeof clearedName>>,
): Promise<WholeChecklist> {
	const next: WholeChecklist = {
		...current,
		...(name === undefined ? {} : { name }),
		...(await detailsOf(caller, details)),
		tasks: mergeTasks(current.tasks, await tasksOf(caller, tasks), removeTasks),
	};
	for (const name of cleared) delete next[name];
	return next;
}

function clearedName(what: string) {
	if (what in clearable) return clearable[what as keyof typeof clearable];
	const known = Object.keys(clearable).join(', ');
	throw inputError('Clear', `does not know "${what}"`, `Use any of: ${known}.`);
}
