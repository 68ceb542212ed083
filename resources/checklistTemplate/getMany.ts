import { checklistTemplates } from '../../api/endpoints/checklistTemplates';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { flag, idList, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { simplifyTemplate } from './simplify';

const filters = {
	checklistTemplateIds: idList({
		displayName: 'Template IDs',
		description: 'Comma-separated numeric IDs of templates',
		placeholder: 'e.g. 4801,4802',
	}),
	checklistTemplateName: optionalText({
		displayName: 'Template Name',
		description: 'Templates with this name',
	}),
	includeArchived: flag({
		displayName: 'Include Archived',
		description: 'Whether to list archived templates, too',
	}),
	required: flag({
		displayName: 'Required',
		description:
			'Whether to list templates of checklists that must be completed, or of those that need not',
	}),
};

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many checklist templates',
	description: 'List many templates from which checklists are made',
	endpoints: [checklistTemplates.list],
	fields: {
		filters: filterCollection({ displayName: 'Filters', placeholder: 'Add filter' }, filters),
	},
	request: ({ filters: { checklistTemplateIds, ...plain } }) =>
		call(checklistTemplates.list, {
			query: { ...plain, checklistTemplateIds: checklistTemplateIds?.join(',') },
		}),
	simplify: simplifyTemplate,
});
