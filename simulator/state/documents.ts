import type { Document, DocumentTemplate, DocumentWish } from '../../contracts';
import { failure, found } from '../refusal';
import { fileOfContent, filesShownIn } from './attachments';
import type { DocumentRecord } from './documentation';
import { readableValues, valuesAfter } from './documentValues';
import type { StoredFile } from './files';
import type { State } from './state';

/** A document to create, or what is to be different about one. */
export type DocumentToWrite = DocumentWish & { documentTemplateId: number; organizationId: number };

/** A document as it is once it is written: fields that are not named stay. */
export function documentFrom(
	state: State,
	wish: DocumentToWrite,
	before = emptyDocument(state, wish),
): DocumentRecord {
	const template = templateOf(state, before.documentTemplateId);
	return {
		...before,
		name: wish.documentName ?? before.name,
		description: wish.documentDescription ?? before.description,
		updateTime: state.now(),
		values: valuesAfter(state, template, before.values, wish.fields ?? {}),
	};
}

function emptyDocument(state: State, wish: DocumentToWrite): DocumentRecord {
	const { organizationId, documentTemplateId } = wish;
	found(state.organizations.get(organizationId), 'organization');
	const template = templateOf(state, documentTemplateId);
	if (template.archived) throw failure(400, `Document template ${template.id} is archived`);
	const name = wish.documentName ?? (template.allowMultiple ? undefined : template.name);
	if (!name) throw failure(400, 'documentName: Required');
	const place = { organizationId, documentTemplateId };
	return { id: 0, ...place, name, updateTime: 0, values: {}, archived: false };
}

/** A document as it is answered. */
export function documentRow(state: State, document: DocumentRecord): Document {
	const template = templateOf(state, document.documentTemplateId);
	return {
		documentId: document.id,
		documentName: document.name,
		documentDescription: document.description,
		documentUpdateTime: document.updateTime,
		documentTemplateId: template.id,
		documentTemplateName: template.name,
		organizationId: document.organizationId,
		fields: readableValues(template, document),
	};
}

export const templateOf = ({ documentation }: State, id: number): DocumentTemplate =>
	found(documentation.templates.get(id), 'document template');

/** The files that a document holds, or shows in its text, as far as the API may read them. */
export const filesIn = (state: State, document: DocumentRecord): StoredFile[] =>
	documentRow(state, document).fields.flatMap(({ value }) => {
		const { contentId, html } = (value ?? {}) as { contentId?: string; html?: string };
		if (contentId) return fileOfContent(state, contentId) ?? [];
		return html ? filesShownIn(state, html) : [];
	});
