import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';
import { simplifyTemplate } from './simplify';

const naming = (checklistTemplateIds: number[]) => ({ body: { checklistTemplateIds } });

export const { archive, restore, remove } = archiving({
	noun: 'checklist template',
	label: 'Template',
	idName: 'templateId',
	archive: {
		endpoints: [checklistTemplates.archive],
		many: (ids) => call(checklistTemplates.archive, naming(ids)),
	},
	restore: {
		endpoints: [checklistTemplates.restore],
		many: (ids) => call(checklistTemplates.restore, naming(ids)),
	},
	remove: {
		endpoints: [checklistTemplates.delete, checklistTemplates.deleteBulk],
		one: (checklistTemplateId) =>
			call(checklistTemplates.delete, { path: { checklistTemplateId } }),
		many: (body) => call(checklistTemplates.deleteBulk, { body }),
	},
	show: simplifyTemplate,
});
