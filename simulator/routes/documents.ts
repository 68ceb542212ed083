import type { FastifyRequest } from 'fastify';
import { DocumentWishSchema, NewDocumentsSchema, UpdateDocumentsSchema } from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf, queryOf } from '../input';
import { amongIds, IdsSchema, likeName, rowsOf } from '../many';
import { text } from '../query';
import { failure } from '../refusal';
import { signedUrls } from '../signedUrls';
import { fileOfContent, filesShownIn } from '../state/attachments';
import type { DocumentRecord } from '../state/documentation';
import {
	createDocuments,
	deleteDocument,
	documentRow,
	restoreDocuments,
	updateDocuments,
} from '../state/documents';
import type { State } from '../state/state';

const kind = 'document';
const one = '/v2/organization/document/:clientDocumentId';

/** Documents of organizations. Lists leave archived ones out: nothing in an answer could tell them. */
export const documentRoutes: Routes = (app, { state }) => {
	const { documents } = state.documentation;
	const documentOf = (request: FastifyRequest) =>
		found(documents.get(idOf(request, 'clientDocumentId')), kind);
	const organizationOf = (request: FastifyRequest) =>
		found(state.organizations.get(idOf(request, 'organizationId')), 'organization').id;
	const rows = (records: readonly DocumentRecord[]) =>
		records.map((record) => documentRow(state, record));
	const inUse = () => documents.all().filter(({ archived }) => !archived);

	app.get('/v2/organization/documents', (request) => listOf(inUse(), request, state));
	app.get('/v2/organization/:organizationId/documents', (request) => {
		const id = organizationOf(request);
		return rows(inUse().filter(({ organizationId }) => organizationId === id));
	});

	app.post('/v2/organization/:organizationId/template/:documentTemplateId/document', (request) => {
		const organizationId = organizationOf(request);
		const documentTemplateId = idOf(request, 'documentTemplateId');
		const wish = bodyOf(request, DocumentWishSchema);
		const made = createDocuments(state, [{ ...wish, organizationId, documentTemplateId }]);
		return rows(made)[0];
	});
	app.post('/v2/organization/documents', (request) =>
		rows(createDocuments(state, bodyOf(request, NewDocumentsSchema))),
	);

	app.post('/v2/organization/:organizationId/document/:clientDocumentId', (request) => {
		const organizationId = organizationOf(request);
		const document = documentOf(request);
		found(document.organizationId === organizationId || undefined, kind);
		return updateDocuments(state, [{ document, wish: bodyOf(request, DocumentWishSchema) }])[0];
	});
	app.patch('/v2/organization/documents', (request) => {
		const updates = bodyOf(request, UpdateDocumentsSchema).map(({ documentId, ...wish }) => ({
			document: found(documents.get(documentId), kind),
			wish,
		}));
		return updateDocuments(state, updates);
	});

	const archive = (records: readonly DocumentRecord[]) => {
		for (const record of records) record.archived = true;
		return rows(records);
	};
	const restore = (records: readonly DocumentRecord[]) => {
		restoreDocuments(state, records);
		return rows(records);
	};
	const allOf = (request: FastifyRequest) => rowsOf(documents, bodyOf(request, IdsSchema), kind);
	app.post(`${one}/archive`, (request) => archive([documentOf(request)])[0]);
	app.post('/v2/organization/documents/archive', (request) => archive(allOf(request)));
	app.post(`${one}/restore`, (request) => restore([documentOf(request)])[0]);
	app.post('/v2/organization/documents/restore', (request) => restore(allOf(request)));
	app.delete(one, (request, reply) => {
		deleteDocument(state, documentOf(request));
		return reply.code(204).send();
	});

	app.get(`${one}/signed-urls`, (request) =>
		signedUrls(request, filesIn(state, documentOf(request))),
	);
};

const groupings = { TEMPLATE: 'documentTemplateId', ORGANIZATION: 'organizationId' } as const;

/** `groupBy` is an order: the answer is one list either way. */
function listOf(records: readonly DocumentRecord[], request: FastifyRequest, state: State) {
	const query = queryOf(request);
	const groupBy = text(query, 'groupBy') ?? 'ORGANIZATION';
	if (!(groupBy in groupings)) throw failure(400, `Unknown groupBy ${groupBy}`);
	const group = groupings[groupBy as keyof typeof groupings];
	const [inOrganization, ofTemplate] = ['organizationIds', 'templateIds'].map((name) =>
		amongIds(query, name),
	);
	const hasTemplateName = likeName(query, 'templateName');
	const hasName = likeName(query, 'documentName');
	return records
		.filter(({ organizationId }) => inOrganization(organizationId))
		.filter(({ documentTemplateId }) => ofTemplate(documentTemplateId))
		.map((record) => documentRow(state, record))
		.filter((row) => hasTemplateName(row.documentTemplateName) && hasName(row.documentName))
		.sort((one, other) => one[group] - other[group] || one.documentId - other.documentId);
}

/** The files that a document holds, or shows in its text, as far as the API may read them. */
const filesIn = (state: State, record: DocumentRecord) =>
	documentRow(state, record).fields.flatMap(({ value }) => {
		const { contentId, html } = (value ?? {}) as { contentId?: string; html?: string };
		if (contentId) return fileOfContent(state, contentId) ?? [];
		return html ? filesShownIn(state, html) : [];
	});
