import {
	documentArchive,
	documentDelete,
	documentRestore,
	documentsArchive,
	documentsRestore,
} from '../../api/endpoints/documents';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';

const path = (clientDocumentId: number) => ({ path: { clientDocumentId } });

export const { archive, restore, remove } = archiving({
	noun: 'document',
	label: 'Document',
	idName: 'documentId',
	archive: {
		endpoints: [documentArchive, documentsArchive],
		one: (id) => call(documentArchive, path(id)),
		many: (body) => call(documentsArchive, { body }),
	},
	restore: {
		endpoints: [documentRestore, documentsRestore],
		one: (id) => call(documentRestore, path(id)),
		many: (body) => call(documentsRestore, { body }),
	},
	remove: { endpoints: [documentDelete], one: (id) => call(documentDelete, path(id)) },
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
