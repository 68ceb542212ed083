import type { IDataObject } from 'n8n-workflow';
import { articles } from '../../api/endpoints/articles';
import type { Rows } from '../../api/list';
import { call } from '../../api/request';
import type { Caller } from '../../operations/operation';
import { idOf, reference, type Reference } from '../../operations/reference';

/** An article by name or ID. An operation that has it declares `articleLists`. */
export const articleReference = () =>
	reference({
		displayName: 'Article',
		description: 'The article: picked from the list, or given by its name or ID',
		searchMethod: 'searchArticles',
		example: '4301',
	});

export const articleLists = [articles.listGlobal, articles.listOfOrganizations] as const;

/** Every article that there is: NinjaOne has no request for a single one. */
export async function readArticles(rows: Rows): Promise<IDataObject[]> {
	const query = { includeArchived: true };
	return [
		...(await rows(call(articles.listGlobal, { query }))),
		...(await rows(call(articles.listOfOrganizations, { query }))),
	];
}

export const allArticles = async (caller: Caller): Promise<IDataObject[]> =>
	await readArticles(caller.rowsOnce);

/** An archived article of the same name does not count. */
export const articleIdOf = async (caller: Caller, given: Reference): Promise<number> =>
	await idOf(given, {
		label: 'Article',
		rows: async () => (await allArticles(caller)).filter(({ isArchived }) => isArchived !== true),
		about: ownerOf,
	});

/** Whose article it is, in words that tell articles of one name apart. */
export const ownerOf = ({ organizationId, path }: IDataObject): string =>
	[organizationId ? `organization ${String(organizationId)}` : 'global', path]
		.filter(Boolean)
		.join(', ');
