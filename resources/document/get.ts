import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { NinjaOneError } from '../../api/errors';
import { filterCollection } from '../../operations/collection';
import { operation } from '../../operations/operation';
import { reveal, valueForm } from '../fields/fieldValues';
import { documentTemplateChoice } from '../fields/documentTemplates';
import { organizationChoice } from '../fields/organizations';
import { documentReference, findDocument, organizationHelp } from './find';
import { shownDocument } from './show';
import { templateEndpoints, templateOf } from './template';

export const get = operation({
	name: 'Get',
	action: 'Get document',
	description: 'Get one document in use with its values',
	endpoints: [documents.list, organizations.list, ...templateEndpoints],
	fields: {
		documentId: documentReference(),
		values: valueForm(),
		reveal: reveal(),
		lookIn: filterCollection(
			{
				displayName: 'Look In',
				placeholder: 'Add place',
				description:
					'NinjaOne gives documents in lists alone. An organization or a template makes the list shorter, and tells documents of one name apart.',
			},
			{
				organizationId: organizationChoice(organizationHelp),
				templateId: documentTemplateChoice('The template that the document was made from'),
			},
		),
	},
	async run(caller, { documentId, lookIn, ...showing }) {
		const row = await findDocument(caller, documentId, lookIn);
		const { fields } = await templateOf(caller, { id: demandTemplate(row) });
		return [shownDocument(fields, row, showing)];
	},
});

/** Which values are secrets is known from the template alone. */
function demandTemplate({ documentId, documentTemplateId }: IDataObject): number {
	if (documentTemplateId !== undefined) return documentTemplateId as number;
	throw new NinjaOneError(
		`NinjaOne does not say which template document ${String(documentId)} was made from, so its values cannot be read`,
	);
}
