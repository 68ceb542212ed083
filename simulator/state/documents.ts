import type { Document, DocumentTemplate, DocumentWish, UpdatedDocument } from '../../contracts';
import { found } from '../input';
import { failure } from '../refusal';
import type { DocumentRecord } from './documentation';
import { readableValues, valuesAfter } from './documentValues';
import type { State } from './state';

export type NewDocument = DocumentWish & { documentTemplateId: number; organizationId: number };

/** Creates all of them, or none. */
export function createDocuments(state: State, wishes: readonly NewDocument[]): DocumentRecord[] {
	const made: DocumentRecord[] = [];
	for (const wish of wishes) made.push(documentFrom(state, wish, made));
	const { documents } = state.documentation;
	return made.map((document) => documents.set({ ...document, id: documents.nextId() }));
}

function documentFrom(
	state: State,
	wish: NewDocument,
	made: readonly DocumentRecord[],
): DocumentRecord {
	const { organizationId, documentTemplateId, fields = {} } = wish;
	found(state.organizations.get(organizationId), 'organization');
	const template = templateOf(state, documentTemplateId);
	if (template.archived) throw failure(400, `Document template ${template.id} is archived`);
	checkSingle(template, organizationId, [...state.documentation.documents.all(), ...made]);
	const name = wish.documentName ?? (template.allowMultiple ? undefined : template.name);
	if (!name) throw failure(400, 'documentName: Required');
	const document: DocumentRecord = {
		id: 0,
		organizationId,
		documentTemplateId,
		name,
		description: wish.documentDescription,
		updateTime: state.now(),
		values: {},
		archived: false,
	};
	document.values = valuesAfter(state, template, { document, written: fields });
	return document;
}

/** Updates all of them, or none: fields that are not named stay. */
export function updateDocuments(
	state: State,
	updates: ReadonlyArray<{ document: DocumentRecord; wish: DocumentWish }>,
): UpdatedDocument[] {
	const checked = updates.map(({ document, wish }) => ({
		document,
		wish,
		values: valuesAfter(state, templateOf(state, document.documentTemplateId), {
			document,
			written: wish.fields ?? {},
		}),
	}));
	for (const { document, wish, values } of checked) {
		document.name = wish.documentName ?? document.name;
		document.description = wish.documentDescription ?? document.description;
		document.updateTime = state.now();
		document.values = values;
	}
	return checked.map(({ document, wish }) => {
		const written = new Set(Object.keys(wish.fields ?? {}));
		const { fields, ...row } = documentRow(state, document);
		return { ...row, updatedFields: fields.filter(({ name }) => written.has(name)) };
	});
}

/** Takes all of them out of the archive, or none. */
export function restoreDocuments(state: State, documents: readonly DocumentRecord[]): void {
	const back: DocumentRecord[] = [];
	for (const document of documents.filter(({ archived }) => archived)) {
		const template = templateOf(state, document.documentTemplateId);
		const others = [...state.documentation.documents.all(), ...back];
		checkSingle(template, document.organizationId, others);
		back.push({ ...document, archived: false });
	}
	for (const document of documents) document.archived = false;
}

export function deleteDocument({ documentation }: State, { id, archived }: DocumentRecord): void {
	if (!archived) throw failure(400, `Document ${id} is not archived`);
	documentation.documents.remove(id);
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

const templateOf = ({ documentation }: State, id: number) =>
	found(documentation.templates.get(id), 'document template');

/** Of some templates an organization has one document at most; one in the archive does not count. */
function checkSingle(
	{ id, allowMultiple, name }: DocumentTemplate,
	organizationId: number,
	documents: readonly DocumentRecord[],
) {
	const isRival = (other: DocumentRecord) =>
		other.documentTemplateId === id && other.organizationId === organizationId && !other.archived;
	if (!allowMultiple && documents.some(isRival))
		throw failure(400, `Organization ${organizationId} has a document "${name}" already`);
}
