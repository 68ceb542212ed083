import type { IDataObject } from 'n8n-workflow';
import { inputError } from '../../api/errors';
import { epochSeconds } from '../../api/times';
import { collection } from '../../operations/collection';
import { isEmpty, type Field, type GivenOf, type LookUp } from '../../operations/field';
import { flag, optionalId, optionalText, time, wholeNumber } from '../../operations/fields';
import { jsonList } from '../../operations/json';
import { plainText } from '../../operations/plainText';
import { assumedId, findRecord } from '../../operations/recordList';
import { nameless } from './mergeTasks';
import { assigneeId, assigneeList } from './people';
import { richText, type RichText } from './richText';

/** Plain text, or NinjaOne's own form with `text` and `html`. */
const description: Field<RichText | undefined> = {
	property: { displayName: 'Task Description', type: 'json', default: '' },
	parse(value, { label }) {
		if (isEmpty(value)) return undefined;
		if (typeof value !== 'object' || Array.isArray(value)) return { text: plainText(value, label) };
		const { html, text } = value as Record<string, unknown>;
		const given = richText({ html: partOf(html, label), text: partOf(text, label) });
		if (given) return given;
		throw inputError(label, 'has neither "text" nor "html"');
	},
};

const partOf = (value: unknown, label: string) =>
	value === undefined || value === null ? undefined : plainText(value, label);

const templateTask = {
	name: optionalText({ displayName: 'Task Name' }),
	description,
	position: wholeNumber({ displayName: 'Task Position' }, 1, [1, Infinity]),
};

const newTaskOfChecklist = {
	...templateTask,
	assignedTo: assigneeId('Task Assignee', ''),
	dueDate: time({ displayName: 'Task Due Date' }),
	completed: flag({ displayName: 'Task Completed' }),
};

const checklistTask = { ...newTaskOfChecklist, id: optionalId({ displayName: 'Task ID' }) };

/** A task as the user gives it; what is absent stays as it is. */
type GivenTask = Partial<GivenOf<typeof checklistTask>>;

const taskTypes = {
	checklist: checklistTask,
	newChecklist: newTaskOfChecklist,
	template: templateTask,
};

/**
 * Tasks as a JSON list. Each is checked like the parameters of an operation, and comes out under NinjaOne's names.
 * @param purpose what the list is for, as the description says it
 */
export function taskList(
	type: keyof typeof taskTypes,
	purpose: string,
): Field<IDataObject[], GivenTask[]> {
	const known = Object.keys(taskTypes[type]);
	const words = known.map(spelled);
	const task = collection({ displayName: 'Task', placeholder: '' }, checklistTask);
	const list = jsonList(
		{
			displayName: 'Tasks',
			description: `${purpose} Each has a name and may have: ${words.filter((name) => name !== 'name').join(', ')}.`,
		},
		'[{"name": "Install agents", "description": "On all servers"}]',
	);
	return {
		property: list.property,
		...(type === 'template' ? {} : { lookUp: assigneeLookUp }),
		parse: (value, context) =>
			list.parse(value, context).map(({ ID: id, ...rest }) => {
				const given = id === undefined ? rest : { id, ...rest };
				const stranger = Object.keys(given).find((name) => !known.includes(name));
				if (stranger === undefined) return identified(task.parse(given, context));
				throw inputError(
					context.label,
					`holds a task with "${stranger}", which is unknown`,
					`A task can have: ${words.join(', ')}.`,
				);
			}),
	};
}

/** New ones are known by their names, others by their IDs, too. */
function identified(task: GivenTask): GivenTask {
	if (task.name === undefined && task.id === undefined) throw nameless();
	return task;
}

/** As descriptions have to spell it; it is read in both ways. */
const spelled = (name: string) => (name === 'id' ? 'ID' : name);

/** Finds whom tasks are assigned to. */
const assigneeLookUp: LookUp<IDataObject[], GivenTask[]> = {
	endpoints: assigneeList.endpoints,
	async resolve(given, { rows }) {
		const tasks: IDataObject[] = [];
		for (const { assignedTo, ...task } of given) {
			const label = 'Task Assignee';
			const found = assignedTo && (await findRecord(assigneeList, assignedTo, { rows, label }));
			tasks.push(withAssignee(task, found));
		}
		return tasks;
	},
	assume: (given) =>
		given.map(({ assignedTo, ...task }) =>
			withAssignee(task, assignedTo && assumedId(assigneeList, assignedTo)),
		),
};

const withAssignee = (
	{ dueDate, ...task }: Omit<GivenTask, 'assignedTo'>,
	assignedToUserId: number | undefined,
): IDataObject => ({
	...(task as IDataObject),
	...(dueDate === undefined ? {} : { dueDate: epochSeconds(dueDate) }),
	...(assignedToUserId === undefined ? {} : { assignedToUserId }),
});

/** Tasks of something new, in their order. */
export const inOrder = (tasks: readonly IDataObject[]): IDataObject[] =>
	tasks.map((task, at) => ({ position: at + 1, ...task }));
