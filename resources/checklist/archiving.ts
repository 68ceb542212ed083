import {
	checklistDelete,
	checklistsArchive,
	checklistsDelete,
	checklistsRestore,
} from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';
import { simplifyChecklist } from './simplify';

const naming = (clientChecklistIds: number[]) => ({ body: { clientChecklistIds } });

export const { archive, restore, remove } = archiving({
	noun: 'checklist',
	label: 'Checklist',
	idName: 'checklistId',
	archive: {
		endpoints: [checklistsArchive],
		many: (ids) => call(checklistsArchive, naming(ids)),
	},
	restore: {
		endpoints: [checklistsRestore],
		many: (ids) => call(checklistsRestore, naming(ids)),
	},
	remove: {
		endpoints: [checklistDelete, checklistsDelete],
		one: (checklistId) => call(checklistDelete, { path: { checklistId } }),
		many: (body) => call(checklistsDelete, { body }),
	},
	show: simplifyChecklist,
});
