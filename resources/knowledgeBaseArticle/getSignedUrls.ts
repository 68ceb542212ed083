import { articles } from '../../api/endpoints/articles';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { articleIdOf, articleReference } from '../fields/interim';
import { articleLists } from '../fields/articles';
import { signedUrlRows } from '../fields/signedUrls';

export const getSignedUrls = operation({
	name: 'Get Signed URLs',
	action: 'Get signed URL of each file of knowledge base article',
	description:
		'Get an address for each file of an article. It works for a while and without signing in, so treat it like the file.',
	endpoints: [articles.signedUrls, ...articleLists],
	fields: { articleId: articleReference() },
	async run(caller, { articleId: given }) {
		const articleId = await articleIdOf(caller, given);
		return signedUrlRows(await caller.send(call(articles.signedUrls, { path: { articleId } })));
	},
});
