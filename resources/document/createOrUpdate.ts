import type { IDataObject } from 'n8n-workflow';
import { documents } from '../../api/endpoints/documents';
import { organizations } from '../../api/endpoints/organizations';
import { optionalText } from '../../operations/fields';
import { templateValues } from './editor';
import { operation, type Caller } from '../../operations/operation';
import { uploadEndpoints } from '../fields/attachmentValues';
import {
	documentTemplateReference,
	organizationIdOf,
	organizationReference,
} from '../fields/interim';
import { pickDocument, readDocuments } from './find';
import { afterChange, shownDocument } from './show';
import { templateEndpoints, usableTemplateOf, type Template } from './template';
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
		organizations.list,
		...templateEndpoints,
		...uploadEndpoints,
	],
	fields: {
		organizationId: organizationReference(),
		templateId: documentTemplateReference(),
		name: optionalText({
			displayName: 'Name',
			description:
				'The name of the document, the whole of it. It can be left out where the template allows one document per organization.',
		}),
		description: descriptionField(),
		fields: templateValues(false),
	},
	async run(caller, { organizationId: organization, templateId, ...wish }) {
		const template = await usableTemplateOf(caller, templateId);
		nameFor(template, wish.name);
		// What is wrong in any case is told before NinjaOne is asked for more.
		changedDocument(template, wish);
		const organizationId = await organizationIdOf(caller, organization);
		const key = `documents ${organizationId}/${template.id}`;
		const work = async () => await createOrChange(caller, organizationId, template, wish);
		return [await caller.inTurn(key, work)];
	},
});

/** Reads what is there each time: an item before this one may have created it. */
async function createOrChange(
	caller: Caller,
	organizationId: number,
	template: Template,
	wish: Wish,
): Promise<IDataObject> {
	const rows = await readDocuments(caller, { organizationId, templateId: template.id });
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
	return alike.length === 0 ? undefined : await pickDocument(caller, { name }, alike);
}
