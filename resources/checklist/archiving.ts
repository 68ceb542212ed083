import { checklists } from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';
import { simplifyChecklist } from './simplify';

const naming = (clientChecklistIds: number[]) => ({ body: { clientChecklistIds } });

export const { archive, restore, remove } = archiving({
	noun: 'checklist',
	label: 'Checklist',
	idName: 'checklistId',
	archive: {
		endpoints: [checklists.archive],
		many: (ids) => call(checklists.archive, naming(ids)),
	},
	restore: {
		endpoints: [checklists.restore],
		many: (ids) => call(checklists.restore, naming(ids)),
	},
	remove: {
		endpoints: [checklists.delete, checklists.deleteBulk],
		one: (checklistId) => call(checklists.delete, { path: { checklistId } }),
		many: (body) => call(checklists.deleteBulk, { body }),
	},
	show: simplifyChecklist,
});
