import type { IDataObject } from 'n8n-workflow';
import { articles } from '../../api/endpoints/articles';
import type { Rows } from '../../api/list';
import { call } from '../../api/request';
import { record } from '../../operations/record';
import { recordList } from '../../operations/recordList';

export const articleLists = [articles.listGlobal, articles.listOfOrganizations] as const;

/** Every article that there is, archived ones too: NinjaOne has no request for a single one. */
export async function readArticles(rows: Rows): Promise<IDataObject[]> {
	const query = { includeArchived: true };
	return [
		...(await rows(call(articles.listGlobal, { query }))),
		...(await rows(call(articles.listOfOrganizations, { query }))),
	];
}

/** Whose article it is, in words that tell articles of one name apart. */
export const ownerOf = ({ organizationId, path }: IDataObject): string =>
	[organizationId ? `organization ${String(organizationId)}` : 'global', path]
		.filter(Boolean)
		.join(', ');

/** An archived article of the same name does not count; the editor offers it. */
const articleList = recordList(
	{ endpoints: articleLists, read: readArticles },
	{
		searchMethod: 'searchArticles',
		keep: ({ isArchived }) => isArchived !== true,
		keepInEditor: () => true,
		about: ownerOf,
		item: (row) => ({
			name: `${String(row.name ?? row.id)} (${ownerOf(row)})`,
			value: row.id as number,
			...(row.isArchived ? { description: 'Archived' } : {}),
		}),
	},
);

/** An article by name or ID. */
export const articleId = () =>
	record(
		{
			displayName: 'Article',
			description: 'The article: picked from the list, or given by its name or ID',
			example: '4301',
		},
		articleList,
	);
