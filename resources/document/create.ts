import { documents } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { optionalText } from '../../operations/fields';
import { templateValues } from './editor';
import { operation } from '../../operations/operation';
import { uploadEndpoints } from '../fields/attachmentValues';
import {
	documentTemplateReference,
	organizationIdOf,
	organizationReference,
} from '../fields/interim';
import { templateEndpoints, usableTemplateOf } from './template';
import { descriptionField, newDocument, sendNew } from './write';

export const create = operation({
	name: 'Create',
	action: 'Create document',
	description: 'Create a document of an organization from a template',
	endpoints: [documents.create, organizations.list, ...templateEndpoints, ...uploadEndpoints],
	fields: {
		organizationId: organizationReference(),
		templateId: documentTemplateReference(),
		name: optionalText({
			displayName: 'Name',
			description:
				'The name of the document. Without one, the only document that a template allows per organization is named like the template.',
		}),
		description: descriptionField(),
		fields: templateValues(true),
	},
	async run(caller, { organizationId: organization, templateId, ...wish }) {
		const template = await usableTemplateOf(caller, templateId);
		const document = newDocument(template, wish);
		const organizationId = await organizationIdOf(caller, organization);
		return [await sendNew(caller, organizationId, template, document)];
	},
});
