import { foldersArchive, foldersDelete, foldersRestore } from '../../api/endpoints/knowledgeBase';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';

export const { archive, restore, remove } = archiving({
	noun: 'knowledge base folder',
	label: 'Folder',
	idName: 'folderId',
	archive: { endpoints: [foldersArchive], many: (body) => call(foldersArchive, { body }) },
	restore: { endpoints: [foldersRestore], many: (body) => call(foldersRestore, { body }) },
	remove: { endpoints: [foldersDelete], many: (body) => call(foldersDelete, { body }) },
});
