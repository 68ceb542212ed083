import type { IDataObject } from 'n8n-workflow';
import { checklists } from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { idIn } from '../../operations/idIn';
import type { Caller } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { demandList } from '../fields/demandList';

/** What an operation that changes a checklist declares. */
export const replaceEndpoints = [checklists.update, checklists.get] as const;

/** A checklist in the form in which NinjaOne takes the whole of it. */
export interface WholeChecklist extends IDataObject {
	checklistId: number;
	tasks: IDataObject[];
}

/**
 * Changes a checklist: NinjaOne replaces it as a whole, so it is read, changed and sent back with all that it had.
 * Items that change the same checklist do so one after the other, lest one undoes what the other did.
 * @param change gives the checklist as it is to be; undefined where it is so already
 */
export const replaceChecklist = async (
	caller: Caller,
	checklistId: number,
	change: (current: WholeChecklist) => WholeChecklist | undefined,
): Promise<IDataObject[]> =>
	await caller.inSequence(`checklist ${checklistId}`, async () => {
		const row = await caller.send(call(checklists.get, { path: { checklistId } }));
		const changed = change(wholeOf(row, checklistId));
		if (changed === undefined) return [row];
		const answer = await caller.send(call(checklists.update, { body: [changed] }));
		return changedRows(answer, [{ checklistId }]);
	});

/** What NinjaOne says of a checklist and takes back; who completed what and when it keeps by itself. */
const wholeOf = (row: IDataObject, checklistId: number): WholeChecklist => ({
	checklistId,
	...known({
		name: row.name,
		description: row.description,
		required: row.required,
		dueDate: row.dueDate,
		assignedToUserId: idOfPerson(row.assignedTo),
	}),
	tasks: demandList(row, 'tasks', `checklist ${checklistId}`).map(wholeTask),
});

const wholeTask = (task: IDataObject): IDataObject =>
	known({
		// Without its ID NinjaOne would take it for a new task.
		id: idIn(task, `the task "${String(task.name)}"`),
		position: task.position,
		name: task.name,
		description: task.description,
		assignedToUserId: idOfPerson(task.assignedTo),
		dueDate: task.dueDate,
		completed: task.completed,
	});

const idOfPerson = (person: unknown) => (person as IDataObject | undefined | null)?.id;

const known = (row: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(row).filter(([, value]) => value !== undefined && value !== null),
	);
