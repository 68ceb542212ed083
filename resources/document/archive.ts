import { documents } from '../../api/endpoints/documents';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';

const path = (clientDocumentId: number) => ({ path: { clientDocumentId } });

export const { archive, restore, remove } = archiving({
	noun: 'document',
	label: 'Document',
	idName: 'documentId',
	archive: {
		endpoints: [documents.archive, documents.archiveBulk],
		one: (id) => call(documents.archive, path(id)),
		many: (body) => call(documents.archiveBulk, { body }),
	},
	restore: {
		endpoints: [documents.restore, documents.restoreBulk],
		one: (id) => call(documents.restore, path(id)),
		many: (body) => call(documents.restoreBulk, { body }),
	},
	remove: { endpoints: [documents.delete], one: (id) => call(documents.delete, path(id)) },
	// Values stay behind: there may be secrets among them.
	show: ({
		documentId,
		documentName,
		documentTemplateId,
		documentTemplateName,
		organizationId,
	}) => ({
		documentId,
		documentName,
		documentTemplateId,
		documentTemplateName,
		organizationId,
	}),
});
