import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { choice, optionalText } from '../../operations/fields';
import { numericId } from '../../operations/ids';
import { listLocator } from '../../operations/locator';
import { operation, type Resource } from '../../operations/operation';
import { archiveRestoreDelete } from '../fields/archive';
import { uploadEndpoints } from '../fields/attachmentValues';
import {
	documentTemplateChoice,
	documentTemplateChoices,
	documentTemplateId,
} from '../fields/documentTemplates';
import { reveal, valueForm } from '../fields/fieldValues';
import { organizationChoice, organizationChoices, organizationId } from '../fields/organizations';
import { signedUrlRows, signedUrls } from '../fields/signedUrls';
import { createMany } from './createMany';
import { createOrUpdate } from './createOrUpdate';
import { documentPicker, templateValues } from './editor';
import { foundDocument, organizationHelp, type Scope } from './find';
import { shownDocument } from './show';
import { fieldsByTemplate, templateOf, usableTemplateOf } from './template';
import { update } from './update';
import { updateMany } from './updateMany';
import { descriptionField, newDocument, sendNew } from './write';

/** Values stay behind: there may be secrets among them. */
const withoutValues = (row: IDataObject): IDataObject => ({
	documentId: row.documentId,
	documentName: row.documentName,
	documentTemplateId: row.documentTemplateId,
	documentTemplateName: row.documentTemplateName,
	organizationId: row.organizationId,
});

/** Which values are secrets is known from the template alone. */
function demandTemplate({ documentId, documentTemplateId: id }: IDataObject): number {
	if (id !== undefined) return id as number;
	throw new NinjaOneError(
		`NinjaOne does not say which template document ${String(documentId)} was made from, so its values cannot be read`,
	);
}

export const document: Resource = {
	name: 'Document',
	description: 'A document of an organization, made from a template',
	operations: {
		...archiveRestoreDelete({
			noun: 'document',
			label: 'Document',
			idName: 'documentId',
			archive: { one: documents.archive, bulk: documents.archiveBulk },
			restore: { one: documents.restore, bulk: documents.restoreBulk },
			delete: { one: documents.delete },
			show: withoutValues,
		}),

		create: operation({
			name: 'Create',
			action: 'Create document',
			description: 'Create a document of an organization from a template',
			endpoints: [documents.create, documentTemplates.get, ...uploadEndpoints],
			fields: {
				organizationId: organizationId(),
				templateId: documentTemplateId(),
				name: optionalText({
					displayName: 'Name',
					description:
						'The name of the document. Without one, the only document that a template allows per organization is named like the template.',
				}),
				description: descriptionField(),
				fields: templateValues(true),
			},
			async run(caller, { organizationId: owner, templateId, ...wish }) {
				const template = await usableTemplateOf(caller, templateId);
				return [await sendNew(caller, owner, template, newDocument(template, wish))];
			},
		}),

		createMany,

		createOrUpdate,

		get: operation({
			name: 'Get',
			action: 'Get document',
			description: 'Get one document in use with its values',
			endpoints: [documentTemplates.get],
			fields: {
				documentId: foundDocument(['lookIn'], ({ lookIn }) => lookIn as Scope),
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
			async run(caller, { documentId: row, ...showing }) {
				const { fields } = await templateOf(caller, demandTemplate(row));
				return [shownDocument(fields, row, showing)];
			},
		}),

		getMany: operation({
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
					{
						documentName: optionalText({
							displayName: 'Document Name',
							description: 'Documents with this name, as NinjaOne compares it',
						}),
						groupBy: choice(
							{
								displayName: 'Group By',
								description: 'What documents that follow each other share',
							},
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
					},
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
		}),

		getSignedUrls: operation({
			...signedUrls,
			action: 'Get download links of document attachments',
			description:
				'Get addresses under which the files in a document can be downloaded for a while without signing in',
			endpoint: documents.signedUrls,
			fields: {
				documentId: listLocator(
					{
						displayName: 'Document',
						description: 'The document: picked from the list, or given by its numeric ID',
						picker: documentPicker,
						example: '3501',
					},
					numericId,
				),
			},
			fill: ({ documentId }) => ({ path: { clientDocumentId: documentId } }),
			rows: (answer, about) => signedUrlRows(answer).map((row) => ({ ...about, ...row })),
		}),

		update,

		updateMany,
	},
};
