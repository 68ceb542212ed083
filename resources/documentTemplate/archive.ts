import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';

const path = (documentTemplateId: number) => ({ path: { documentTemplateId } });

export const { archive, restore, remove } = archiving({
	noun: 'document template',
	label: 'Template',
	idName: 'templateId',
	archive: {
		endpoints: [documentTemplates.archive, documentTemplates.archiveBulk],
		one: (id) => call(documentTemplates.archive, path(id)),
		many: (body) => call(documentTemplates.archiveBulk, { body }),
	},
	restore: {
		endpoints: [documentTemplates.restore, documentTemplates.restoreBulk],
		one: (id) => call(documentTemplates.restore, path(id)),
		many: (body) => call(documentTemplates.restoreBulk, { body }),
	},
	remove: {
		endpoints: [documentTemplates.delete],
		one: (id) => call(documentTemplates.delete, path(id)),
	},
	show: ({ id, name }) => ({ templateId: id, name }),
});
