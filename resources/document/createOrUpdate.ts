import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { optionalText } from '../../operations/fields';
import { operation, type Caller } from '../../operations/operation';
import { uploadEndpoints } from '../fields/attachmentValues';
import { documentTemplateId } from '../fields/documentTemplates';
import { organizationId } from '../fields/organizations';
import { templateValues } from './editor';
import { pickDocument, readDocuments } from './find';
import { afterChange, shownDocument } from './show';
import { usableTemplateOf, type Template } from './template';
import {
	changedDocument,
	descriptionField,
	isEmptyChange,
	nameFor,
	newDocument,
	sendChange,
	sendNew,
	type Wish,
} from './write';

export const createOrUpdate = operation({
	name: 'Create or Update',
	action: 'Create or update document',
	description:
		'Update the document of this name that an organization has from a template, or create it where there is none. Where the template allows one document per organization, it is that one, and it takes the name.',
	endpoints: [
		documents.create,
		documents.update,
		documents.list,
		documentTemplates.get,
		...uploadEndpoints,
	],
	fields: {
		organizationId: organizationId(),
		templateId: documentTemplateId(),
		name: optionalText({
			displayName: 'Name',
			description:
				'The name of the document, the whole of it. It can be left out where the template allows one document per organization.',
		}),
		description: descriptionField(),
		fields: templateValues(false),
	},
	async run(caller, { organizationId: owner, templateId, ...wish }) {
		const template = await usableTemplateOf(caller, templateId);
		nameFor(template, wish.name);
		// What is wrong in any case is found before NinjaOne is asked for more.
		changedDocument(template, wish);
		const work = async () => await createOrChange(caller, owner, template, wish);
		return [await caller.inSequence(`documents ${owner}/${template.id}`, work)];
	},
});

/** Reads what is there each time: an item before this one may have created it. */
async function createOrChange(
	caller: Caller,
	organizationId: number,
	template: Template,
	wish: Wish,
): Promise<IDataObject> {
	const rows = await readDocuments(caller.rows, { organizationId, templateId: template.id });
	const row = await existing(caller, rows, template, wish.name);
	if (!row) {
		const made = await sendNew(caller, organizationId, template, newDocument(template, wish));
		return { action: 'created', ...made };
	}
	const isRenamed = wish.name !== undefined && template.isSingle && row.documentName !== wish.name;
	const change = changedDocument(template, { ...wish, name: isRenamed ? wish.name : undefined });
	if (isEmptyChange(change)) {
		return { action: 'unchanged', ...shownDocument(template.fields, row, afterChange) };
	}
	return { action: 'updated', ...(await sendChange(caller, row, template, change)) };
}

/** The document that is meant, if there is one; several of that name are refused. */
async function existing(
	caller: Caller,
	rows: IDataObject[],
	template: Template,
	name = template.name,
): Promise<IDataObject | undefined> {
	if (template.isSingle && rows.length === 1) return rows[0];
	const wanted = name.toLowerCase();
	const alike = rows.filter(({ documentName }) => String(documentName).toLowerCase() === wanted);
	return alike.length === 0 ? undefined : await pickDocument(caller.rowsOnce, { name }, alike);
}
