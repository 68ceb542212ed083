import { documents } from '../../../../api/endpoints/documents';
import { documentTemplates } from '../../../../api/endpoints/documentTemplates';
import { organizations } from '../../../../api/endpoints/organizations';
import { call } from '../../../../api/request';
import { filterCollection } from '../../../../operations/collection';
import { choice, optionalText } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { pickedReferences, type Reference } from '../../../../operations/reference';
import { reveal, valueForm } from '../../fields/fieldValues';
import { organizationIdOf } from '../../fields/references';
import { shownDocument } from './show';
import { fieldsByTemplate, templateIdOf } from './template';

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
	organizationIds: pickedReferences('Organization', 'getOrganizations'),
	templateIds: pickedReferences('Template', 'getDocumentTemplates'),
	templateName: optionalText({
		displayName: 'Template Name',
		description: 'Documents of templates with this name, as NinjaOne compares it',
	}),
};

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many documents',
	description: 'List many documents in use with their values, of all organizations or of some',
	endpoints: [documents, documentTemplates, organizations],
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
	async request({ filters: { organizationIds, templateIds, ...plain } }, caller) {
		const query = {
			...plain,
			organizationIds: await ids(organizationIds, async (one) => organizationIdOf(caller, one)),
			templateIds: await ids(templateIds, async (one) => templateIdOf(caller, one)),
		};
		return call(documents, { query });
	},
	async reshape(caller, showing) {
		const fields = await fieldsByTemplate(caller);
		return (row) => shownDocument(fields.get(row.documentTemplateId) ?? [], row, showing);
	},
	key: 'documentId',
});

/** Comma-separated, as NinjaOne takes them. */
async function ids(
	given: Reference[] = [],
	idOf: (one: Reference) => Promise<number>,
): Promise<string> {
	return (await Promise.all(given.map(idOf))).join(',');
}
