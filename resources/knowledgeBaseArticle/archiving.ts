import { articles } from '../../api/endpoints/articles';
import { call } from '../../api/request';
import { archiving } from '../fields/archiving';

export const { archive, restore, remove } = archiving({
	noun: 'knowledge base article',
	label: 'Article',
	idName: 'articleId',
	archive: { endpoints: [articles.archive], many: (body) => call(articles.archive, { body }) },
	restore: { endpoints: [articles.restore], many: (body) => call(articles.restore, { body }) },
	remove: { endpoints: [articles.delete], many: (body) => call(articles.delete, { body }) },
});
