import {
	articlesArchive,
	articlesDelete,
	articlesRestore,
} from '../../api/endpoints/knowledgeBase';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';

export const { archive, restore, remove } = archiving({
	noun: 'knowledge base article',
	label: 'Article',
	idName: 'articleId',
	archive: { endpoints: [articlesArchive], many: (body) => call(articlesArchive, { body }) },
	restore: { endpoints: [articlesRestore], many: (body) => call(articlesRestore, { body }) },
	remove: { endpoints: [articlesDelete], many: (body) => call(articlesDelete, { body }) },
});
