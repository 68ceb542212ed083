import { articles } from '../../api/endpoints/articles';
import { organizations } from '../../api/endpoints/organizations';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { text } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { placeFields, placeOf } from '../fields/knowledgeBasePlace';
import { richText, richTextFields } from '../fields/richText';

export const create = operation({
	name: 'Create',
	action: 'Create knowledge base article',
	description:
		'Write an article for one organization or for all. Folders of a path that do not exist are made.',
	endpoints: [articles.create, organizations.list],
	fields: {
		name: text({ displayName: 'Name', description: 'The title of the article' }),
		...placeFields(),
		...richTextFields('Content'),
	},
	async run(caller, { name, html, text: plain, ...given }) {
		const content = richText({ html, text: plain });
		if (!content) {
			throw inputError('Content HTML', 'and "Content Text" are both empty', 'Fill in one of them.');
		}
		const { organizationId, folderId, folderPath } = placeOf(given);
		const article = {
			name,
			organizationId,
			destinationFolderId: folderId,
			destinationFolderPath: folderPath,
			content,
		};
		return changedRows(await caller.send(call(articles.create, { body: [article] })), [{ name }]);
	},
});
