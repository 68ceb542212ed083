import { inputError } from '../../api/errors';
import { changes, type Added } from '../../operations/collection';
import type { Field } from '../../operations/field';
import { codes, optionalText, textsList } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { detailsOf } from '../fields/checklistDetails';
import { checklistFields } from '../fields/checklistLists';
import { taskList } from '../fields/checklistTasks';
import { mergeTasks } from '../fields/mergeTasks';
import { checklistDetails } from './details';
import { replaceChecklist, replaceEndpoints, type WholeChecklist } from './replace';

/** What can be emptied, and NinjaOne's name for it. */
const clearable = {
	ASSIGNEE: 'assignedToUserId',
	DESCRIPTION: 'description',
	DUE_DATE: 'dueDate',
} as const;

type Clearable = keyof typeof clearable;

const clearCodes = codes(
	{ displayName: 'Clear', description: 'What to take away from the checklist' },
	[
		{ name: 'Assignee', value: 'ASSIGNEE' },
		{ name: 'Description', value: 'DESCRIPTION' },
		{ name: 'Due Date', value: 'DUE_DATE' },
	],
);

const clear: Field<Clearable[]> = {
	property: clearCodes.property,
	parse: (value, context) =>
		clearCodes.parse(value, context).map((what) => {
			if (what in clearable) return what as Clearable;
			const known = Object.keys(clearable).join(', ');
			throw inputError(context.label, `does not know "${what}"`, `Use any of: ${known}.`);
		}),
};

const updateFields = {
	...checklistDetails,
	clear,
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
	endpoints: replaceEndpoints,
	fields: {
		...checklistFields(),
		updateFields: changes({ displayName: 'Update Fields', placeholder: 'Add field' }, updateFields),
	},
	run: async (caller, { checklistId, updateFields: given }) =>
		await replaceChecklist(caller, checklistId, (current) => changed(current, given)),
});

function changed(
	current: WholeChecklist,
	{ name, clear = [], removeTasks = [], tasks = [], ...details }: Added<typeof updateFields>,
): WholeChecklist {
	const next: WholeChecklist = {
		...current,
		...(name === undefined ? {} : { name }),
		...detailsOf(details),
		tasks: mergeTasks(current.tasks, tasks, removeTasks),
	};
	for (const what of clear) delete next[clearable[what]];
	return next;
}
