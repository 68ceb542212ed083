import { articles } from '../../api/endpoints/articles';
import { call } from '../../api/request';
import { filterCollection } from '../../operations/collection';
import { onlyWhen } from '../../operations/field';
import { choice, flag, optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { organizationChoices } from '../fields/organizations';
import { simplifyArticle } from './simplify';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many knowledge base articles',
	description: 'List many articles, the global ones or those of organizations, with their content',
	endpoints: [articles.listGlobal, articles.listOfOrganizations],
	fields: {
		scope: choice({ displayName: 'Knowledge Base Of', description: 'Whose articles to list' }, [
			{ name: 'All (Global)', value: 'global' },
			{ name: 'Organizations', value: 'organizations' },
		]),
		organizationIds: onlyWhen(
			{ scope: ['organizations'] },
			organizationChoices(
				'Organizations whose articles to list; every organization where it is empty',
			),
		),
		filters: filterCollection(
			{ displayName: 'Filters', placeholder: 'Add filter' },
			{
				articleName: optionalText({
					displayName: 'Article Name',
					description: 'Articles with this name',
				}),
				includeArchived: flag({
					displayName: 'Include Archived',
					description: 'Whether to list archived articles, too',
				}),
			},
		),
	},
	request: ({ scope, organizationIds, filters }) =>
		scope === 'global'
			? call(articles.listGlobal, { query: filters })
			: call(articles.listOfOrganizations, {
					query: { ...filters, organizationIds: organizationIds?.join(',') },
				}),
	simplify: simplifyArticle,
});
