import { articles } from '../../api/endpoints/articles';
import { call } from '../../api/request';
import { outputFile } from '../../operations/files';
import { operation } from '../../operations/operation';
import { keepDownload } from '../fields/fileTransfer';
import { articleIdOf, articleReference } from '../fields/interim';
import { articleLists } from '../fields/articles';

export const download = operation({
	name: 'Download',
	action: 'Download knowledge base article',
	description: 'Get the file of an article as binary data',
	endpoints: [articles.download, ...articleLists],
	fields: { articleId: articleReference(), outputField: outputFile() },
	async run(caller, { articleId: given, outputField }) {
		const articleId = await articleIdOf(caller, given);
		const file = call(articles.download, { path: { articleId } });
		return await keepDownload(caller, file, outputField, { articleId });
	},
});
