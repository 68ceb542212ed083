import type { IDataObject } from 'n8n-workflow';
import { articles } from '../../api/endpoints/articles';
import { inputError, NinjaOneError } from '../../api/errors';
import { call } from '../../api/request';
import { changes, filterCollection } from '../../operations/collection';
import { onlyWhen } from '../../operations/field';
import { choice, flag, optionalText, text } from '../../operations/fields';
import { outputFile, someInputFiles } from '../../operations/files';
import { operation, type Resource } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { archiveRestoreDelete } from '../fields/archive';
import { articleId, articleLists, readArticles } from '../fields/articles';
import { fileParts, keepDownload } from '../fields/fileTransfer';
import { move } from '../fields/knowledgeBaseMove';
import { placeFields, placeOf } from '../fields/knowledgeBasePlace';
import { organizationChoices } from '../fields/organizations';
import { richText, richTextFields } from '../fields/richText';
import { signedUrls } from '../fields/signedUrls';

/** An article without its HTML and its attachments. */
const simplify = (row: IDataObject): IDataObject => ({
	id: row.id,
	name: row.name,
	organizationId: row.organizationId,
	parentFolderId: row.parentFolderId,
	path: row.path,
	text: (row.content as IDataObject | undefined)?.text,
	isNinjaArticle: row.isNinjaArticle,
	isArchived: row.isArchived,
	createTime: row.createTime,
	updateTime: row.updateTime,
});

export const knowledgeBaseArticle: Resource = {
	name: 'Knowledge Base Article',
	description: 'A text or an uploaded file in the knowledge base of an organization or of all',
	operations: {
		...archiveRestoreDelete({
			noun: 'knowledge base article',
			label: 'Article',
			idName: 'articleId',
			archive: { bulk: articles.archive },
			restore: { bulk: articles.restore },
			delete: { bulk: articles.delete },
		}),

		create: operation({
			name: 'Create',
			action: 'Create knowledge base article',
			description:
				'Write an article for one organization or for all. Folders of a path that do not exist are made.',
			endpoint: articles.create,
			fields: {
				name: text({ displayName: 'Name', description: 'The title of the article' }),
				...placeFields(),
				...richTextFields('Content'),
			},
			fill({ name, ...given }) {
				const content = richText(given);
				if (!content) {
					throw inputError(
						'Content HTML',
						'and "Content Text" are both empty',
						'Fill in one of them.',
					);
				}
				const { organizationId, folderId, folderPath } = placeOf(given);
				const article = {
					name,
					organizationId,
					destinationFolderId: folderId,
					destinationFolderPath: folderPath,
					content,
				};
				return { body: [article] };
			},
			rows: (answer, { name }) => changedRows(answer, [{ name }]),
		}),

		download: operation({
			name: 'Download',
			action: 'Download knowledge base article',
			description: 'Get the file of an article as binary data',
			endpoints: [articles.download],
			fields: { articleId: articleId(), outputField: outputFile() },
			run: async (caller, { outputField, ...path }) =>
				await keepDownload(caller, call(articles.download, { path }), outputField, path),
		}),

		get: operation({
			name: 'Get',
			action: 'Get knowledge base article',
			description:
				'Get one article with its content. NinjaOne gives articles as whole lists only, so all of them are read, once for all items.',
			endpoints: articleLists,
			fields: { articleId: articleId() },
			async run(caller, { articleId: wanted }) {
				const article = (await readArticles(caller.rowsOnce)).find(({ id }) => id === wanted);
				if (article) return [article];
				throw new NinjaOneError(`NinjaOne has no knowledge base article with the ID ${wanted}`, {
					description: 'Check the ID. The article may have been deleted.',
					status: 404,
				});
			},
			simplify,
		}),

		getMany: operation({
			name: 'Get Many',
			action: 'Get many knowledge base articles',
			description:
				'List many articles, the global ones or those of organizations, with their content',
			endpoints: articleLists,
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
			simplify,
		}),

		getSignedUrls: operation({
			...signedUrls,
			action: 'Get signed URL of each file of knowledge base article',
			description:
				'Get an address for each file of an article. It works for a while and without signing in, so treat it like the file.',
			endpoint: articles.signedUrls,
			fields: { articleId: articleId() },
			fill: (path) => ({ path }),
		}),

		move: move('article'),

		update: operation({
			name: 'Update',
			action: 'Update knowledge base article',
			description: 'Change the title or the content of an article; an uploaded file has no content',
			endpoint: articles.update,
			fields: {
				articleId: articleId(),
				updateFields: changes(
					{ displayName: 'Update Fields', placeholder: 'Add field' },
					{
						name: optionalText({
							displayName: 'Name',
							description: 'The new title of the article',
						}),
						...richTextFields('Content'),
					},
				),
			},
			fill: ({ articleId: id, updateFields: { name, ...content } }) => ({
				body: [{ id, name, content: richText(content) }],
			}),
			rows: (answer, { articleId }) => changedRows(answer, [{ articleId }]),
		}),

		upload: operation({
			name: 'Upload',
			action: 'Upload files as knowledge base articles',
			description:
				'Make an article of each file, for one organization or for all. NinjaOne scans files before they can be read.',
			endpoint: articles.upload,
			fields: { inputFields: someInputFiles(), ...placeFields() },
			fill: async ({ inputFields, ...given }, files) => ({
				form: [
					...Object.entries(placeOf(given)).map(([name, value]) => ({ name, value })),
					...(await fileParts(files, 'files', inputFields)),
				],
			}),
			rows: (answer, { inputFields }) => changedRows(answer, [{ inputFields }]),
		}),
	},
};
