import { folders } from '../../api/endpoints/folders';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';

export const { archive, restore, remove } = archiving({
	noun: 'knowledge base folder',
	label: 'Folder',
	idName: 'folderId',
	archive: { endpoints: [folders.archive], many: (body) => call(folders.archive, { body }) },
	restore: { endpoints: [folders.restore], many: (body) => call(folders.restore, { body }) },
	remove: { endpoints: [folders.delete], many: (body) => call(folders.delete, { body }) },
});
