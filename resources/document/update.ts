import { documents } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { inputError } from '../../api/errors';
import { mayBeNone } from '../../operations/field';
import { optionalText } from '../../operations/fields';
import { clearableTemplateFields } from './editor';
import { textChoices } from '../../operations/textChoices';
import { templateValues } from './editor';
import { operation } from '../../operations/operation';
import { optionalReference } from '../../operations/reference';
import { uploadEndpoints } from '../fields/attachmentValues';
import { documentTemplateReference, organizationIdOf } from '../fields/interim';
import { organizationList } from '../fields/organizations';
import { documentReference, findDocument, organizationHelp } from './find';
import { templateEndpoints, templateOf } from './template';
import { changedDocument, descriptionField, isEmptyChange, sendChange } from './write';

export const update = operation({
	name: 'Update',
	action: 'Update document',
	description:
		'Change the name, description or fields of a document. What is not named here stays as it is.',
	endpoints: [
		documents.update,
		documents.list,
		organizations.list,
		...templateEndpoints,
		...uploadEndpoints,
	],
	fields: {
		templateId: documentTemplateReference(),
		documentId: documentReference(),
		organizationId: optionalReference({
			displayName: 'Organization',
			description: organizationHelp,
			picker: organizationList.picker!,
			example: '12',
		}),
		name: optionalText({
			displayName: 'New Name',
			description: 'What the document is called from now on; empty to leave its name',
		}),
		description: descriptionField(),
		fields: templateValues(false),
		clearFields: mayBeNone(
			textChoices({
				displayName: 'Clear Field Names or IDs',
				dropDown: clearableTemplateFields,
				description: 'Fields whose values to remove',
			}),
		),
	},
	async run(
		caller,
		{ templateId, documentId, organizationId: organization, clearFields, ...wish },
	) {
		const template = await templateOf(caller, templateId);
		const change = changedDocument(template, wish, clearFields);
		if (isEmptyChange(change)) {
			throw inputError(
				'Fields',
				'has nothing to change',
				'Give a new name, a description, a value for a field, or a field to clear. Nothing was sent.',
			);
		}
		const organizationId = organization && (await organizationIdOf(caller, organization));
		const scope = { organizationId, templateId: template.id };
		const row = await findDocument(caller, documentId, scope);
		return [await sendChange(caller, row, template, change)];
	},
});
