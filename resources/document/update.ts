import { documents } from '../../api/endpoints/documents';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { inputError } from '../../api/errors';
import { mayBeNone } from '../../operations/field';
import { optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { textChoices } from '../../operations/textChoices';
import { uploadEndpoints } from '../fields/attachmentValues';
import { documentTemplateId } from '../fields/documentTemplates';
import { optionalOrganizationId } from '../fields/organizations';
import { clearableTemplateFields, templateValues } from './editor';
import { foundDocument, organizationHelp, type Scope } from './find';
import { templateOf } from './template';
import { changedDocument, descriptionField, isEmptyChange, sendChange } from './write';

export const update = operation({
	name: 'Update',
	action: 'Update document',
	description:
		'Change the name, description or fields of a document. What is not named here stays as it is.',
	endpoints: [documents.update, documentTemplates.get, ...uploadEndpoints],
	fields: {
		templateId: documentTemplateId(),
		documentId: foundDocument(['organizationId', 'templateId'], (values) => values as Scope),
		organizationId: optionalOrganizationId(organizationHelp),
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
	async run(caller, { templateId, documentId: row, clearFields, ...wish }) {
		const template = await templateOf(caller, templateId);
		const change = changedDocument(template, wish, clearFields);
		if (isEmptyChange(change)) {
			throw inputError(
				'Fields',
				'has nothing to change',
				'Give a new name, a description, a value for a field, or a field to clear. Nothing was sent.',
			);
		}
		return [await sendChange(caller, row, template, change)];
	},
});
