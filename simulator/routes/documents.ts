import type { Document, DocumentWish } from '../../contracts';
import { collection } from '../collection';
import type { Routes } from '../context';
import { amongIds, like } from '../filters';
import { text } from '../query';
import { failure, found } from '../refusal';
import { serve } from '../serve';
import { signedUrls } from '../signedUrls';
import {
	documentFrom,
	documentRow,
	type DocumentToWrite,
	filesIn,
	templateOf,
} from '../state/documents';
import type { DocumentRecord } from '../state/documentation';

const groupings: Readonly<Record<string, 'documentTemplateId' | 'organizationId'>> = {
	TEMPLATE: 'documentTemplateId',
	ORGANIZATION: 'organizationId',
};

/** Documents of organizations. Lists leave archived ones out: nothing in an answer could tell them. */
export const documentRoutes: Routes = (app, { state }) => {
	const templateFor = (document: DocumentRecord) => templateOf(state, document.documentTemplateId);
	const documents = collection<DocumentRecord, DocumentToWrite, Document>({
		name: 'document',
		table: state.documentation.documents,
		row: (document) => documentRow(state, document),
		filters: {
			organizationIds: amongIds(({ organizationId }) => organizationId),
			templateIds: amongIds(({ documentTemplateId }) => documentTemplateId),
			templateName: like((document) => templateFor(document).name),
			documentName: like(({ name }) => name),
		},
		hidesArchived: true,
		/** Of some templates an organization has one document at most; one in the archive does not count. */
		unique: {
			of: (document) =>
				document.archived || templateFor(document).allowMultiple
					? undefined
					: `${document.organizationId} ${document.documentTemplateId}`,
			message: (document) =>
				`Organization ${document.organizationId} has a document "${templateFor(document).name}" already`,
		},
		make: (wish, before) => documentFrom(state, wish, before),
		archive: {
			marks: () => ({ archived: true }),
			isArchived: ({ archived }) => archived,
			beforeDelete: true,
		},
	});
	/** The answer to an update names the values that were written, and no others. */
	const updated = (rows: readonly Document[], wishes: readonly DocumentWish[]) =>
		rows.map(({ fields, ...row }, at) => ({
			...row,
			updatedFields: fields.filter(({ name }) => name in (wishes[at].fields ?? {})),
		}));

	serve(app, {
		/** `groupBy` is an order: the answer is one list either way. */
		'GET /v2/organization/documents'(call) {
			const groupBy = text(call.query, 'groupBy') ?? 'ORGANIZATION';
			const group = groupings[groupBy];
			if (!group) throw failure(400, `Unknown groupBy ${groupBy}`);
			return documents
				.list(call)
				.sort((one, other) => one[group] - other[group] || one.documentId - other.documentId);
		},
		'POST /v2/organization/{organizationId}/template/{documentTemplateId}/document'(call) {
			const place = { organizationId: call.id('organizationId'), documentTemplateId: call.id() };
			return documents.create({ ...call, body: { ...call.body, ...place } });
		},
		'POST /v2/organization/documents': documents.createMany,
		'POST /v2/organization/{organizationId}/document/{clientDocumentId}'(call) {
			const { organizationId } = documents.one(call);
			found(organizationId === call.id('organizationId') || undefined, 'document');
			return updated([documents.update(call)], [call.body])[0];
		},
		'PATCH /v2/organization/documents': (call) =>
			updated(documents.updateMany('documentId')(call), call.body),
		'POST /v2/organization/document/{clientDocumentId}/archive': documents.archive,
		'POST /v2/organization/documents/archive': documents.archiveMany,
		'POST /v2/organization/document/{clientDocumentId}/restore': documents.restore,
		'POST /v2/organization/documents/restore': documents.restoreMany,
		'DELETE /v2/organization/document/{clientDocumentId}': documents.delete,
		'GET /v2/organization/document/{clientDocumentId}/signed-urls': (call) =>
			signedUrls(call.request, filesIn(state, documents.one(call))),
	});
};
