import type { IDataObject } from 'n8n-workflow';
import { inputError } from '../../api/errors';

export const nameless = () =>
	inputError('Tasks', 'holds a task without a name', 'Give each a name.');

/**
 * Puts changed and new tasks into a list and takes others out; every other task stays as it is.
 * @param changed those with the ID or the name of a task are changes of it, all others are new
 * @param removed IDs or names
 */
export function mergeTasks(
	tasks: readonly IDataObject[],
	changed: readonly IDataObject[],
	removed: readonly string[],
): IDataObject[] {
	const merged = tasks.map((task) => ({ ...task }));
	for (const change of changed) {
		const found = taskNamed(merged, change, 'Tasks');
		if (found) Object.assign(found, change);
		else merged.push(newTask(merged, change));
	}
	const gone = removed.map((given) => taskToRemove(merged, given));
	return merged.filter((task) => !gone.includes(task));
}

/** A task that is named by its ID or by its name; undefined where no task has the name. */
function taskNamed(tasks: IDataObject[], { id, name }: IDataObject, label: string) {
	if (id !== undefined) {
		const found = tasks.find((task) => task.id === id);
		if (found) return found;
		throw unfitting(label, `task ${String(id)}, which is not there`, tasks);
	}
	if (name === undefined) throw nameless();
	const wanted = String(name).toLowerCase();
	const found = tasks.filter((task) => String(task.name).toLowerCase() === wanted);
	if (found.length < 2) return found.at(0);
	throw unfitting(label, `"${String(name)}", which ${found.length} tasks are called`, tasks);
}

/** New tasks go to the end, where positions are counted. */
function newTask(tasks: readonly IDataObject[], task: IDataObject): IDataObject {
	const positions = tasks.map(({ position }) => Number(position ?? 0));
	return { position: Math.max(0, ...positions) + 1, ...task };
}

function taskToRemove(tasks: IDataObject[], given: string): IDataObject {
	const label = 'Remove Tasks';
	const byId = tasks.find(({ id }) => id !== undefined && String(id) === given);
	const found = byId ?? taskNamed(tasks, { name: given }, label);
	if (found) return found;
	throw unfitting(label, `"${given}", which is not there`, tasks);
}

function unfitting(label: string, what: string, tasks: readonly IDataObject[]) {
	const known = tasks.map(({ id, name }) => `${String(name)}${id ? ` (ID ${String(id)})` : ''}`);
	return inputError(
		label,
		`names ${what}. The tasks are: ${known.join(', ')}`,
		'Give the name or the ID of a task. Nothing was changed.',
	);
}
