import {
	checklistTemplateDelete,
	checklistTemplatesArchive,
	checklistTemplatesDelete,
	checklistTemplatesRestore,
} from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';
import { simplifyTemplate } from './simplify';

const naming = (checklistTemplateIds: number[]) => ({ body: { checklistTemplateIds } });

export const { archive, restore, remove } = archiving({
	noun: 'checklist template',
	label: 'Template',
	idName: 'templateId',
	archive: {
		endpoints: [checklistTemplatesArchive],
		many: (ids) => call(checklistTemplatesArchive, naming(ids)),
	},
	restore: {
		endpoints: [checklistTemplatesRestore],
		many: (ids) => call(checklistTemplatesRestore, naming(ids)),
	},
	remove: {
		endpoints: [checklistTemplateDelete, checklistTemplatesDelete],
		one: (checklistTemplateId) => call(checklistTemplateDelete, { path: { checklistTemplateId } }),
		many: (body) => call(checklistTemplatesDelete, { body }),
	},
	show: simplifyTemplate,
});
