import type { IDataObject } from 'n8n-workflow';
import { checklists } from '../../api/endpoints/checklists';
import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { chosen } from '../../operations/editor/chosen';
import { pickAmong, type ListPicker } from '../../operations/editor/search';
import { record, recordChoice } from '../../operations/record';
import { findRecord, recordList } from '../../operations/recordList';
import { recordChoices } from '../../operations/records';
import { organizationChoice } from './organizations';

const checklistItem = ({ id, name, clientName, completed }: IDataObject) => ({
	name: `${String(clientName ?? '?')}: ${String(name ?? id)}`,
	value: id as number,
	...(completed ? { description: 'Completed' } : {}),
});

/** Checklists that are not archived: of the organization in `organizationId`, or of all. */
const checklistList = recordList(
	{
		endpoints: [checklists.list],
		read: async (rows, { organizationId }) =>
			await rows(call(checklists.list, { query: { organizationIds: organizationId as number } })),
	},
	{
		searchMethod: 'searchChecklists',
		needs: ['organizationId'],
		about: (row) =>
			`organization ${[row.clientName, row.organizationId].filter(Boolean).join(', ')}`,
		item: checklistItem,
	},
);

/** A checklist by name or ID. Names repeat from organization to organization. */
export const checklistFields = () => ({
	checklistId: record(
		{
			displayName: 'Checklist',
			description: 'The checklist: picked from the list, or given by its name or ID',
			example: '4601',
		},
		checklistList,
	),
	organizationId: organizationChoice(
		'Whose checklist it is, where it is given by a name that several organizations have',
	),
});

/** Tasks of the checklist that is chosen in the node. */
export const taskPicker: ListPicker = {
	method: 'searchChecklistTasks',
	async search(connection, filter, token, context) {
		const field = checklistFields().checklistId;
		const given = chosen(context, { name: 'checklistId', field, what: 'a checklist' });
		const rows = rowsFor(connection);
		const label = field.property.displayName;
		const checklistId = await findRecord(
			{ ...checklistList, about: ({ clientName }) => clientName },
			given,
			{ rows, label },
		);
		const { tasks = [] } = (await send(
			connection,
			call(checklists.get, { path: { checklistId } }),
		)) as { tasks?: IDataObject[] };
		return pickAmong(tasks.map(taskItem), filter, token);
	},
};

const taskItem = ({ id, name, completed }: IDataObject) => ({
	name: String(name ?? id),
	value: id as number,
	...(completed ? { description: 'Completed' } : {}),
});

/** Templates in use. NinjaOne has no request for a single one, and archived ones are read with the others. */
const checklistTemplateList = recordList(
	call(checklistTemplates.list, { query: { includeArchived: true } }),
	{
		searchMethod: 'searchChecklistTemplates',
		optionsMethod: 'getChecklistTemplates',
		keep: ({ archived }) => archived !== true,
	},
);

/** A checklist template by name or ID. */
export const checklistTemplateId = () =>
	record(
		{
			displayName: 'Template',
			description: 'The checklist template: picked from the list, or given by its name or ID',
			example: '4801',
		},
		checklistTemplateList,
	);

export const checklistTemplateChoice = (description: string) =>
	recordChoice('Template', checklistTemplateList, description);
export const checklistTemplateChoices = (description: string) =>
	recordChoices('Template', checklistTemplateList, description);
