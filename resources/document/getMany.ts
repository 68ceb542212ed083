import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { documents } from '../../api/endpoints/documents';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { choice, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { reveal, valueForm } from '../fields/fieldValues';
import { documentTemplateChoices } from '../fields/documentTemplates';
import { organizationChoices } from '../fields/organizations';
import { shownDocument } from './show';
import { fieldsByTemplate } from './template';

const filters = {
	documentName: optionalText({
		displayName: 'Document Name',
		description: 'Documents with this name, as NinjaOne compares it',
	}),
	groupBy: choice(
		{ displayName: 'Group By', description: 'What documents that follow each other share' },
		[
			{ name: 'Organization', value: 'ORGANIZATION' },
			{ name: 'Template', value: 'TEMPLATE' },
		],
	),
	organizationIds: organizationChoices(),
	templateIds: documentTemplateChoices(),
	templateName: optionalText({
		displayName: 'Template Name',
		description: 'Documents of templates with this name, as NinjaOne compares it',
	}),
};

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many documents',
	description: 'List many documents in use with their values, of all organizations or of some',
	endpoints: [documents.list, documentTemplates.list],
	fields: {
		values: valueForm(),
		reveal: reveal(),
		filters: filterCollection(
			{
				displayName: 'Filters',
				placeholder: 'Add filter',
				description: 'Documents must match all filters that are set',
			},
			filters,
		),
	},
	request: ({ filters: { organizationIds, templateIds, ...plain } }) =>
		call(documents.list, {
			query: {
				...plain,
				organizationIds: organizationIds?.join(','),
				templateIds: templateIds?.join(','),
			},
		}),
	async reshape(caller, showing) {
		const fields = await fieldsByTemplate(caller);
		return (row) => shownDocument(fields.get(row.documentTemplateId) ?? [], row, showing);
	},
	key: 'documentId',
});
