import { articles } from '../../api/endpoints/articles';
import { call } from '../../api/request';
import { changes } from '../../operations/collection';
import { optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { articleIdOf, articleReference } from '../fields/interim';
import { articleLists } from '../fields/articles';
import { richText, richTextFields } from '../fields/richText';

const updateFields = {
	name: optionalText({ displayName: 'Name', description: 'The new title of the article' }),
	...richTextFields('Content'),
};

export const update = operation({
	name: 'Update',
	action: 'Update knowledge base article',
	description: 'Change the title or the content of an article; an uploaded file has no content',
	endpoints: [articles.update, ...articleLists],
	fields: {
		articleId: articleReference(),
		updateFields: changes({ displayName: 'Update Fields', placeholder: 'Add field' }, updateFields),
	},
	async run(caller, { articleId, updateFields: { name, ...content } }) {
		const id = await articleIdOf(caller, articleId);
		const body = [{ id, name, content: richText(content) }];
		return changedRows(await caller.send(call(articles.update, { body })), [{ articleId: id }]);
	},
});
