import { NinjaOneError } from '../../api/errors';
import { operation } from '../../operations/operation';
import { allArticles, articleIdOf, articleReference } from '../fields/interim';
import { articleLists } from '../fields/articles';
import { simplifyArticle } from './simplify';

export const get = operation({
	name: 'Get',
	action: 'Get knowledge base article',
	description:
		'Get one article with its content. NinjaOne gives articles as whole lists only, so all of them are read, once for all items.',
	endpoints: articleLists,
	fields: { articleId: articleReference() },
	async run(caller, { articleId }) {
		const wanted = await articleIdOf(caller, articleId);
		const article = (await allArticles(caller)).find(({ id }) => id === wanted);
		if (article) return [article];
		throw new NinjaOneError(`NinjaOne has no knowledge base article with the ID ${wanted}`, {
			description: 'Check the ID. The article may have been deleted.',
			status: 404,
		});
	},
	simplify: simplifyArticle,
});
