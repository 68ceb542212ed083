import type { KnowledgeBaseArticle, KnowledgeBaseFolder } from '../../contracts';
import { collection } from '../collection';
import type { Routes } from '../context';
import { download } from '../download';
import { amongIds, like } from '../filters';
import { articleRow, folderRow } from '../knowledgeBaseRows';
import { flag, integer, text } from '../query';
import { found } from '../refusal';
import { serve } from '../serve';
import { signedUrls } from '../signedUrls';
import { filesShownIn } from '../state/attachments';
import type { ArticleRecord, FolderRecord } from '../state/documentation';
import { keepFile } from '../state/files';
import { articleFrom, type ArticleToWrite, checkPlace, fileOf, move } from '../state/knowledgeBase';
import { archived, emptyFolder, existingRootOf, folderAt } from '../state/knowledgeBaseFolders';

/** Articles and the folders that they lie in, of organizations and of all. What lies in an archived folder is archived with it. */
export const knowledgeBaseRoutes: Routes = (app, { state }) => {
	const archive = {
		marks: () => ({ archivedTime: state.now() }),
		isArchived: (entry: ArticleRecord | FolderRecord) => archived(state, entry),
		beforeDelete: true,
	};
	const articles = collection<ArticleRecord, ArticleToWrite, KnowledgeBaseArticle>({
		name: 'article',
		table: state.documentation.articles,
		row: (article) => articleRow(state, article),
		filters: {
			articleName: like(({ name }) => name),
			organizationIds: amongIds(({ organizationId }) => organizationId),
		},
		hidesArchived: true,
		make: (wish, before) => articleFrom(state, wish, before),
		archive,
	});
	const folders = collection<FolderRecord, never, KnowledgeBaseFolder>({
		name: 'folder',
		table: state.documentation.folders,
		row: (folder, { query }) => folderRow(state, folder, flag(query, 'includeArchived')),
		archive,
		after: (_deleted, folder) => emptyFolder(state, folder),
	});

	serve(app, {
		'GET /v2/knowledgebase/organization/articles': (call) =>
			articles.list(call, ({ organizationId }) => organizationId !== undefined),
		'GET /v2/knowledgebase/global/articles': (call) =>
			articles.list(call, ({ organizationId }) => organizationId === undefined),
		'POST /v2/knowledgebase/articles'(call) {
			for (const wish of call.body) checkPlace(state, wish);
			return articles.createMany(call);
		},
		'PATCH /v2/knowledgebase/articles': articles.updateMany('id'),
		/** Files are scanned: the first look after this one finds them ready. */
		'POST /v2/knowledgebase/articles/upload'(call) {
			const { organizationId, ...folder } = call.body.fields;
			const place = {
				organizationId,
				destinationFolderId: folder.folderId,
				destinationFolderPath: folder.folderPath,
			};
			checkPlace(state, place);
			const body = call.body.files.map((file) => {
				const { id: fileId, fileName: name } = keepFile(state.files, file);
				return { ...place, name, upload: { id: state.documentation.nextPartId(), fileId } };
			});
			return articles.createMany({ ...call, body }).map(({ attachments, ...row }) => ({
				...row,
				attachments: attachments.map((each) => ({ ...each, uploadStatus: 'PROCESSING' })),
			}));
		},
		'GET /v2/knowledgebase/article/{articleId}/download'(call) {
			const article = articles.one(call);
			const written = {
				fileName: `${article.name}.html`,
				contentType: 'text/html; charset=utf-8',
				content: article.content?.html ?? '',
			};
			return download(call.reply, fileOf(state, article) ?? written);
		},
		'GET /v2/knowledgebase/article/{articleId}/signed-urls'(call) {
			const article = articles.one(call);
			const file = fileOf(state, article);
			const files = file ? [file] : filesShownIn(state, article.content?.html ?? '');
			return signedUrls(call.request, files);
		},
		'POST /v2/knowledgebase/articles/archive': articles.archiveMany,
		'POST /v2/knowledgebase/articles/restore': articles.restoreMany,
		'POST /v2/knowledgebase/articles/delete': articles.deleteMany,

		'GET /v2/knowledgebase/folder'(call) {
			const start = integer(call.query, 'folderId');
			const root =
				start === undefined
					? existingRootOf(state, integer(call.query, 'organizationId'))
					: folders.find(start);
			const { id } = found(folderAt(state, root, text(call.query, 'folderPath')), 'folder');
			return folders.get({ ...call, id: () => id });
		},
		'GET /v2/knowledgebase/folder/{folderId}': folders.get,
		'PATCH /v2/knowledgebase/folders/move': ({ body }) => move(state, body),
		'POST /v2/knowledgebase/folders/archive': folders.archiveMany,
		'POST /v2/knowledgebase/folders/restore': folders.restoreMany,
		'POST /v2/knowledgebase/folders/delete': folders.deleteMany,
	});
};
