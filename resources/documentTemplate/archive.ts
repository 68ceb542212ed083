import * as templates from '../../api/endpoints/documentTemplates';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';

const path = (documentTemplateId: number) => ({ path: { documentTemplateId } });

export const { archive, restore, remove } = archiving({
	noun: 'document template',
	label: 'Template',
	idName: 'templateId',
	archive: {
		endpoints: [templates.documentTemplateArchive, templates.documentTemplatesArchive],
		one: (id) => call(templates.documentTemplateArchive, path(id)),
		many: (body) => call(templates.documentTemplatesArchive, { body }),
	},
	restore: {
		endpoints: [templates.documentTemplateRestore, templates.documentTemplatesRestore],
		one: (id) => call(templates.documentTemplateRestore, path(id)),
		many: (body) => call(templates.documentTemplatesRestore, { body }),
	},
	remove: {
		endpoints: [templates.documentTemplateDelete],
		one: (id) => call(templates.documentTemplateDelete, path(id)),
	},
	show: ({ id, name }) => ({ templateId: id, name }),
});
